// Reminds people of tomorrow's sessions. Safe to run twice, or concurrently.

import { poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { putNotifications } from '../notices/notifications.store.ts';
import { nextReminder, remindersOf } from '../notices/reminders.rules.ts';
import { poolsToRemind, putReminder } from '../notices/reminders.store.ts';
import type { AppContext } from '../platform/app-context.ts';
import { logError } from '../platform/log.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';

/** Stores notices of one place's sessions of tomorrow; answers how many pools were checked. A failure stops no other pool. */
export async function remindOfTomorrow(
  { table, journals, now }: Pick<AppContext, 'journals' | 'table' | 'now'>,
  place: string,
): Promise<number> {
  const pools = await poolsToRemind(table, place, now());
  for (const id of pools)
    try {
      const key = poolKey(place, id);
      const found = await read(journals, poolReducer, key);
      if (!found.ok || !found.value) continue;
      const { state, seq } = found.value;
      const at = now();
      await putNotifications(table, place, remindersOf(state, at));
      await putReminder(table, key, { seq, at, done: true }, nextReminder(state, at, false));
    } catch (error) {
      logError('reminder-failed', error);
    }
  return pools.length;
}
