// The data folder (KITTY_DATA): small JSON files, written whole or not at all.
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type * as z from 'zod';
import { StartupError } from '../startup-error.ts';

const code = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

/** Node's own recursive mkdir never returns where the system says ENOENT for a folder that has a parent, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Makes the folder and proves that it can be written to; answers its absolute path. */
export function openFolder(path: string): string {
  const folder = resolve(path);
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
    return folder;
  } catch (error) {
    throw new StartupError(
      `The data folder ${folder} cannot be written to (${code(error)}): set KITTY_DATA to a folder that can.`,
    );
  }
}

/** The content of a JSON file; undefined when there is none. */
export function readJson<T extends z.ZodType>(folder: string, name: string, schema: T): z.output<T> | undefined {
  const path = join(folder, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (code(error) === 'ENOENT') return undefined;
    throw new StartupError(`The file ${path} cannot be read (${code(error)}).`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartupError(`The file ${path} does not hold what Kitty wrote there: move it away and start again.`);
  }
}

let written = 0;

/** Writes to another name first, so that a crash leaves the old or the new file whole. Only its owner may read it. */
function writeDraft(path: string, value: unknown): string {
  written += 1;
  const draft = `${path}.${process.pid}.${written}`;
  writeFileSync(draft, JSON.stringify(value), { mode: 0o600 });
  return draft;
}

export function writeJson(folder: string, name: string, value: unknown): void {
  const path = join(folder, name);
  renameSync(writeDraft(path, value), path);
}

/** Writes a file unless there is one: of two processes that do this at once, one wins and both then read the same. */
export function writeJsonOnce(folder: string, name: string, value: unknown): void {
  const path = join(folder, name);
  const draft = writeDraft(path, value);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (code(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
