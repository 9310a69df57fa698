// A secret is read through AWS's Lambda extension: once, again after a failure, and without the secret in any error.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { secret } from '../../functions/platform/secret.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) stop();
});

/** Stands in for the extension: gives one answer after another, and repeats the last. */
async function extension(...answers: (readonly [status: number, body: unknown])[]) {
  const asked: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const [status, body] = answers[Math.min(asked.length, answers.length - 1)] ?? [500, {}];
    asked.push({ url: request.url, headers: request.headers });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  stops.push(() => server.close());
  const address = server.address();
  vi.stubEnv('PARAMETERS_SECRETS_EXTENSION_HTTP_PORT', String(typeof address === 'object' ? address?.port : ''));
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
  return asked;
}

test('a secret is asked for by its name, with the role’s session, once', async () => {
  const asked = await extension([200, { ARN: 'arn', Name: 'kitty/barking/prod/notify', SecretString: 'the key' }]);
  const key = secret('kitty/barking/prod/notify');
  expect(asked).toEqual([]);
  expect(await Promise.all([key(), key()])).toEqual(['the key', 'the key']);
  expect(await key()).toBe('the key');
  expect(asked).toMatchObject([
    {
      url: '/secretsmanager/get?secretId=kitty%2Fbarking%2Fprod%2Fnotify',
      headers: { 'x-aws-parameters-secrets-token': 'session' },
    },
  ]);
});

test('after a failure the next call tries again', async () => {
  // The extension's answer while the Lambda is still starting.
  await extension([400, 'not ready to serve traffic, please wait'], [200, { SecretString: 'the key' }]);
  const key = secret('notify');
  await expect(key()).rejects.toThrow(/^the secret could not be read: 400$/);
  expect(await key()).toBe('the key');
});

test('an answer that is not a secret is an error that does not contain the answer', async () => {
  await extension([200, { SecretBinary: 'dGhlIGtleQ==' }]);
  await expect(secret('notify')()).rejects.toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('dGhl') }),
  );
});
