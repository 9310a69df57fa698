// A build is the same bytes wherever and whenever it is made: so anybody can check what runs, and make its source map again.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAMBDAS } from '../../infra/bundle.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['functions', 'infra', 'web', 'node_modules'];
const FILES = ['package.json', 'tsconfig.json'];

const folder = mkdtempSync(join(tmpdir(), 'kitty-builds-'));
/** File → digest. */
let here: ReadonlyMap<string, string>;
let there: ReadonlyMap<string, string>;

/** Hard links, because real paths are what builds see, and node_modules is large. */
function duplicate(from: string, to: string): void {
  const entries = readdirSync(from, { withFileTypes: true });
  mkdirSync(to, { recursive: true });
  for (const entry of entries) {
    const [was, now] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) duplicate(was, now);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(was), now);
    else
      try {
        linkSync(was, now);
      } catch {
        // Another disk.
        copyFileSync(was, now);
      }
  }
}

/** Builds everything in a checkout of its own; answers the digest of each file. */
async function buildIn(checkout: string, env: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  mkdirSync(checkout, { recursive: true });
  for (const name of FOLDERS) duplicate(join(root, name), join(checkout, name));
  for (const name of FILES) copyFileSync(join(root, name), join(checkout, name));
  const options = { cwd: checkout, env: { PATH: process.env.PATH, HOME: folder, ...env } };
  await run(process.execPath, ['infra/bundle.ts'], options);
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '-c', 'web/vite.config.ts'], options);
  const dist = join(checkout, 'dist');
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(dist, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

beforeAll(async () => {
  here = await buildIn(join(folder, 'kitty'), { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' });
  // Another depth, another length, and a space.
  there = await buildIn(join(folder, 'some where', 'else', 'kit'), { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every Lambda’s bundle is the same bytes in another folder, language and time zone', () => {
  const names = LAMBDAS.map(({ name }) => `${name}/index.mjs`);
  expect([...here.keys()]).toEqual(expect.arrayContaining(names));
  const bundles = (files: ReadonlyMap<string, string>) => [...files].filter(([file]) => !file.startsWith('web/'));
  expect(bundles(there)).toEqual(bundles(here));
});

test('so is every file of the web', () => {
  const web = (files: ReadonlyMap<string, string>) => [...files].filter(([file]) => file.startsWith('web/'));
  expect(web(here).length).toBeGreaterThan(50);
  expect(web(there)).toEqual(web(here));
});
