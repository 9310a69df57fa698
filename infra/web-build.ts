// Builds the web into dist/web, unless the build that lies there was made from the very same files.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import * as z from 'zod';
import { withLock } from './lock.ts';
import { StartupError } from './startup-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CONFIG = 'web/vite.config.ts';
/** What npm keeps of the packages that are really installed. */
const INSTALLED = 'node_modules/.package-lock.json';
/** Beside the manifest, in the folder that is neither served nor deployed. */
const NOTE = '.vite/inputs.json';

/** Path from the root of the repository → hash of the content. */
type Hashes = ReadonlyMap<string, string>;
const note = z.record(z.string(), z.string());

function hashOf(root: string, path: string): string | undefined {
  try {
    return createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('base64url');
  } catch {
    return undefined;
  }
}

const filesUnder = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** Everything under web/ counts, new files too; of the rest what the last build imported. */
export function isBuilt(built: string, root = ROOT): boolean {
  try {
    const noted = note.parse(JSON.parse(readFileSync(join(built, NOTE), 'utf8')));
    const all = [...new Set([...Object.keys(noted), ...filesUnder(root, 'web')])];
    return all.every((path) => noted[path] !== undefined && noted[path] === hashOf(root, path));
  } catch {
    return false;
  }
}

/** A plugin of the build: notes what it was made from, last of all, so that a build that was cut off has no note. */
export function noteInputs(root = ROOT): Plugin {
  let before: Hashes = new Map();
  let imported: string[] = [];
  let folder: string | undefined;
  return {
    name: 'kitty-note-inputs',
    apply: 'build',
    configResolved({ isProduction, root: web, build }) {
      // A build with development's settings is another one: it is always made again.
      if (isProduction) folder = join(web, build.outDir);
    },
    // Before anything is read: a file that changes during the build must not pass for what was built.
    buildStart() {
      const paths = [INSTALLED, ...['web', 'functions'].flatMap((part) => filesUnder(root, part))];
      before = new Map(paths.map((path) => [path, hashOf(root, path) ?? '']));
    },
    generateBundle() {
      const paths = [...this.getModuleIds()].map((id) => relative(root, id.replace(/\?.*$/, '')));
      imported = paths.filter((path) => !path.includes('\0') && !path.startsWith('node_modules/'));
    },
    writeBundle() {
      const inputs = new Set([INSTALLED, ...imported, ...[...before.keys()].filter((path) => path.startsWith('web/'))]);
      // A file whose hash before the build is not known counts as changed.
      const noted = Object.fromEntries([...inputs].sort().map((path) => [path, before.get(path) ?? '']));
      if (folder === undefined) return;
      mkdirSync(dirname(join(folder, NOTE)), { recursive: true });
      writeFileSync(join(folder, NOTE), JSON.stringify(noted));
    },
  };
}

/** Builds in a process of its own, one build at a time on this machine; the signal ends it. */
export async function buildWeb(signal?: AbortSignal): Promise<void> {
  const dist = join(ROOT, 'dist');
  mkdirSync(dist, { recursive: true });
  await withLock(dist, 'web', async () => {
    if (isBuilt(join(dist, 'web'))) return;
    const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '-c', CONFIG, '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      ...(signal ? { signal } : {}),
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new StartupError('The web could not be built.');
  });
}

if (import.meta.main) await buildWeb();
