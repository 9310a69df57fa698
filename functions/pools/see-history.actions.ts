// A pool's history, a page at a time, as one reader may see it.
import { eventOf, stateOf } from '../journal/entry.ts';
import { poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { poolReducer } from './journal/pool-reducer.ts';
import { EMPTY_POOL } from './journal/pool-state.ts';
import { belongsToPool } from './pools.access.ts';
import { historyItem } from './pools.history.ts';

export async function seeHistory(
  { journals }: AppContext,
  { place, personId }: Actor,
  poolId: string,
  { after, limit }: { after: number; limit: number },
) {
  const key = poolKey(place, poolId);
  const found = await read(journals, poolReducer, key);
  if (!found.ok) return found;
  if (!found.value || !belongsToPool(found.value.state, personId)) return refuse('not-found');
  const { state } = found.value;
  // One event more, because the state before an event says whose a lot was that is gone now.
  const from = Math.max(0, after - 1);
  const entries = await journals.store.range(key, from, limit + after - from);
  const page = entries.filter(({ seq }) => seq > after);
  const last = page.at(-1);
  return ok({
    items: page.map((entry) => {
      const previous = entries.find(({ seq }) => seq === entry.seq - 1);
      const before = () => (previous ? stateOf(poolReducer, previous) : EMPTY_POOL);
      return historyItem(state, before, eventOf(poolReducer, entry), entry.hash, personId);
    }),
    next: page.length === limit && last ? last.seq : null,
  });
}
