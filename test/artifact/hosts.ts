// Who answers a function beside the table: Secrets Manager's extension, S3 and GOV.UK Notify. AWS's own ask the role's policies.
import * as z from 'zod';
import { type Cloud, REGION } from './cloud.ts';
import { type Answered, type Host, json } from './outside.ts';
import type { AccessRequest } from './policy.ts';

/** As Notify shows a key: its name, the service's id and the secret. */
const NOTIFY_KEY = 'kitty-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';

interface HostsDeps {
  readonly cloud: Cloud;
  readonly isAllowed: (accessKeyOrToken: string, asked: AccessRequest) => boolean;
}

const letter = z.object({
  reference: z.string(),
  email_address: z.string(),
  personalisation: z.object({ subject: z.string(), body: z.string() }),
});
type Letter = z.output<typeof letter>;

export interface Hosts {
  readonly byName: Readonly<Record<string, Host>>;
  /** What GOV.UK Notify was sent. */
  readonly letters: Letter[];
  /** What lies in buckets, by `<bucket>/<key>`. */
  readonly objects: Map<string, Buffer>;
}

const refused: Answered = { status: 403, type: 'text/plain', body: 'AccessDenied' };

export function hostsOf({ cloud, isAllowed }: HostsDeps): Hosts {
  const letters: Hosts['letters'] = [];
  const objects: Hosts['objects'] = new Map();
  const byName: Record<string, Host> = {
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
    'localhost:2773': ({ path, headers }) => {
      const wanted = new URL(path, 'http://localhost').searchParams.get('secretId');
      const resource = cloud.all('AWS::SecretsManager::Secret').find(({ name }) => name === wanted)?.arn ?? '';
      const role = String(headers['x-aws-parameters-secrets-token']);
      const may = isAllowed(role, { action: 'secretsmanager:GetSecretValue', resource });
      return may ? json({ SecretString: NOTIFY_KEY }) : refused;
    },
    'api.notifications.service.gov.uk': ({ headers, body }) => {
      if (!String(headers.authorization).startsWith('Bearer ')) return json({}, 403);
      letters.push(letter.parse(JSON.parse(body.toString())));
      return json({}, 201);
    },
  };
  for (const { name } of cloud.all('AWS::S3::Bucket'))
    byName[`${name}.s3.${REGION}.amazonaws.com`] = ({ method, path, headers, body }) => {
      const key = /Credential=([^/]+)\//.exec(String(headers.authorization))?.[1] ?? '';
      const may = isAllowed(key, { action: 's3:PutObject', resource: `arn:aws:s3:::${name}${path}` });
      if (method !== 'PUT' || !may) return refused;
      if (headers['if-none-match'] === '*' && objects.has(name + path)) return { status: 412, body: '' };
      objects.set(name + path, body);
      return { status: 200, body: '' };
    };
  return { byName, letters, objects };
}
