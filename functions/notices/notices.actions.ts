// What the stream consumer does with an event besides the views: stores a notice for each person to be notified of it.
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { eventOf, rawEventOf, stateOf } from '../journal/entry.ts';
import type { Entry } from '../journal/journal.types.ts';
import type { AppContext } from '../platform/app-context.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { needsStateBefore, notificationsOf, notificationsOfAllocation } from './notices.rules.ts';
import { putNotifications } from './notifications.store.ts';
import { changesReminders, nextReminder } from './reminders.rules.ts';
import { putReminder } from './reminders.store.ts';
import { isTooOld } from './sending.rules.ts';

/**
 * Entries may arrive late, twice and in any order. Nobody is notified of events that are too old, so that replaying the
 * stream notifies nobody; nor of events up to `silentUntil`.
 */
export async function notify(
  { table, journals, now }: Pick<AppContext, 'table' | 'journals' | 'now'>,
  entry: Entry,
  silentUntil: string,
): Promise<void> {
  const { key, seq } = entry;
  const isNew = (at: string): boolean => at > silentUntil && !isTooOld(at, now());
  if (key.kind === 'ALLOC') {
    const event = eventOf(allocationReducer, entry);
    if (isNew(event.at))
      await putNotifications(table, key.place, notificationsOfAllocation(event, stateOf(allocationReducer, entry)));
    return;
  }
  const event = eventOf(poolReducer, entry);
  const { at } = event;
  const state = stateOf(poolReducer, entry);
  if (changesReminders(event.changes))
    await putReminder(table, key, { seq, at, done: false }, nextReminder(state, at, true));
  if (!isNew(at)) return;
  const [previousEntry] = needsStateBefore(event) && seq > 1 ? await journals.store.range(key, seq - 2, 1) : [];
  if (previousEntry) rawEventOf(previousEntry);
  const before = previousEntry && stateOf(poolReducer, previousEntry);
  await putNotifications(table, key.place, notificationsOf(event, before, state));
}
