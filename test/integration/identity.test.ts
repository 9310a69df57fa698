// Who may come in: tokens of the local issuer as the API verifies them, and signing a browser in.
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../functions/kernel/id.ts';
import { putPerson } from '../../functions/people/people.store.ts';
import { loadDemoOnce } from '../../infra/local/load-once.ts';
import { readPersonas } from '../../infra/local/personas.ts';
import { HOME } from '../../infra/local/world.ts';
import { startKitty, type TestKitty } from '../harness.ts';
import { endAll, newFolder } from '../spawned.ts';

let kitty: TestKitty;
beforeAll(async () => {
  kitty = await startKitty({ demo: true });
});
afterAll(async () => {
  await kitty.stop();
  await endAll();
});

const me = (token: string) => kitty.call('GET', '/v1/me', { as: token });
const partsOf = (token: string): [Record<string, string>, JWTPayload, string] => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return [read(header), read(payload), signature];
};
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('200: a token', () => {
  test('names its person, place and roles, and is valid for 12 hours by the real clock', async () => {
    const { status, body } = await kitty.call('POST', '/local/tokens', { body: { persona: 'funder' }, key: null });
    expect(status).toBe(200);
    expect((await me(body.token)).body).toMatchObject({ place: HOME, roles: ['funder'] });
    const [, { iat = 0, exp = 0, kitty_funder }] = partsOf(body.token);
    expect({ hours: (exp - iat) / 3600, kitty_funder }).toEqual({ hours: 12, kitty_funder: 'council' });
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60);
  });

  test('is given for the email of anybody known, in any case, as a holder', async () => {
    const known = { personId: newId(), name: 'Ola Nowak', email: 'Ola.Nowak@example.org' };
    await putPerson(kitty.world.table, HOME, known);
    const { body } = await kitty.call('POST', '/local/tokens', { body: { persona: 'OLA.nowak@example.org' } });
    expect((await me(body.token)).body).toMatchObject({ personId: known.personId, roles: ['holder'] });
  });
});

describe('400 and 404: no token', () => {
  test.each([[{}], [{ persona: '' }], [{ persona: 7 }], [{ persona: 'rosa', roles: ['funder'] }], [['rosa']]])(
    'for the body %j',
    async (body) => {
      const answer = await kitty.call('POST', '/local/tokens', { body });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ status: 400, code: 'bad-input' });
    },
  );

  test('for a persona whom nobody knows', async () => {
    const answer = await kitty.call('POST', '/local/tokens', { body: { persona: 'nobody@example.org' } });
    expect(answer.body).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('401: a token that', () => {
  const good = async () => kitty.tokenFor(await kitty.persona('rosa'));
  /** Rosa's claims with changes, signed by a key of our own that calls itself the issuer's. */
  async function forged(changes: JWTPayload): Promise<string> {
    const [header, payload] = partsOf(await good());
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ ...payload, ...changes })
      .setProtectedHeader({ alg: 'RS256', kid: header.kid ?? '' })
      .sign(privateKey);
  }
  /** The same, truly signed by the local issuer's own key. */
  const signed = (changes: JWTPayload) => kitty.sign(changes);

  const cases: Record<string, () => Promise<string>> = {
    'is no token': async () => 'nonsense',
    'has expired': () => signed({ exp: Math.floor(Date.now() / 1000) - 1 }),
    'is not valid yet': () => signed({ nbf: Math.floor(Date.now() / 1000) + 600 }),
    'comes from another issuer': () => signed({ iss: 'https://elsewhere.example' }),
    'is meant for another audience': () => signed({ aud: 'another' }),
    'names nobody': () => signed({ kitty_person: '' }),
    'has a role that does not exist': () => signed({ 'cognito:groups': ['admin'] }),
    'is signed by another key': () => forged({}),
    'says alg none': async () => {
      const [header, payload] = partsOf(await good());
      return `${encode({ ...header, alg: 'none' })}.${encode(payload)}.`;
    },
    'is signed with the public key as a secret': async () => {
      const [header, payload] = partsOf(await good());
      const [key] = kitty.issuer.keys.keys;
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', kid: header.kid ?? '' })
        .sign(new TextEncoder().encode(JSON.stringify(key)));
    },
    'was changed': async () => {
      const [header, payload, signature] = partsOf(await good());
      return `${encode(header)}.${encode({ ...payload, 'cognito:groups': ['funder'] })}.${signature}`;
    },
    'brings its own key': async () => {
      const [, payload] = partsOf(await good());
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: 'mine', jwk: await exportJWK(publicKey) })
        .sign(privateKey);
    },
  };
  test.each(Object.entries(cases))('%s', async (_, token) => {
    expect((await me(await token())).body).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  test('and the issuer’s own, true token is still taken', async () => {
    expect((await me(await signed({}))).status).toBe(200);
  });
});

