// During an outage of the key server, a token that cannot be checked is answered with 503, never 401, which would sign people out.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { ok } from '../../functions/kernel/result.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { httpApp } from '../../functions/platform/http.ts';
import { routes } from '../../functions/platform/route.ts';
import { listening } from '../artifact/listening.ts';

const ISSUER = 'https://issuer.example/pool';
const KID = 'first';

type Answer = (response: ServerResponse) => void;
const says =
  (body: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

let answer: Answer;
let asked = 0;
let keyServer: Awaited<ReturnType<typeof listening>>;
let key: Awaited<ReturnType<typeof generateKeyPair>>;
let jwk: object;
const { request: httpsRequest } = https;

/** The library asks by TLS only; here the same request goes to a plain server on this machine. */
const plainRequest = (url: string, options: object, onAnswer: (answer: IncomingMessage) => void) =>
  request(url.replace('https:', 'http:'), options, onAnswer);

beforeAll(async () => {
  keyServer = await listening(
    createServer((_, response) => {
      asked++;
      answer(response);
    }),
  );
  key = await generateKeyPair('RS256');
  jwk = { ...(await exportJWK(key.publicKey)), kid: KID, use: 'sig', alg: 'RS256' };
  https.request = plainRequest as typeof https.request;
  syncBuiltinESMExports();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  https.request = httpsRequest;
  syncBuiltinESMExports();
  await keyServer.close();
});

const tokenBy = (kid: string, signer = key) =>
  new SignJWT({ kitty_person: 'rosa', kitty_place: 'place', 'cognito:groups': ['holder'] })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(ISSUER)
    .setAudience('kitty')
    .setExpirationTime('1h')
    .sign(signer.privateKey);

/** An API with no keys cached, like a new process. */
function newApp(jwksUri = `${keyServer.url.replace('http:', 'https:')}/keys`) {
  const route = routes<undefined>();
  const seen = z.object({ actorId: z.string() });
  const said = { answer: seen, summary: 'Says who asks' } as const;
  const app = httpApp(
    {
      context: undefined,
      authenticate: authenticator({ issuer: ISSUER, audience: 'kitty', jwksUri }),
      actFor: async () => 'not-granted',
    },
    [
      route({ ...said, method: 'GET', path: '/mine', who: 'signed-in', handle: async ({ actor }) => ok(actor) }),
      route({ ...said, method: 'GET', path: '/open', who: 'anyone', handle: async ({ actor }) => ok(actor) }),
    ],
  );
  return async (token: string, path = '/mine') => {
    const response = await app.request(path, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, headers: response.headers, body: Object(await response.json()) };
  };
}

const logged = () => vi.spyOn(console, 'error').mockImplementation(() => {});

const unusable = { kty: 'RSA', kid: KID, alg: 'RS256', e: 'AQAB' };
const outages: Record<string, Answer> = {
  'answers 500': says('{}', 500),
  'answers 404': says({ keys: [] }, 404),
  'hangs up': (response) => response.destroy(),
  'stops in the middle': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"keys":[');
    setTimeout(() => response.destroy(), 50);
  },
  'answers with a page': says('<html>Service unavailable</html>'),
  'answers with bytes': (response) => response.end(Buffer.from([0xff, 0xfe, 0x00])),
  'answers with other JSON': says({ message: 'ok' }),
  'answers with null': says('null'),
  'has no keys': says({ keys: [] }),
  'has keys of no type': says({ keys: [{ kid: KID }] }),
  'has a key without numbers': says({ keys: [unusable] }),
  'has a key with numbers that are none': says({ keys: [{ ...unusable, n: '' }] }),
  'has a key that is not for signatures': (response) => says({ keys: [{ ...jwk, use: 'enc' }] })(response),
};

describe('503, to be tried again, and logged, when the key server', () => {
  test.each(Object.entries(outages))('%s; and good again when it is back', async (_, outage) => {
    const log = logged();
    const ask = newApp();
    const token = await tokenBy(KID);
    answer = outage;
    const { status, headers, body } = await ask(token);
    expect({ status, ...body }).toMatchObject({ status: 503, code: 'sign-in-unavailable' });
    expect(headers.get('retry-after')).toBe('1');
    expect(headers.get('www-authenticate')).toBeNull();
    expect(log.mock.calls.map(([line]) => JSON.parse(line).code)).toEqual(['sign-in-unavailable']);
    // Routes that are open to anyone still answer, without an actor.
    expect(await ask(token, '/open')).toMatchObject({ status: 200, body: { actorId: '' } });
    answer = says({ keys: [jwk] });
    expect(await ask(token)).toMatchObject({ status: 200, body: { actorId: 'rosa' } });
  });

  test('is not there', async () => {
    const gone = await listening(createServer());
    await gone.close();
    logged();
    const { status, body } = await newApp(gone.url.replace('http:', 'https:'))(await tokenBy(KID));
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'sign-in-unavailable' });
  });

  test('does not answer in time', { timeout: 20_000 }, async () => {
    logged();
    answer = () => {};
    const { status, body } = await newApp()(await tokenBy(KID));
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'sign-in-unavailable' });
  });
});

describe('once the keys are known', () => {
  test.each(Object.entries(outages))('a token is still accepted while it %s', async (_, outage) => {
    logged();
    const ask = newApp();
    answer = says({ keys: [jwk] });
    expect((await ask(await tokenBy(KID))).status).toBe(200);
    answer = outage;
    // An unknown key makes the library fetch the keys again.
    expect((await ask(await tokenBy('newer'))).status).toBe(503);
    asked = 0;
    expect((await ask(await tokenBy(KID))).status).toBe(200);
    expect(asked).toBe(0);
  });
});

describe('401 while the key server answers: a token', () => {
  test('of a key that it does not have, as often as it is sent', async () => {
    const log = logged();
    const ask = newApp();
    answer = says({ keys: [jwk] });
    asked = 0;
    for (let n = 0; n < 3; n++)
      expect(await ask(await tokenBy('another'))).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(asked).toBe(1);
    expect(log).not.toHaveBeenCalled();
  });

  test('that another key signed in its name', async () => {
    answer = says({ keys: [jwk] });
    expect((await newApp()(await tokenBy(KID, await generateKeyPair('RS256')))).status).toBe(401);
  });

  test('that is not a token at all, whether it answers or not', async () => {
    answer = says('', 500);
    asked = 0;
    expect((await newApp()('nonsense')).status).toBe(401);
    expect(asked).toBe(0);
  });
});
