// Use cases of money between a person's allocations and a pool: contribute, withdraw, standing contributions, leave.
import { allocationIdsOf } from '../allocations/allocations.store.ts';
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { ALLOCATION } from '../journal/accounts.ts';
import { append, only } from '../journal/append.ts';
import { allocationKey, type CommandMeta, poolKey } from '../journal/journal.types.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { heldPenceOfPerson, totalFreePence } from '../pools/journal/pool-sums.ts';
import { payBack, payBackLeaver, payIn } from './transfers.ts';

export async function contribute(
  { journals }: AppContext,
  { place }: Actor,
  meta: CommandMeta,
  poolId: string,
  { allocationId, amountPence, standing }: { allocationId: string; amountPence: number; standing: boolean },
) {
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    command: (_, transaction) =>
      payIn(
        transaction,
        place,
        allocationId,
        amountPence,
        { type: 'contribute', poolId, amountPence, standing },
        standing,
      ),
  });
  return done.ok ? ok({ seq: done.value.seq, freePence: totalFreePence(done.value.state) }) : done;
}

/** Takes some of one's own free money back to its allocation. */
export async function withdraw(
  { journals }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  poolId: string,
  { lot, amountPence }: { lot: string; amountPence: number },
) {
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    async command(state, transaction) {
      const source = state.lots[lot];
      if (source?.personId !== personId) return refuse('not-found');
      if (amountPence > source.freePence) return refuse('not-available');
      const refunds = [{ lot, allocationId: source.allocationId, amountPence }];
      return payBack(transaction, place, poolId, refunds, { type: 'refund', lots: refunds });
    },
  });
  return done.ok ? ok({ seq: done.value.seq, freePence: totalFreePence(done.value.state) }) : done;
}

/** Changes what is paid with every instalment from now on; 0 stops it. */
export async function changeStanding(
  { journals }: AppContext,
  { place }: Actor,
  meta: CommandMeta,
  poolId: string,
  { allocationId, amountPence }: { allocationId: string; amountPence: number },
) {
  const command = { type: 'change-standing' as const, poolId, amountPence };
  const done = await append(journals, meta, allocationReducer, allocationKey(place, allocationId), only(command));
  return done.ok ? ok(undefined) : done;
}

/** Pauses or resumes all of the person's standing contributions to this pool, whichever allocations they are from. */
export async function pauseStanding(
  { journals }: AppContext,
  { place }: Actor,
  meta: CommandMeta,
  poolId: string,
  paused: boolean,
) {
  const command = { type: paused ? ('pause-standing' as const) : ('resume-standing' as const) };
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), only(command));
  return done.ok ? ok(undefined) : done;
}

/** Leaves the pool; free money goes back to its allocations, and what stands for the pool ends, in the same transaction. */
export async function leavePool(
  { journals, table }: AppContext,
  { place, personId }: Actor,
  meta: CommandMeta,
  poolId: string,
) {
  const done = await append(journals, meta, poolReducer, poolKey(place, poolId), {
    async command(state, transaction) {
      if (!state.members[personId]) return refuse('not-found');
      const allocationIds = await allocationIdsOf(table, place, personId);
      return payBackLeaver(transaction, place, state, personId, allocationIds);
    },
  });
  if (!done.ok) return done;
  const { changes, postings, state } = done.value;
  const endsOn = changes.flatMap((change) => (change.type === 'left' ? [change.endsOn] : []))[0] ?? '';
  return ok({
    returnedPence: postings.filter(({ to }) => to === ALLOCATION).reduce((sum, { amount }) => sum + amount, 0),
    stillHeldPence: heldPenceOfPerson(state, personId),
    endsOn,
  });
}
