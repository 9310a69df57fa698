// npm run size [-- --json]: what a browser loads to show each page for the first time, gzipped; fails over the budget.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { buildWeb } from '../../infra/web-build.ts';

const MAX_JS_BYTES = 60 * 1024;
const MAX_CSS_BYTES = 14 * 1024;
const ENTRY = 'index.html';

const manifestShape = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) }),
);
type Manifest = z.infer<typeof manifestShape>;

/** Address of a page → its file under web/, as web/src/routes.ts says. */
function pages(): Map<string, string> {
  const text = readFileSync('web/src/routes.ts', 'utf8');
  const found = [...text.matchAll(/path: '([^']+)'[\s\S]*?import\('\.\/(pages\/[^']+)'\)/g)];
  if (found.length !== text.match(/path: '/g)?.length) throw new Error('web/src/routes.ts is not written as expected');
  return new Map(found.map(([, path = '', file = '']) => [path, `src/${file}`]));
}

/** The chunk and everything that it imports statically; dynamic imports are not part of the first load. */
function closure(manifest: Manifest, chunk: string, into = new Set<string>()): Set<string> {
  const found = manifest[chunk];
  if (!found) throw new Error(`the build has no ${chunk}`);
  if (into.has(chunk)) return into;
  into.add(chunk);
  for (const next of found.imports) closure(manifest, next, into);
  return into;
}

const zipped = new Map<string, number>();
function gzipBytes(file: string): number {
  const known = zipped.get(file) ?? gzipSync(readFileSync(`dist/web/${file}`), { level: 9 }).length;
  zipped.set(file, known);
  return known;
}
const sum = (files: Iterable<string>): number => [...new Set(files)].reduce((all, file) => all + gzipBytes(file), 0);

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
await buildWeb();
const manifest = manifestShape.parse(JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8')));
const sizes = [...pages()].map(([path, file]) => {
  const chunks = [...closure(manifest, file, closure(manifest, ENTRY))].flatMap((name) => manifest[name] ?? []);
  const jsGzipBytes = sum(chunks.map(({ file: js }) => js).filter((js) => js.endsWith('.js')));
  return { path, jsGzipBytes, cssGzipBytes: sum(chunks.flatMap(({ css }) => css)) };
});
const over = sizes.filter((page) => page.jsGzipBytes > MAX_JS_BYTES || page.cssGzipBytes > MAX_CSS_BYTES);
if (values.json)
  console.log(
    JSON.stringify({
      pages: Object.fromEntries(sizes.map(({ path, ...size }) => [path, size])),
    }),
  );
else {
  console.log('First load, gzipped bytes        JavaScript      CSS');
  for (const { path, jsGzipBytes, cssGzipBytes } of sizes)
    console.log(`${path.padEnd(36)}${String(jsGzipBytes).padStart(7)}${String(cssGzipBytes).padStart(9)}`);
}
for (const { path, jsGzipBytes, cssGzipBytes } of over)
  console.error(
    `${path} is over its budget: ${jsGzipBytes} of ${MAX_JS_BYTES} bytes of JavaScript, ${cssGzipBytes} of ${MAX_CSS_BYTES} of CSS, gzipped.`,
  );
process.exit(over.length > 0 ? 1 : 0);
