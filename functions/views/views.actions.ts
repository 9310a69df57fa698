// What the stream consumer does with an event: updates the views of its journal. And a funder's totals, out of the views.
import { allocationNextDue, allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { totalPooledPence } from '../allocations/journal/allocation-state.ts';
import { putRecord } from '../commissions/commissions.store.ts';
import { disputesIn, inQueueFrom } from '../disputes/disputes.rules.ts';
import { endDispute, putDispute } from '../disputes/disputes.store.ts';
import { readPoolAccount } from '../journal/accounts.ts';
import { eventOf, stateOf } from '../journal/entry.ts';
import type { Entry, Event } from '../journal/journal.types.ts';
import type { AppContext } from '../platform/app-context.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { poolNextDue } from '../pools/journal/due.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import type { Commission, PoolChange, PoolState } from '../pools/journal/pool-state.ts';
import { heldPenceOfLot } from '../pools/journal/pool-sums.ts';
import { commissionIdOf } from '../pools/pools.ids.ts';
import { getTexts } from '../pools/pools.store.ts';
import { putView, type View, viewsOf } from './views.store.ts';

/** Updates the views of one journal to this entry. Entries may arrive late, twice and in any order. */
export async function project({ table }: Pick<AppContext, 'table'>, entry: Entry): Promise<void> {
  const { key, seq } = entry;
  if (key.kind === 'ALLOC') {
    // Reading the event checks that the state is the one that was written.
    eventOf(allocationReducer, entry);
    const state = stateOf(allocationReducer, entry);
    const { funder, grantedPence: granted, balancePence: balance, returnedPence: returned } = state;
    const sums = { [funder]: { granted, balance, returned, pooled: totalPooledPence(state) } };
    return putView(table, key, seq, sums, allocationNextDue(state));
  }
  const event = eventOf(poolReducer, entry);
  const state = stateOf(poolReducer, entry);
  const changed = changedCommissions(state, event);
  if (changed.length > 0) {
    const { name: poolName, titles } = await getTexts(table, key.place, key.id);
    for (const [proposalId, commission] of changed) {
      const id = commissionIdOf(key.id, proposalId);
      const title = titles[proposalId] ?? '';
      await putRecord(table, key.place, { id, poolId: key.id, poolName, title, seq, commission });
    }
    for (const { proposalId, session, dispute } of disputesIn(state, event)) {
      const about = { commissionId: commissionIdOf(key.id, proposalId), session };
      const names = { poolId: key.id, poolName, title: titles[proposalId] ?? '' };
      if (dispute) await putDispute(table, key.place, seq, { ...about, ...names, ...dispute }, inQueueFrom(dispute));
      else await endDispute(table, key.place, seq, about);
    }
  }
  await putView(table, key, seq, remainingByFunder(state), poolNextDue(state));
}

/** What remains in a pool of each funder's money. */
function remainingByFunder(state: PoolState): Record<string, { free: number; held: number }> {
  const sums: Record<string, { free: number; held: number }> = {};
  for (const [n, { funder, freePence }] of Object.entries(state.lots)) {
    const { free, held } = sums[funder] ?? { free: 0, held: 0 };
    sums[funder] = { free: free + freePence, held: held + heldPenceOfLot(state, n) };
  }
  return sums;
}

/** How long totals over so many journals are cached: over a million, eight minutes; over few, not at all. */
export const totalsTtlMs = (journals: number): number => (journals < 10_000 ? 0 : journals / 2);

/** What has become of all that a funder granted in its place, up to a few seconds late. Reads the view of every journal there. */
export async function totalsOf(context: AppContext, place: string, funder: string) {
  return (await totalsCache.get(context, place, funder)).totals;
}

const totalsCache = ttlCache(
  async ({ table }, place = '', funder = '') => {
    const views = await viewsOf(table, place);
    return { totals: sumTotals(views, funder), journals: views.length };
  },
  ({ journals }) => totalsTtlMs(journals),
);

function sumTotals(views: readonly View[], funder: string) {
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

/** The commissions that an event may have changed. */
function changedCommissions(state: PoolState, { changes, postings }: Event<PoolChange>): [string, Commission][] {
  const all = Object.entries(state.commissions);
  // A person whose notice has ended may take part in any of them.
  if (changes.some(({ type }) => type === 'notice-ended')) return all;
  const ids = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
  for (const { from, to } of postings)
    for (const account of [readPoolAccount(from), readPoolAccount(to)])
      if ('commissionId' in account) ids.add(account.commissionId);
  return all.filter(([id]) => ids.has(id));
}
