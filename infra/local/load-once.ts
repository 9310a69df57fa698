// Loads the demo place once, however many processes start and whenever one crashes.
import type { AppContext } from '../../functions/platform/app-context.ts';
import { withLock } from '../lock.ts';
import { loadDemo, loadStaff } from './demo.ts';
import { LOADED, moment, STARTED } from './demo-past.ts';
import { readPersonas, writePersonas } from './personas.ts';

export async function loadDemoOnce(context: AppContext, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (readPersonas(folder) && (await context.table.get(LOADED, true))) return;
    // The demo's dates count from the first attempt, so that another one after a crash makes the same and no more.
    const at = context.now();
    const before = await context.table.putNew({ ...STARTED, at });
    writePersonas(folder, await loadDemo(context, before ? moment.parse(before).at : at));
    // Last, so that the next start repeats the loading after a crash before this.
    await context.table.putNew({ ...LOADED, at: context.now() });
  });
}

/** Without the demo place: only people who are never imported (funder, broker, enterprises). */
export async function loadStaffOnce(context: AppContext, folder: string): Promise<void> {
  await withLock(folder, 'demo', async () => {
    if (!readPersonas(folder)) writePersonas(folder, await loadStaff(context));
  });
}
