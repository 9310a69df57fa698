// Loads the demo place once, however many processes start and whenever one crashes.
import type { AppContext } from '../../functions/platform/app-context.ts';
import { withLock } from '../lock.ts';
import { loadDemo, loadStaff } from './demo.ts';
import { LOADED, moment, STARTED } from './demo-past.ts';
import { readPersonas, writePersonas } from './personas.ts';

export async function loadDemoOnce(world: AppContext, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (readPersonas(folder) && (await world.table.get(LOADED, true))) return;
    // The demo's dates count from the first attempt, so that another one after a crash makes the same and no more.
    const at = world.now();
    const before = await world.table.putNew({ ...STARTED, at });
    writePersonas(folder, await loadDemo(world, before ? moment.parse(before).at : at));
    // Last, so that the next start repeats the loading after a crash before this.
    await world.table.putNew({ ...LOADED, at: world.now() });
  });
}

/** Without the demo place: only people who are never imported (funder, broker, enterprises). */
export async function loadStaffOnce(world: AppContext, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (!readPersonas(folder)) writePersonas(folder, await loadStaff(world));
  });
}
