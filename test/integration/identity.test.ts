// Who may come in: tokens of the local issuer as the API verifies them, and signing a browser in.
import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../../functions/kernel/id.ts';
import { putPerson } from '../../functions/people/people.store.ts';
import { Headers as LeanHeaders } from '../../functions/platform/lean/fetch-classes.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { loadDemoOnce } from '../../infra/local/load-once.ts';
import { readPersonas } from '../../infra/local/personas.ts';
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
    await putPerson(kitty.context.table, HOME, known);
    const { body } = await kitty.call('POST', '/local/tokens', { body: { persona: 'OLA.nowak@example.org' } });
    expect((await me(body.token)).body).toMatchObject({ personId: known.personId, roles: ['holder'] });
  });
});

test('every answer is made with the fetch classes that a Lambda’s bundle has', async () => {
  expect((await me('')).headers).toBeInstanceOf(LeanHeaders);
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
  test('sets a cookie for the issuer alone that scripts cannot read, and leads to where the web fetches its token', async () => {
    const { status, headers } = await kitty.call('GET', '/local/sign-in?as=rosa&to=/pools%3Fa=1');
    expect({ status, to: headers.get('location') }).toEqual({ status: 302, to: '/sign-in?to=%2Fpools%3Fa%3D1' });
    expect(headers.get('set-cookie')).toMatch(/; Max-Age=43200; Path=\/local; HttpOnly; SameSite=Lax$/);
    const page = await kitty.call('GET', '/local', { headers: { cookie: cookieOf(headers) } });
    expect(page.body).toMatch(/<dt>Signed in<\/dt><dd>Rosa Marino/);
  });

  test.each(['/docs', '/local', '/local/personas', '/openapi.json', '/v1/health'])(
    'leads straight to %s, which is no page of the web',
    async (to) => {
      const { headers } = await kitty.call('GET', `/local/sign-in?as=rosa&to=${to}`);
      expect(headers.get('location')).toBe(to);
    },
  );

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
    const url = new URL(location, 'http://kitty.example');
    expect(url.host).toBe('kitty.example');
    expect(url.pathname).toBe('/sign-in');
    expect(new URL(url.searchParams.get('to') ?? 'x:', url).host).toBe('kitty.example');
  });

  test('is refused for somebody who is not known', async () => {
    expect((await kitty.call('GET', '/local/sign-in?as=nobody')).status).toBe(404);
  });
});

const ORIGIN = 'http://localhost';
const RETURN_TO = `${ORIGIN}/signed-in`;

const cookieOf = (headers: Headers): string => headers.get('set-cookie')?.split(';')[0] ?? '';
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  raw: new URLSearchParams(fields).toString(),
});

/** A tab that signs in: what it keeps, and what it asks for. */
function newTab(changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    client_id: 'kitty',
    redirect_uri: RETURN_TO,
    response_type: 'code',
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'state-of-this-tab',
    nonce: 'nonce-of-this-tab',
    ...changes,
  };
  return { verifier, address: `/local/authorize?${new URLSearchParams(asked)}` };
}

