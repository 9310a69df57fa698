// A secret of AWS Secrets Manager, through the extension that AWS runs beside a Lambda: no SDK client of its own.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
import * as z from 'zod/mini';

/** AWS's own name for the port, and its default. */
const port = (): string => process.env.PARAMETERS_SECRETS_EXTENSION_HTTP_PORT ?? '2773';
const TIMEOUT_MS = 5000;
const secretResponse = z.object({ SecretString: z.string().check(z.minLength(1)) });

/** Fetched once and cached; after a failure the next call tries again. No error contains the secret. */
export function secret(name: string): () => Promise<string> {
  let cached: Promise<string> | undefined;
  return () => {
    cached ??= fetchSecret(name).catch((error) => {
      cached = undefined;
      throw error;
    });
    return cached;
  };
}

async function fetchSecret(name: string): Promise<string> {
  const response = await fetch(`http://localhost:${port()}/secretsmanager/get?secretId=${encodeURIComponent(name)}`, {
    headers: { 'x-aws-parameters-secrets-token': process.env.AWS_SESSION_TOKEN ?? '' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the secret could not be read: ${response.status}`);
  return secretResponse.parse(await response.json()).SecretString;
}
