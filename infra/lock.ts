// A lock between processes that share a data folder: a file that its holder keeps touching.
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOf } from './process.ts';

const TOUCH_MS = 1000;
/** A holder that has not touched its lock for this long is taken for dead. */
const STALE_MS = 6000;
const TRY_MS = 50;

const self = `${process.pid} ${startOf(process.pid) ?? ''}`;

/** True when the lock's holder is known to have ended, or has not touched it for long. */
function isStale(path: string): boolean {
  try {
    const [pid = '', start = ''] = readFileSync(path, 'utf8').split(' ');
    if (start && startOf(Number(pid)) !== start) return true;
    return Date.now() - statSync(path).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, self, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (isStale(path)) rmSync(path, { force: true });
    return false;
  }
}

/** Runs `work` while no other process runs work under the same name. It must be safe to repeat. */
export async function withLock<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, `${name}.lock`);
  while (!take(path)) await sleep(TRY_MS);
  const touching = setInterval(() => {
    const now = new Date();
    utimesSync(path, now, now);
  }, TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(path, { force: true });
  }
}