describe('signing the web in with a code and PKCE', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const post = (path: string, { headers, raw }: ReturnType<typeof form>) =>
    kitty.call('POST', path, { headers, csv: raw });
  const rosasCookie = async (): Promise<string> =>
    cookieOf((await kitty.call('GET', '/local/sign-in?as=rosa')).headers);

  /** The address that the issuer sends a browser back to which it knows. */
  async function returned(address: string): Promise<URL> {
    const { headers } = await kitty.call('GET', address, { headers: { cookie: await rosasCookie() } });
    return new URL(headers.get('location') ?? '', ORIGIN);
  }
  async function codeFor(address: string): Promise<string> {
    return (await returned(address)).searchParams.get('code') ?? '';
  }
  const redeem = (code: string, verifier: string, changes: Record<string, string> = {}) =>
    post(
      '/local/oauth/token',
      form({
        grant_type: 'authorization_code',
        client_id: 'kitty',
        redirect_uri: RETURN_TO,
        code,
        code_verifier: verifier,
        ...changes,
      }),
    );

  test('gives a browser that the issuer knows a code, and for it a token that the API takes', async () => {
    const { verifier, address } = newTab();
    const back = await returned(address);
    expect(back.origin + back.pathname).toBe(RETURN_TO);
    expect(back.searchParams.get('state')).toBe('state-of-this-tab');
    const { status, body, headers } = await redeem(back.searchParams.get('code') ?? '', verifier);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 43_200 });
    expect(partsOf(body.id_token)[1]).toMatchObject({ nonce: 'nonce-of-this-tab', aud: 'kitty' });
    expect((await me(body.id_token)).body).toMatchObject({ name: 'Rosa Marino' });
    expect((await me(body.access_token)).status).toBe(401);
  });

  test('asks a browser that it does not know, and gives the code to whoever is chosen', async () => {
    const { verifier, address } = newTab();
    const page = await kitty.call('GET', address);
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/<h1>Who are you\?<\/h1>/);
    expect(page.body).not.toMatch(/<script|style=|<style/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const chosen = await post(address, form({ who: 'rosa' }, { origin: ORIGIN }));
    expect(chosen.status).toBe(303);
    const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect((await me((await redeem(code, verifier)).body.id_token)).body).toMatchObject({ name: 'Rosa Marino' });
    const next = await kitty.call('GET', newTab().address, { headers: { cookie: cookieOf(chosen.headers) } });
    expect(new URL(next.headers.get('location') ?? '').searchParams.has('code')).toBe(true);
  });

  test('takes the email of anybody known, and says at the field when it is nobody’s', async () => {
    const { verifier, address } = newTab();
    const known = { personId: newId(), name: 'Ade Bello', email: 'ade.bello@example.org' };
    await putPerson(kitty.context.table, HOME, known);
    const wrong = await post(address, form({ who: '"><b>nobody@example.org' }));
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatch(/value="&quot;&gt;&lt;b&gt;nobody@example.org"[^>]*aria-invalid="true"/);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    const { headers } = await post(address, form({ who: ' Ade.Bello@example.org ' }));
    const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect((await me((await redeem(code, verifier)).body.id_token)).body).toMatchObject({ personId: known.personId });
  });

  test('asks again for prompt=login, and never asks for prompt=none', async () => {
    const cookie = await rosasCookie();
    const again = await kitty.call('GET', newTab({ prompt: 'login' }).address, { headers: { cookie } });
    expect(again.body).toMatch(/Who are you\?/);
    const never = await kitty.call('GET', newTab({ prompt: 'none' }).address);
    expect(never.headers.get('location')).toContain('error=login_required&state=state-of-this-tab');
  });

  test.each<[string, string, (code: string, verifier: string) => ReturnType<typeof redeem>]>([
    ['a wrong verifier', 'invalid_grant', (code) => redeem(code, randomBytes(32).toString('base64url'))],
    [
      'the challenge as verifier',
      'invalid_grant',
      (code, verifier) => redeem(code, createHash('sha256').update(verifier).digest('base64url')),
    ],
    ['no verifier', 'invalid_request', (code) => redeem(code, '')],
    [
      'another redirect_uri',
      'invalid_grant',
      (code, verifier) => redeem(code, verifier, { redirect_uri: 'http://localhost/x' }),
    ],
    ['another client', 'invalid_client', (code, verifier) => redeem(code, verifier, { client_id: 'somebody' })],
    [
      'another grant type',
      'unsupported_grant_type',
      (code, verifier) => redeem(code, verifier, { grant_type: 'password' }),
    ],
    ['a code that nobody gave', 'invalid_grant', (_, verifier) => redeem('x', verifier)],
  ])('gives no token for %s', async (_, error, ask) => {
    const { verifier, address } = newTab();
    const { status, body } = await ask(await codeFor(address), verifier);
    expect(status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(body).toEqual({ error, error_description: expect.any(String) });
  });

  test('gives one token for a code: none the second time, and none after a wrong verifier', async () => {
    const { verifier, address } = newTab();
    const code = await codeFor(address);
    expect((await redeem(code, verifier)).status).toBe(200);
    expect((await redeem(code, verifier)).body.error).toBe('invalid_grant');
    const other = await codeFor(address);
    await redeem(other, 'wrong');
    expect((await redeem(other, verifier)).body.error).toBe('invalid_grant');
  });

  test('gives no token for a code of a minute ago', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { verifier, address } = newTab();
    const [early, late] = [await codeFor(address), await codeFor(address)];
    vi.setSystemTime(Date.now() + 59_000);
    expect((await redeem(early, verifier)).status).toBe(200);
    vi.setSystemTime(Date.now() + 1000);
    expect((await redeem(late, verifier)).body.error).toBe('invalid_grant');
  });

  test.each<[string, Record<string, string>, string]>([
    ['the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method', { code_challenge_method: '' }, 'invalid_request'],
    ['no challenge', { code_challenge: '' }, 'invalid_request'],
    ['no state', { state: '' }, 'invalid_request'],
    ['no nonce', { nonce: '' }, 'invalid_request'],
    ['a token at once', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['no scope', { scope: 'email' }, 'invalid_scope'],
  ])('tells the web why when it asks with %s', async (_, changes, error) => {
    const back = await returned(newTab(changes).address);
    expect(back.origin + back.pathname).toBe(RETURN_TO);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error,
      ...(changes.state === '' ? {} : { state: 'state-of-this-tab' }),
    });
    expect(back.searchParams.has('code')).toBe(false);
  });

  test.each<[string, string]>([
    ['another client', newTab({ client_id: 'somebody' }).address],
    ['another site', newTab({ redirect_uri: 'https://elsewhere.example/signed-in' }).address],
    ['another page', newTab({ redirect_uri: `${RETURN_TO}/` }).address],
    ['another port', newTab({ redirect_uri: 'http://localhost:81/signed-in' }).address],
    ['two addresses', `${newTab().address}&redirect_uri=https%3A%2F%2Felsewhere.example%2F`],
    ['nothing', '/local/authorize'],
  ])('sends nobody anywhere for %s', async (_, address) => {
    const { status, headers, body } = await kitty.call('GET', address, { headers: { cookie: await rosasCookie() } });
    expect({ status, location: headers.get('location') }).toEqual({ status: 400, location: null });
    expect(body).toMatch(/not this Kitty’s own/);
  });

  test('signs nobody in, and moves no clock, from another site’s page', async () => {
    const origin = 'https://elsewhere.example';
    const chosen = await post(newTab().address, form({ who: 'rosa' }, { origin }));
    expect({ status: chosen.status, cookie: chosen.headers.get('set-cookie') }).toEqual({ status: 400, cookie: null });
    const before = kitty.now();
    expect((await post('/local/clock', form({ advanceDays: '30' }, { origin }))).status).toBe(404);
    expect(Date.parse(kitty.now()) - Date.parse(before)).toBeLessThan(86_400_000);
  });

  test('ends the issuer’s session on signing out, and leads back to this site only', async () => {
    for (const [query, location] of [
      ['to=/docs', '/docs'],
      ['to=//elsewhere.example', '/'],
      [`client_id=kitty&logout_uri=${ORIGIN}/`, '/'],
      [`post_logout_redirect_uri=${ORIGIN}/offers`, '/offers'],
      ['logout_uri=https://elsewhere.example/', '/'],
      [`logout_uri=${ORIGIN}.elsewhere.example/x`, '/'],
    ]) {
      const { status, headers } = await kitty.call('GET', `/local/sign-out?${query}`);
      expect({ status, location: headers.get('location') }).toEqual({ status: 302, location });
      expect(headers.get('set-cookie')).toMatch(/^kitty_token=; Max-Age=0; Path=\/local$/);
    }
  });
});

