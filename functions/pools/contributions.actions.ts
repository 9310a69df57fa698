// Money between an allocation and a pool: put in, taken home, standing.
import { allocationReducer } from '../allocations/allocations.rules.ts';
import { append } from '../journal/journal.ts';
import { allocationKey, poolKey, type Request } from '../journal/journal.types.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { World } from '../platform/world.ts';
import { bringHome } from './pools.actions.ts';
import { poolReducer } from './pools.reducer.ts';
import { sourceOf } from './pools.rules.ts';
import { freePence } from './pools.state.ts';

export async function contribute(
  world: World,
  actor: Actor,
  request: Request,
  poolId: string,
  wanted: { allocationId: string; amountPence: number; standing: boolean },
) {
  const { allocationId, amountPence: pence, standing } = wanted;
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (_, unit) => {
    const allocation = await unit.open(allocationReducer, allocationKey(actor.place, allocationId));
    if (!allocation.ok) return allocation;
    const paid = allocation.value.do({ do: 'contribute', pool: poolId, pence, standing });
    return paid.ok ? ok({ do: 'contribute' as const, source: sourceOf(allocation.value.state), pence }) : paid;
  });
  return done.ok ? ok({ seq: done.value.seq, freePence: freePence(done.value.state) }) : done;
}

/** Takes some of one's own free money home again. */
export async function withdraw(
  world: World,
  actor: Actor,
  request: Request,
  poolId: string,
  { lot, amountPence: pence }: { lot: string; amountPence: number },
) {
  const done = await append(world.journals, request, poolReducer, poolKey(actor.place, poolId), async (state, unit) => {
    const own = state.lots[lot];
    if (own?.person !== actor.person) return refuse('not-found');
    if (pence > own.free) return refuse('not-available');
    return bringHome(unit, actor.place, poolId, [{ allocation: own.allocation, pence }], {
      do: 'send-home',
      lots: [{ lot, pence }],
    });
  });
  return done.ok ? ok({ seq: done.value.seq, freePence: freePence(done.value.state) }) : done;
}

/** Changes what is paid with every instalment from now on; 0 stops it. */
export async function changeStanding(
  world: World,
  actor: Actor,
  request: Request,
  poolId: string,
  { allocationId, amountPence }: { allocationId: string; amountPence: number },
) {
  const done = await append(world.journals, request, allocationReducer, allocationKey(actor.place, allocationId), () =>
    ok({ do: 'standing' as const, pool: poolId, pence: amountPence }),
  );
  return done.ok ? ok(undefined) : done;
}