describe('signing a browser in', () => {
  test('sets a cookie that scripts cannot read, and the start page then says who it is', async () => {
    const { status, headers } = await kitty.call('GET', '/local/sign-in?as=rosa&to=/pools%3Fa=1');
    expect({ status, to: headers.get('location') }).toEqual({ status: 302, to: '/pools?a=1' });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await kitty.call('GET', '/', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.body).toMatch(/<dt>Signed in<\/dt><dd>Rosa Marino/);
  });

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    '/\t/elsewhere.example',
    '/%09/../..//elsewhere.example',
    'javascript:alert(1)',
    'elsewhere.example',
    '\\\\elsewhere.example',
    '',
  ])('never leads elsewhere: to=%j', async (to) => {
    const { headers } = await kitty.call('GET', `/local/sign-in?as=rosa&to=${encodeURIComponent(to)}`);
    const location = headers.get('location') ?? '';
    expect(location).toMatch(/^\/(?![/\\])/);
    expect(new URL(location, 'http://kitty.example').host).toBe('kitty.example');
  });

  test('is refused for somebody who is not known', async () => {
    expect((await kitty.call('GET', '/local/sign-in?as=nobody')).status).toBe(404);
  });
});

test('what the issuer publishes fits together', async () => {
  const { body: found } = await kitty.call('GET', '/local/.well-known/openid-configuration');
  const { body: keys } = await kitty.call('GET', new URL(found.jwks_uri).pathname);
  const [header, { iss }] = partsOf(await kitty.tokenFor(await kitty.persona('rosa')));
  expect(found.issuer).toBe(iss);
  expect(keys.keys).toEqual([expect.objectContaining({ kid: header.kid, alg: 'RS256', use: 'sig' })]);
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q)":/);
});

test('a demo place whose loading was cut off is completed by the next start, and nobody becomes two people', async () => {
  const folder = newFolder();
  const rosa = await kitty.persona('rosa');
  await kitty.world.table.remove({ PK: 'LOCAL#DEMO', SK: 'LOADED' });
  await Promise.all([loadDemoOnce(kitty.world, folder), loadDemoOnce(kitty.world, folder)]);
  expect(readPersonas(folder)).toEqual(kitty.personas);
  expect((await kitty.persona('rosa')).personId).toBe(rosa.personId);
});

describe('the clock', () => {
  test('moves by whole days only', async () => {
    for (const advanceDays of [-1, 0.5, 3661, '1'])
      expect((await kitty.call('POST', '/local/clock', { body: { advanceDays } })).status).toBe(400);
    const before = kitty.now();
    const { body } = await kitty.call('POST', '/local/clock', { body: { advanceDays: 2 } });
    expect(body.now.slice(0, 10)).toBe(new Date(Date.parse(before) + 2 * 86_400_000).toISOString().slice(0, 10));
    const again = await kitty.call('POST', '/local/clock', { body: { advanceDays: 0 } });
    expect(again.body).toMatchObject({ ran: 0 });
  });

  test('leaves tokens valid, however far it moves', async () => {
    const token = await kitty.tokenFor(await kitty.persona('rosa'));
    await kitty.advance(300);
    expect((await me(token)).status).toBe(200);
  });
});
