// Loads the demo place once, however many processes start and whenever one crashes.
import type { World } from '../../functions/platform/world.ts';
import { loadDemo, loadStaff } from './demo.ts';
import { LOADED, moment, STARTED } from './demo-past.ts';
import { withLock } from './lock.ts';
import { readPersonas, writePersonas } from './personas.ts';

export async function loadDemoOnce(world: World, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (readPersonas(folder) && (await world.table.get(LOADED, true))) return;
    // Days are counted from the first attempt, so that a second attempt after a crash makes exactly the same.
    const at = world.now();
    const before = await world.table.putNew({ ...STARTED, at });
    writePersonas(folder, await loadDemo(world, before ? moment.parse(before).at : at));
    // Written last, so that after a crash the next start completes the loading.
    await world.table.putNew({ ...LOADED, at: world.now() });
  });
}

/** Without the demo place: only the personas whom no funder imports. */
export async function loadStaffOnce(world: World, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (!readPersonas(folder)) writePersonas(folder, await loadStaff(world));
  });
}
