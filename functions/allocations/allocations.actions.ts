// Use cases of allocations: a person's list and statement; what a funder granted, and its reduction.
import type * as z from 'zod/mini';
import { readAllocationAccount } from '../journal/accounts.ts';
import { append } from '../journal/append.ts';
import { eventOf, stateOf } from '../journal/entry.ts';
import { allocationKey, type CommandMeta, type Posting, poolKey } from '../journal/journal.types.ts';
import { type Current, read } from '../journal/read.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { penceLeftOfAllocation } from '../pools/journal/pool-sums.ts';
import { maySeeAllocation } from './allocations.access.ts';
import type { allocationList, granted } from './allocations.schema.ts';
import { allocationIdsOf, allocationIdsOfRef, putReason } from './allocations.store.ts';
import { allocationReducer } from './journal/allocation-reducer.ts';
import { type AllocationState, totalPooledPence } from './journal/allocation-state.ts';
import { availablePence } from './journal/instalments.ts';

type Item = z.input<typeof allocationList>['items'][number];

export async function myAllocations(context: AppContext, actor: Actor) {
  const ids = await allocationIdsOf(context.table, actor.place, actor.personId);
  const items: Item[] = [];
  for (const item of await Promise.all(ids.map((id) => allocationItem(context, actor, id)))) {
    if (!item.ok) return item;
    if (item.value) items.push(item.value);
  }
  return ok({ items, next: null });
}

async function allocationItem(
  { journals }: AppContext,
  { place, personId }: Actor,
  id: string,
): Promise<Result<Item | undefined, 'being-updated'>> {
  const found = await read(journals, allocationReducer, allocationKey(place, id));
  if (!found.ok) return found;
  // The list is written before the journal: an import that crashed in between leaves an id without a journal.
  if (found.value?.state.personId !== personId) return ok(undefined);
  // What is left in each pool is read from that pool's newest event, never from a running total.
  let inPoolsPence = 0;
  const pools = Object.keys(found.value.state.pooledPence);
  for (const pool of await Promise.all(pools.map((one) => read(journals, poolReducer, poolKey(place, one))))) {
    if (!pool.ok) return pool;
    if (pool.value) inPoolsPence += penceLeftOfAllocation(pool.value.state, id);
  }
  return ok(itemOf(found.value, inPoolsPence));
}

function itemOf({ state, at }: Current<AllocationState>, inPoolsPence: number): Item {
  const { id, stream, custody, instalment, pooling, grantedPence, returnedPence, startsOn, endsOn } = state;
  const available = availablePence(state, at);
  return {
    id,
    stream,
    custody,
    instalment,
    pooling,
    grantedPence,
    availablePence: available,
    notYetAvailablePence: state.balancePence - available,
    pooledPence: inPoolsPence,
    spentPence: totalPooledPence(state) - inPoolsPence,
    returnedPence,
    startsOn,
    endsOn,
    outcomes: [...state.outcomes],
    reductions: [...state.reductions],
    standing: Object.entries(state.standing).map(([poolId, { amountPence }]) => ({ poolId, amountPence })),
  };
}

/** By how many pence the postings of one event change an allocation's balance, and the pool at the other end. */
function balanceChange(postings: readonly Posting[]): { amountPence: number; poolId?: string } {
  let amountPence = 0;
  let poolId: string | undefined;
  for (const { from, to, amount } of postings)
    for (const [name, pence] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      const account = readAllocationAccount(name);
      if (account.type === 'balance') amountPence += pence;
      if (account.type === 'pool') poolId = account.poolId;
    }
  return { amountPence, ...(poolId === undefined ? {} : { poolId }) };
}

export async function statement(
  { journals }: AppContext,
  actor: Actor,
  id: string,
  { after, limit }: { after: number; limit: number },
) {
  const key = allocationKey(actor.place, id);
  const found = await read(journals, allocationReducer, key);
  if (!found.ok) return found;
  if (!found.value || !maySeeAllocation(found.value.state, actor)) return refuse('not-found');
  const isMine = found.value.state.personId === actor.personId;
  const entries = await journals.store.range(key, after, limit);
  const items = entries.map((entry) => {
    const { at, type, postings } = eventOf(allocationReducer, entry);
    const { amountPence, poolId } = balanceChange(postings);
    return {
      seq: entry.seq,
      at,
      kind: type,
      amountPence,
      balancePence: stateOf(allocationReducer, entry).balancePence,
      // A funder is not told which pools a person belongs to.
      ...(isMine && poolId ? { poolId } : {}),
    };
  });
  return ok({ items, next: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null });
}

/** What a funder granted to the person whom it knows by a reference. */
export async function allocationsGrantedTo(
  { journals, table }: AppContext,
  { funder, place }: Actor,
  personRef: string,
) {
  if (funder === undefined) return refuse('not-found');
  const ids = await allocationIdsOfRef(table, place, funder, personRef);
  const items: z.input<typeof granted>['items'] = [];
  for (const found of await Promise.all(ids.map((id) => read(journals, allocationReducer, allocationKey(place, id))))) {
    if (!found.ok) return found;
    if (!found.value) continue;
    const { id, stream, grantedPence, startsOn, endsOn, reductions } = found.value.state;
    items.push({ id, stream, grantedPence, startsOn, endsOn, reductions: [...reductions] });
  }
  return ok({ items, next: null });
}

export async function announceReduction(
  { journals, table }: AppContext,
  { funder, place }: Actor,
  meta: CommandMeta,
  id: string,
  { amountPence, from, reason }: { amountPence: number; from: string; reason: string },
) {
  if (funder === undefined) return refuse('not-found');
  const done = await append(journals, meta, allocationReducer, allocationKey(place, id), {
    command: () => ok({ type: 'announce-reduction' as const, funder, amountPence, from }),
  });
  if (!done.ok) return done;
  await putReason(table, place, id, from, { seq: done.value.seq, text: reason });
  const { grantedPence, reductions } = done.value.state;
  return ok({ id, grantedPence, reductions: [...reductions] });
}
