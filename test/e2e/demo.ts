// Starts Kitty with the demo place for one test file, on a copy of the data folder that set-up.ts has loaded.
import { cpSync } from 'node:fs';
import { inject } from 'vitest';
import { newFolder, type Spawned, spawnKitty } from '../spawned.ts';

export function spawnDemo(): Promise<Spawned> {
  const folder = newFolder();
  cpSync(inject('demoFolder'), folder, { recursive: true });
  return spawnKitty({ KITTY_DEMO: 'load', KITTY_DATA: folder });
}
