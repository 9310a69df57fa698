// Use cases of allocations: a person's list and statement; what a funder granted, and its reduction.
import type * as z from 'zod';
import { append, eventOf, read, stateOf } from '../journal/journal.ts';
import { allocationKey, poolKey, type Request } from '../journal/journal.types.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { World } from '../platform/world.ts';
import { poolReducer } from '../pools/pools.reducer.ts';
import { leftOf } from '../pools/pools.rules.ts';
import {
  type AllocationChange,
  type AllocationState,
  allocationReducer,
  availablePence,
  pooledPence,
} from './allocations.rules.ts';
import type { allocationList } from './allocations.schema.ts';
import { grantsOfRef, myAllocationIds, putReason } from './allocations.store.ts';

export async function myAllocations(world: World, actor: Actor) {
  const ids = await myAllocationIds(world.table, actor.place, actor.person);
  const found = await Promise.all(ids.map((id) => allocationItem(world, actor, id)));
  const items: Item[] = [];
  for (const item of found) {
    if (!item.ok) return item;
    if (item.value) items.push(item.value);
  }
  return ok({ items, next: null });
}

type Item = z.input<typeof allocationList>['items'][number];

async function allocationItem(
  world: World,
  actor: Actor,
  id: string,
): Promise<Result<Item | undefined, 'being-updated'>> {
  const found = await read(world.journals, allocationReducer, allocationKey(actor.place, id));
  if (!found.ok) return found;
  // An orphan of an import that went no further, which the journal does not know.
  if (found.value?.state.person !== actor.person) return ok(undefined);
  const { state, at } = found.value;
  // What is left in each pool is that pool's to say: a consistent read of its newest event, never a running total.
  let inPools = 0;
  for (const head of await Promise.all(
    Object.keys(state.pools).map((pool) => read(world.journals, poolReducer, poolKey(actor.place, pool))),
  )) {
    if (!head.ok) return head;
    if (head.value) inPools += leftOf(head.value.state, id);
  }
  const available = availablePence(state, at);
  return ok({
    id,
    stream: state.stream,
    custody: state.custody,
    instalment: state.instalment,
    pooling: state.pooling,
    grantedPence: state.granted,
    availablePence: available,
    notYetAvailablePence: state.balance - available,
    pooledPence: inPools,
    spentPence: pooledPence(state) - inPools,
    returnedPence: state.returned,
    startsOn: state.startsOn,
    endsOn: state.endsOn,
    outcomes: [...state.outcomes],
    reductions: state.cuts.map(({ from, pence }) => ({ from, pence })),
    standing: Object.entries(state.standing).map(([poolId, { pence }]) => ({ poolId, amountPence: pence })),
  });
}

/** Its person's own; and its funder's, who granted it. */
const maySee = (state: AllocationState, actor: Actor): boolean =>
  state.person === actor.person ||
  (actor.by === actor.person && actor.roles.includes('funder') && state.funder === actor.funder);

export async function statement(
  world: World,
  actor: Actor,
  id: string,
  { after, limit }: { after: number; limit: number },
) {
  const found = await read(world.journals, allocationReducer, allocationKey(actor.place, id));
  if (!found.ok) return found;
  if (!found.value || !maySee(found.value.state, actor)) return refuse('not-found');
  const mine = found.value.state.person === actor.person;
  const entries = await world.journals.store.range(allocationKey(actor.place, id), after, limit);
  const items = entries.map((entry) => {
    const event = eventOf<AllocationChange>(entry);
    const state = stateOf(allocationReducer, entry);
    const amount = event.postings.reduce(
      (sum, [from, to, pence]) => sum + (to === 'balance' ? pence : 0) - (from === 'balance' ? pence : 0),
      0,
    );
    const pool = event.postings
      .map(([from, to]) => [from, to].find((account) => account.startsWith('pool:')))
      .find((account) => account !== undefined)
      ?.slice(5);
    // Which pool somebody belongs to is theirs to tell.
    const where = mine && pool ? { poolId: pool } : {};
    return {
      seq: entry.seq,
      at: event.at,
      kind: event.kind,
      amountPence: amount,
      balancePence: state.balance,
      ...where,
    };
  });
  return ok({ items, next: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null });
}

/** What a funder granted to the person whom it knows by a reference, to be looked at or reduced. */
export async function grantedTo(world: World, actor: Actor, personRef: string) {
  const { funder, place } = actor;
  if (funder === undefined) return refuse('not-found');
  const ids = await grantsOfRef(world.table, place, funder, personRef);
  const items: {
    id: string;
    stream: string;
    grantedPence: number;
    startsOn: string;
    endsOn: string;
    reductions: { from: string; pence: number }[];
  }[] = [];
  for (const found of await Promise.all(
    ids.map((id) => read(world.journals, allocationReducer, allocationKey(place, id))),
  )) {
    if (!found.ok) return found;
    if (!found.value) continue;
    const { id, stream, granted, startsOn, endsOn, cuts } = found.value.state;
    items.push({
      id,
      stream,
      grantedPence: granted,
      startsOn,
      endsOn,
      reductions: cuts.map(({ from, pence }) => ({ from, pence })),
    });
  }
  return ok({ items, next: null });
}

export async function reduce(
  world: World,
  actor: Actor,
  request: Request,
  id: string,
  wanted: { amountPence: number; from: string; reason: string },
) {
  const { funder } = actor;
  if (funder === undefined) return refuse('not-found');
  const done = await append(
    world.journals,
    request,
    allocationReducer,
    allocationKey(actor.place, id),
    async (state) => {
      if (state.funder !== funder) return refuse('not-found');
      await putReason(world.table, actor.place, id, wanted.from, wanted.reason);
      return ok({ do: 'reduce' as const, funder, pence: wanted.amountPence, from: wanted.from });
    },
  );
  if (!done.ok) return done;
  const { state } = done.value;
  return ok({ id, grantedPence: state.granted, reductions: state.cuts.map(({ from, pence }) => ({ from, pence })) });
}
