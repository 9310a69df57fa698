// What the stream consumer does with an event: brings the views of its journal up to it.
import { allocationNextDue, allocationReducer, pooledPence } from '../allocations/allocations.rules.ts';
import { putRecord } from '../commissions/commissions.store.ts';
import { eventOf, stateOf } from '../journal/journal.ts';
import type { Entry, Event } from '../journal/journal.types.ts';
import type { World } from '../platform/world.ts';
import { poolNextDue, poolReducer } from '../pools/pools.reducer.ts';
import { freePence, heldPence, type PoolChange } from '../pools/pools.state.ts';
import { getTexts } from '../pools/pools.store.ts';
import { commissionIdOf } from '../pools/pools.view.ts';
import { putView } from './views.store.ts';

/** Brings the views of one journal up to this entry. Entries may come late, twice and in any order. */
export async function project({ table }: Pick<World, 'table'>, entry: Entry): Promise<void> {
  const { key, seq } = entry;
  if (key.kind === 'ALLOC') {
    const state = stateOf(allocationReducer, entry);
    const sums = {
      granted: state.granted,
      balance: state.balance,
      pooled: pooledPence(state),
      returned: state.returned,
    };
    return putView(table, key, seq, sums, allocationNextDue(state));
  }
  const state = stateOf(poolReducer, entry);
  const touched = touchedBy(eventOf<PoolChange>(entry));
  const commissions = Object.entries(state.commissions).filter(([cid]) => touched === 'all' || touched.has(cid));
  if (commissions.length > 0) {
    const texts = await getTexts(table, key.place, key.id);
    for (const [cid, commission] of commissions) {
      const words = { poolName: texts.name, title: texts.titles[cid] ?? '' };
      await putRecord(table, key.place, { id: commissionIdOf(key.id, cid), poolId: key.id, seq, commission, ...words });
    }
  }
  const sums = { free: freePence(state), held: heldPence(state), released: state.released };
  await putView(table, key, seq, sums, poolNextDue(state));
}

/** The commissions that an event says anything about. */
function touchedBy(event: Event<PoolChange>): ReadonlySet<string> | 'all' {
  const ids = new Set<string>();
  for (const change of event.changes) {
    if (change.is === 'gone') return 'all';
    if ('id' in change) ids.add(change.id);
  }
  for (const [from, to] of event.postings) for (const account of [from, to]) ids.add(account.split(':')[1] ?? '');
  return ids;
}
