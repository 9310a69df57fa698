// What the stream consumer does with an event beside the views: keeps a notice for each person whom it concerns.
import { eventOf, stateOf } from '../journal/journal.ts';
import type { Entry } from '../journal/journal.types.ts';
import type { World } from '../platform/world.ts';
import { poolReducer } from '../pools/pools.reducer.ts';
import type { PoolChange } from '../pools/pools.state.ts';
import { needsBefore, noticesOf, noticesOfAllocation } from './notices.rules.ts';
import { changesReminders, nextReminder } from './reminders.rules.ts';
import { putReminder } from './reminders.store.ts';
import { isOld } from './sending.rules.ts';
import { putTellings } from './tellings.store.ts';

type Needs = Pick<World, 'table' | 'journals' | 'now'>;

/**
 * Entries may come late, twice and in any order. What is old is no news: a stream that is played again tells nobody. Nor
 * is what came about by `toldUntil`.
 */
export async function tell({ table, journals, now }: Needs, entry: Entry, toldUntil: string): Promise<void> {
  const { key, seq } = entry;
  const event = eventOf<PoolChange>(entry);
  const { at } = event;
  const isNews = at > toldUntil && !isOld(at, now());
  if (key.kind === 'ALLOC') {
    if (isNews) await putTellings(table, key.place, noticesOfAllocation(event));
    return;
  }
  const state = stateOf(poolReducer, entry);
  if (changesReminders(event.changes))
    await putReminder(table, key, { seq, at, done: false }, nextReminder(state, at, true));
  if (!isNews) return;
  const [entryBefore] = needsBefore(event) && seq > 1 ? await journals.store.range(key, seq - 2, 1) : [];
  const before = entryBefore && stateOf(poolReducer, entryBefore);
  await putTellings(table, key.place, noticesOf(event, before, state));
}
