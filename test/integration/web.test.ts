// The built web as it is served: security headers, caching, compression, and what belongs to whom.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webHeaders } from '../../infra/headers.ts';
import { identityConfig } from '../../infra/local/issuer.ts';
import { webApp } from '../../infra/local/web.ts';
import { startKitty, type TestKitty } from '../harness.ts';
import { endAll, newFolder } from '../spawned.ts';

const PAGE = '<!doctype html><title>Kitty</title>';
const SCRIPT = `console.log(${JSON.stringify('kitty '.repeat(400))});`;
const FONT = Buffer.from([0x77, 0x4f, 0x46, 0x32, ...new Array<number>(2000).fill(0)]);

function built(): string {
  const folder = newFolder();
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('index.html', PAGE);
  put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  put('manifest.webmanifest', '{}');
  put('assets/main-abc123.js', SCRIPT);
  put('assets/face-abc123.woff2', FONT);
  put('.vite/manifest.json', '{"secret":1}');
  writeFileSync(join(folder, '..', 'beside.txt'), 'not the web');
  return folder;
}

const folder = built();
const app = webApp({ config: identityConfig('a-place'), folder });
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

afterAll(endAll);

describe('every answer of the web', () => {
  test.each([
    ['/', 200],
    ['/pools/x', 200],
    ['/assets/main-abc123.js', 200],
    ['/assets/gone.js', 404],
    ['/config.json', 200],
  ])('%s carries the security headers', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(webHeaders())) expect(answer.headers.get(name)).toBe(value);
  });

  test('allows nothing inline, nothing from elsewhere, no frames, and no markup from text', () => {
    const policy = webHeaders()['content-security-policy'] ?? '';
    const [first, ...rest] = policy.split('; ');
    expect(first).toBe("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|data:|blob:|\*|http/);
    expect(rest).toEqual(
      expect.arrayContaining([
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]),
    );
  });

  test('lets the page fetch tokens from an issuer elsewhere, and from there alone', () => {
    const origin = 'https://kitty.auth.eu-west-2.example';
    expect(webHeaders(origin)['content-security-policy']).toContain(`; connect-src 'self' ${origin}; `);
  });
});

describe('files', () => {
  test('with a hash in their name are kept for good, everything else is asked for each time', async () => {
    const cache = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cache('/assets/main-abc123.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/icon.svg', '/pools', '/config.json']) expect(await cache(path)).toBe('no-cache');
    expect(await cache('/assets/gone.js')).toBe('no-cache');
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/offers/x.y', 'text/html; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/assets/main-abc123.js', 'text/javascript; charset=utf-8'],
    ['/assets/face-abc123.woff2', 'font/woff2'],
  ])('%s is %s', async (path, type) => {
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  test('that have not changed are not sent again', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    const again = await get('/', { 'if-none-match': etag });
    expect({ status: again.status, text: await again.text() }).toEqual({ status: 304, text: '' });
    expect((await get('/', { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });

  test.each([
    '/../beside.txt',
    '/..%2fbeside.txt',
    '/%2e%2e/beside.txt',
    '/assets/..%2f..%2fbeside.txt',
    '/.vite/manifest.json',
    '//etc/passwd',
  ])('a name in an address never becomes a path: %s', async (path) => {
    expect(await (await get(path)).text()).not.toMatch(/not the web|secret|root:/);
  });
});

describe('compression', () => {
  test.each<[string, string | null, (bytes: Buffer) => Buffer]>([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', null, (bytes) => bytes],
    ['', null, (bytes) => bytes],
  ])('for “%s” is %s', async (accepted, encoding, undo) => {
    const answer = await get('/assets/main-abc123.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(undo(Buffer.from(await answer.arrayBuffer())).toString()).toBe(SCRIPT);
  });

  test('leaves alone what is small or packed already', async () => {
    for (const path of ['/', '/assets/face-abc123.woff2']) {
      const answer = await get(path, { 'accept-encoding': 'br' });
      expect(answer.headers.get('content-encoding')).toBeNull();
    }
    expect(Buffer.from(await (await get('/assets/face-abc123.woff2')).arrayBuffer())).toEqual(FONT);
  });
});

test('before the web is built every page says in one sentence what to do, and is there once it is', async () => {
  const empty = newFolder();
  const early = webApp({ config: identityConfig('a-place'), folder: empty });
  const answer = await early.request('/pools');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build:web');
  writeFileSync(join(empty, 'index.html'), PAGE);
  expect(await (await early.request('/pools')).text()).toBe(PAGE);
});

describe('the web and the rest of the server', () => {
  let kitty: TestKitty;
  beforeAll(async () => {
    kitty = await startKitty();
  });
  afterAll(() => kitty.stop());

  test('what begins like the API, /local or /docs and does not exist is a problem, never a page', async () => {
    for (const path of ['/v1/nothing', '/v1', '/local/nothing', '/docs/nothing', '/openapi.json/x']) {
      const { status, headers } = await kitty.call('GET', path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'application/problem+json']);
    }
    expect((await kitty.call('POST', '/pools')).status).toBe(404);
    expect((await kitty.call('GET', '/v1/health')).body).toEqual({ status: 'ok' });
    expect((await kitty.call('GET', '/docs')).status).toBe(200);
  });

  test('the machine’s own page keeps the web’s policy, with and without a slash', async () => {
    const page = await kitty.call('GET', '/local');
    expect(page.body).toContain('<h1>Kitty on this machine</h1>');
    expect(page.body).not.toMatch(/<script|<style|style=/);
    expect(page.headers.get('content-security-policy')).toBe(webHeaders()['content-security-policy']);
    expect((await kitty.call('GET', '/local/')).body).toContain('<h1>Kitty on this machine</h1>');
    expect((await kitty.call('GET', '/local/page.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });
});
