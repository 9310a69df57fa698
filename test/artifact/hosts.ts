// The simulated hosts besides DynamoDB: Secrets Manager's extension and S3, which check the role's policies, and GOV.UK Notify.
import * as z from 'zod';
import { type Cloud, REGION } from './cloud.ts';
import { type Answered, type Host, json } from './network.ts';
import type { AccessRequest } from './policy.ts';

/** In Notify's format: the key's name, the service's id and the secret. */
const NOTIFY_KEY = 'kitty-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';

interface HostsDeps {
  readonly cloud: Cloud;
  readonly isAllowed: (accessKeyOrToken: string, asked: AccessRequest) => boolean;
}

const notifyMessage = z.object({
  reference: z.string(),
  email_address: z.string(),
  personalisation: z.object({ subject: z.string(), body: z.string() }),
});
type NotifyMessage = z.output<typeof notifyMessage>;

export interface Hosts {
  readonly byName: Readonly<Record<string, Host>>;
  /** What GOV.UK Notify was sent. */
  readonly notifyMessages: NotifyMessage[];
  /** The objects in buckets, by `<bucket>/<key>`. */
  readonly objects: Map<string, Buffer>;
}

const refused: Answered = { status: 403, type: 'text/plain', body: 'AccessDenied' };

export function hostsOf({ cloud, isAllowed }: HostsDeps): Hosts {
  const notifyMessages: Hosts['notifyMessages'] = [];
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
      notifyMessages.push(notifyMessage.parse(JSON.parse(body.toString())));
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
  return { byName, notifyMessages, objects };
}
