// The local clock: the real one plus an offset of whole days, which processes with the same data folder share.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeJson } from './folder.ts';

export interface MovableClock {
  /** An ISO instant. */
  now(): string;
  advanceDays(days: number): void;
}

const FILE = 'clock.json';
const RECHECK_MS = 50;
const DAY_MS = 86_400_000;
const stored = z.object({ offsetMs: z.number().nonnegative() });

export function clockInFolder(folder: string): MovableClock {
  const path = join(folder, FILE);
  let offsetMs = 0;
  let version = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    lookedAt = performance.now();
    const file = statSync(path, { throwIfNoEntry: false });
    const found = file ? `${file.ino} ${file.mtimeMs}` : '';
    if (found === version) return;
    offsetMs = readJson(folder, FILE, stored)?.offsetMs ?? 0;
    version = found;
  };
  return {
    now() {
      if (performance.now() - lookedAt >= RECHECK_MS) look();
      return new Date(Date.now() + offsetMs).toISOString();
    },
    advanceDays(days) {
      look();
      offsetMs += days * DAY_MS;
      writeJson(folder, FILE, { offsetMs });
      look();
    },
  };
}

/** A clock for tests: starts at a chosen instant and goes on like a real one. */
export function clockFrom(instant: string): MovableClock {
  let startsMs = Date.parse(instant) - performance.now();
  return {
    now: () => new Date(startsMs + performance.now()).toISOString(),
    advanceDays(days) {
      startsMs += days * DAY_MS;
    },
  };
}
