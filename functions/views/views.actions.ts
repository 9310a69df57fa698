// What the stream consumer does with an event: brings the views of its journal up to it.
import { allocationNextDue, allocationReducer, pooledPence } from '../allocations/allocations.rules.ts';
import { putRecord } from '../commissions/commissions.store.ts';
import { eventOf, stateOf } from '../journal/journal.ts';
import type { Entry, Event } from '../journal/journal.types.ts';
import { keeper } from '../platform/keep.ts';
import type { World } from '../platform/world.ts';
import { poolNextDue, poolReducer } from '../pools/pools.reducer.ts';
import type { PoolChange, PoolState } from '../pools/pools.state.ts';
import { getTexts } from '../pools/pools.store.ts';
import { commissionIdOf } from '../pools/pools.view.ts';
import { putView, type View, viewsOf } from './views.store.ts';

/** Brings the views of one journal up to this entry. Entries may come late, twice and in any order. */
export async function project({ table }: Pick<World, 'table'>, entry: Entry): Promise<void> {
  const { key, seq } = entry;
  if (key.kind === 'ALLOC') {
    const state = stateOf(allocationReducer, entry);
    const { funder, granted, balance, returned } = state;
    const sums = { [funder]: { granted, balance, returned, pooled: pooledPence(state) } };
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
  await putView(table, key, seq, leftByFunder(state), poolNextDue(state));
}

/** What is left in a pool of each funder's money. */
function leftByFunder(state: PoolState): Record<string, { free: number; held: number }> {
  const sums: Record<string, { free: number; held: number }> = {};
  for (const [n, lot] of Object.entries(state.lots)) {
    const { free, held } = sums[lot.funder] ?? { free: 0, held: 0 };
    const holds = Object.values(state.commissions).reduce((sum, commission) => sum + (commission.held[n] ?? 0), 0);
    sums[lot.funder] = { free: free + lot.free, held: held + holds };
  }
  return sums;
}

/** How long a sum over so many journals is shown before they are read again: over a million, eight minutes; over few, not at all. */
export const totalsFreshMs = (journals: number): number => (journals < 10_000 ? 0 : journals / 2);

/** What has become of all that a funder granted in its place, as of a few seconds ago. Reads a view of every journal there. */
export async function totalsOf(world: World, place: string, funder: string) {
  return (await totals.get(world, place, funder)).totals;
}

const totals = keeper(
  async ({ table }, place = '', funder = '') => {
    const views = await viewsOf(table, place);
    return { totals: sumOf(views, funder), journals: views.length };
  },
  ({ journals }) => totalsFreshMs(journals),
);

function sumOf(views: readonly View[], funder: string) {
  const sums = { granted: 0, balance: 0, returned: 0, pooled: 0, free: 0, held: 0 };
  const counts = { ALLOC: 0, POOL: 0 };
  for (const { SK, totals } of views) {
    const own = totals[funder];
    if (!own) continue;
    counts[SK.startsWith('POOL#') ? 'POOL' : 'ALLOC']++;
    for (const name of ['granted', 'balance', 'returned', 'pooled', 'free', 'held'] as const)
      sums[name] += own[name] ?? 0;
  }
  const { granted, balance, returned, pooled, free, held } = sums;
  return {
    allocations: counts.ALLOC,
    pools: counts.POOL,
    grantedPence: granted,
    notInPoolsPence: balance,
    freePence: free,
    heldPence: held,
    paidPence: pooled - free - held,
    returnedPence: returned,
  };
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
