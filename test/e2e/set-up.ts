// Runs once before all browser tests: builds the web as it is deployed, unpacks the browser, loads the demo place.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../infra/web-build.ts';
import { endAll, newFolder, spawnKitty } from '../spawned.ts';
import { bundledChrome } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo place; each test file works on a copy. */
    demoFolder: string;
  }
}

/** Also for screenshots and measurements. */
export async function buildAndUnpack(): Promise<void> {
  await Promise.all([buildWeb(), bundledChrome()]);
}

const HOUR_MS = 60 * 60 * 1000;
/** The clock starts at noon, so that the date does not change during the tests and text messages are not held back for the night. */
const untilNoonMs = (): number => 24 * HOUR_MS - ((Date.now() + 12 * HOUR_MS) % (24 * HOUR_MS));

async function loadDemo(): Promise<string> {
  const folder = newFolder();
  writeFileSync(join(folder, 'clock.json'), JSON.stringify({ offsetMs: untilNoonMs() }));
  const kitty = await spawnKitty({ KITTY_DEMO: 'load', KITTY_DATA: folder });
  if ((await kitty.end('SIGTERM')) !== 0) throw new Error(`Kitty did not end well: ${kitty.output()}`);
  return folder;
}

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const [demoFolder] = await Promise.all([loadDemo(), buildAndUnpack()]);
  provide('demoFolder', demoFolder);
  return endAll;
}