test('what the issuer publishes fits together', async () => {
  const { body: found } = await kitty.call('GET', '/local/.well-known/openid-configuration');
  const { body: keys } = await kitty.call('GET', new URL(found.jwks_uri).pathname);
  const [header, { iss }] = partsOf(await kitty.tokenFor(await kitty.persona('rosa')));
  expect(found.issuer).toBe(iss);
  expect((await kitty.call('GET', '/config.json')).body).toEqual({
    issuer: iss,
    authorizationEndpoint: new URL(found.authorization_endpoint).pathname,
    tokenEndpoint: new URL(found.token_endpoint).pathname,
    endSessionEndpoint: new URL(found.end_session_endpoint).pathname,
    clientId: 'kitty',
    place: HOME,
  });
  expect(keys.keys).toEqual([expect.objectContaining({ kid: header.kid, alg: 'RS256', use: 'sig' })]);
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q)":/);
});

test('a demo place whose loading was cut off is completed by the next start, and nobody becomes two people', async () => {
  const folder = newFolder();
  const rosa = await kitty.persona('rosa');
  await kitty.context.table.remove({ PK: 'LOCAL#DEMO', SK: 'LOADED' });
  await Promise.all([loadDemoOnce(kitty.context, folder), loadDemoOnce(kitty.context, folder)]);
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

  test('moves from its form too, and then shows the page again', async () => {
    const before = kitty.now();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const moved = await kitty.call('POST', '/local/clock', { headers, csv: 'advanceDays=1' });
    expect({ status: moved.status, to: moved.headers.get('location') }).toEqual({ status: 303, to: '/local' });
    expect(Date.parse(kitty.now()) - Date.parse(before)).toBeGreaterThanOrEqual(86_400_000);
    for (const csv of ['advanceDays=-1', 'advanceDays=', 'advanceDays=1&advanceDays=2x', ''])
      expect((await kitty.call('POST', '/local/clock', { headers, csv })).status).toBe(400);
  });

  test('leaves tokens valid, however far it moves', async () => {
    const token = await kitty.tokenFor(await kitty.persona('rosa'));
    await kitty.advance(300);
    expect((await me(token)).status).toBe(200);
  });
});
