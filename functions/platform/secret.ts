// A secret of AWS Secrets Manager, through the extension that AWS runs beside a Lambda: no SDK client of its own.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
import * as z from 'zod';

/** AWS's own name for the port, and its default. */
const port = (): string => process.env.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT ?? '2773';
const TIMEOUT_MS = 5000;
const answered = z.object({ SecretString: z.string().min(1) });

/** Fetched once and kept; after a failure the next call tries again. What it is appears in no error. */
export function secret(name: string): () => Promise<string> {
  let kept: Promise<string> | undefined;
  return () => {
    kept ??= fetchSecret(name).catch((error) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

async function fetchSecret(name: string): Promise<string> {
  const answer = await fetch(`http://localhost:${port()}/secretsmanager/get?secretId=${encodeURIComponent(name)}`, {
    headers: { 'x-aws-parameters-secrets-token': process.env.AWS_SESSION_TOKEN ?? '' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the secret could not be read: ${answer.status}`);
  return answered.parse(await answer.json()).SecretString;
}
