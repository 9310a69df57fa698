// Loads the demo place once, however many processes start and whenever one crashes.
import type { World } from '../../functions/platform/world.ts';
import { loadDemo } from './demo.ts';
import { withLock } from './lock.ts';
import { readPersonas, writePersonas } from './personas.ts';

const LOADED = { PK: 'LOCAL#DEMO', SK: 'LOADED' };

export async function loadDemoOnce(world: World, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (readPersonas(folder) && (await world.table.get(LOADED, true))) return;
    writePersonas(folder, await loadDemo(world, world.now()));
    // Last, so that a crash before this is made good by the next start.
    await world.table.putNew({ ...LOADED, at: world.now() });
  });
}
