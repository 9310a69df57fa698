// When the web must be built again: whatever it was made from has changed, or nobody knows what that was.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isBuilt, noteInputs } from '../../infra/web-build.ts';

const root = mkdtempSync(join(tmpdir(), 'kitty-web-build-'));
const built = join(root, 'dist/web');
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const buildIt = (more: { readonly mode?: string; readonly whileBuilding?: () => void } = {}) =>
  build({
    configFile: false,
    root: join(root, 'web'),
    mode: more.mode ?? 'production',
    logLevel: 'silent',
    build: { outDir: '../dist/web', emptyOutDir: true },
    plugins: [noteInputs(root), { name: 'meanwhile', generateBundle: () => more.whileBuilding?.() }],
  });

beforeEach(async () => {
  write('web/index.html', '<script type="module" src="/main.ts"></script>');
  write('web/main.ts', "import { name } from '../functions/name.ts';\nconsole.log(name);");
  write('functions/name.ts', "export const name = 'Kitty';");
  write('functions/other.ts', 'export const other = 1;');
  write('node_modules/.package-lock.json', '{}');
  vi.stubEnv('NODE_ENV', undefined);
  await buildIt();
});

test('what was built from the same files is good, whenever they were written', () => {
  utimesSync(join(root, 'web/main.ts'), 0, 0);
  expect(isBuilt(built, root)).toBe(true);
});

test('a file that the web does not import may change', () => {
  write('functions/other.ts', 'export const other = 2;');
  expect(isBuilt(built, root)).toBe(true);
});

test.each([
  ['a page', () => write('web/main.ts', 'console.log(1);')],
  ['a file that a page imports from functions/', () => write('functions/name.ts', "export const name = 'Cat';")],
  ['an installed package', () => write('node_modules/.package-lock.json', '{"packages":{}}')],
  ['a file that is gone', () => rmSync(join(root, 'functions/name.ts'))],
  ['a new file of the web', () => write('web/new.svg', '<svg/>')],
  ['the build itself, which was cut off', () => rmSync(join(built, '.vite'), { recursive: true })],
  ['the note, which cannot be read', () => write('dist/web/.vite/inputs.json', '{"web/main.ts":1')],
])('%s has changed: it is built again', (_, change) => {
  change();
  expect(isBuilt(built, root)).toBe(false);
  rmSync(join(root, 'web/new.svg'), { force: true });
});

test('a file that changes during the build does not pass for what was built', async () => {
  await buildIt({ whileBuilding: () => write('functions/name.ts', "export const name = 'Cat';") });
  expect(isBuilt(built, root)).toBe(false);
});

test('a build with development’s settings is never taken for the real one', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  await buildIt({ mode: 'development' });
  expect(isBuilt(built, root)).toBe(false);
});
