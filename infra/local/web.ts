// Serves the built web as CloudFront does: the same headers, caching, compression and fallback to index.html.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';
import type { IdentityConfig } from '../../web/src/sign-in/identity.ts';
import { webHeaders } from '../headers.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip' | 'identity';

interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  in(encoding: Encoding): Promise<Bytes>;
  readonly encodings: readonly Encoding[];
}

/** Address → file. A name in an address never becomes a path. */
type Site = ReadonlyMap<string, WebFile>;

const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));
/** Prefixes of addresses that are not pages of the web. */
const NOT_THE_WEB = ['/v1', '/local', '/docs', '/openapi.json'];
const HASHED = '/assets/';
const FOREVER = 'public, max-age=31536000, immutable';
/** What CloudFront compresses. */
const COMPRESSED_BYTES = { least: 1000, most: 10_000_000 };

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
/** A middling quality, for speed. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const compressors = {
  br: async (bytes: Bytes): Promise<Bytes> => Uint8Array.from(await brotli(bytes, QUALITY)),
  gzip: async (bytes: Bytes): Promise<Bytes> => Uint8Array.from(await gzipped(bytes)),
  identity: async (bytes: Bytes) => bytes,
};

export const isOfTheWeb = (path: string): boolean =>
  !NOT_THE_WEB.some((other) => path === other || path.startsWith(`${other}/`));

function fileOf(address: string, bytes: Bytes): WebFile {
  const type = getMimeType(address) ?? 'application/octet-stream';
  const isCompressible =
    COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) &&
    bytes.length >= COMPRESSED_BYTES.least &&
    bytes.length <= COMPRESSED_BYTES.most;
  const made = new Map<Encoding, Promise<Bytes>>();
  return {
    type,
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    cache: address.startsWith(HASHED) ? FOREVER : 'no-cache',
    encodings: isCompressible ? ['br', 'gzip', 'identity'] : ['identity'],
    in(encoding) {
      const done = made.get(encoding) ?? compressors[encoding](bytes);
      made.set(encoding, done);
      return done;
    },
  };
}

/** Undefined where nothing has been built. */
function readSite(folder: string): Site | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const site = new Map<string, WebFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    // Names that begin with a dot are the build's own files.
    if (entry.isFile() && !address.includes('/.'))
      site.set(address, fileOf(address, Uint8Array.from(readFileSync(path))));
  }
  return site;
}

const encodingFor = (c: Context, { encodings }: WebFile): Encoding => {
  const wanted = accepts(c, {
    header: 'Accept-Encoding',
    supports: [...encodings],
    default: 'identity',
    // The smallest encoding that the browser accepts.
    match: (taken, { supports }) =>
      supports.find((one) => taken.some(({ type, q }) => type === one && q > 0)) ?? 'identity',
  });
  return encodings.find((one) => one === wanted) ?? 'identity';
};

async function answer(c: Context, file: WebFile): Promise<Response> {
  const encoding = encodingFor(c, file);
  c.header('cache-control', file.cache);
  c.header('etag', file.etag);
  if (file.encodings.length > 1) c.header('vary', 'Accept-Encoding');
  if (c.req.header('if-none-match')?.includes(file.etag)) return c.body(null, 304);
  c.header('content-type', file.type);
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  return c.body(await file.in(encoding));
}

const NOT_BUILT = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kitty’s web is not built</title>
<h1>Kitty’s web is not built</h1>
<p>Run <code>npm run build:web</code>, which builds it, and load this page again.</p>
</html>
`;

interface WebDeps {
  readonly config: IdentityConfig;
  /** Where the built web lies. */
  readonly folder?: string | undefined;
}

export function webApp({ config, folder = BUILT }: WebDeps): Hono {
  const app = new Hono();
  const headers = Object.entries(webHeaders());
  let site = readSite(folder);

  app.get('*', async (c) => {
    const { path } = c.req;
    if (!isOfTheWeb(path)) return c.notFound();
    for (const [name, value] of headers) c.header(name, value);
    c.header('cache-control', 'no-cache');
    if (path === '/config.json') return c.json(config);
    site ??= readSite(folder);
    if (!site) return c.html(NOT_BUILT, 503);
    const file = site.get(path) ?? (path.startsWith(HASHED) ? undefined : site.get('/index.html'));
    return file ? answer(c, file) : c.text('There is no such file.', 404);
  });

  return app;
}
