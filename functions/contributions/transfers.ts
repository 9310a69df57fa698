// Moves money between an allocation and a pool: both journals are written in one transaction.
import type { AllocationCode, AllocationCommand } from '../allocations/journal/allocation-commands.ts';
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import type { AllocationChange, AllocationState } from '../allocations/journal/allocation-state.ts';
import type { Peer, Transaction } from '../journal/attempt.ts';
import { allocationKey } from '../journal/journal.types.ts';
import { OutcomeUnknown, ok } from '../kernel/result.ts';
import type { Source } from '../pools/journal/contribute.ts';
import { refundsByLeaving } from '../pools/journal/leave.ts';
import type { PoolCommand } from '../pools/journal/pool-commands.ts';
import type { PoolState } from '../pools/journal/pool-state.ts';

type OpenAllocation = Peer<AllocationState, AllocationCommand, AllocationChange, AllocationCode>;

/** What a pool must know of an allocation that pays into it. */
export const sourceOf = ({ id, personId, stream, custody, funder, endsOn, outcomes }: AllocationState): Source => ({
  personId,
  allocationId: id,
  stream,
  custody,
  funder,
  endsOn,
  outcomes,
});

/** Decides `payment` in the allocation's journal and answers the command for the pool's. */
export async function payIn(
  transaction: Transaction,
  place: string,
  allocationId: string,
  amountPence: number,
  payment: AllocationCommand,
  standing: boolean,
) {
  const allocation = await transaction.open(allocationReducer, allocationKey(place, allocationId));
  if (!allocation.ok) return allocation;
  const paid = allocation.value.decide(payment);
  return paid.ok
    ? ok<PoolCommand>({ type: 'contribute', source: sourceOf(allocation.value.state), amountPence, standing })
    : paid;
}

/** Decides in the allocations' journals to take back what a pool refunds (lots of one allocation summed), and answers the pool's command. */
export async function payBack(
  transaction: Transaction,
  place: string,
  poolId: string,
  refunds: readonly AllocationRefund[],
  command: PoolCommand,
) {
  const opened = await openAll(
    transaction,
    place,
    refunds.map(({ allocationId }) => allocationId),
  );
  return opened.ok ? takeBack(opened.value, poolId, refunds, command, false) : opened;
}

/**
 * Decides in the journals of a person's allocations that what is free in a pool goes home and that nothing stands for the
 * pool any more, and answers the pool's command to leave.
 */
export async function payBackLeaver(
  transaction: Transaction,
  place: string,
  pool: PoolState,
  personId: string,
  allocationIds: readonly string[],
) {
  const opened = await openAll(transaction, place, allocationIds);
  if (!opened.ok) return opened;
  // Only now, since what goes home depends on the day, and opening a journal may have moved the time on.
  const refunds = refundsByLeaving(pool, personId, transaction.at);
  return takeBack(opened.value, pool.id, refunds, { type: 'leave' }, true);
}

interface AllocationRefund {
  readonly allocationId: string;
  readonly amountPence: number;
}

async function openAll(transaction: Transaction, place: string, allocationIds: readonly string[]) {
  const opened = await Promise.all(
    [...new Set(allocationIds)].map((id) => transaction.open(allocationReducer, allocationKey(place, id))),
  );
  const allocations = [];
  for (const allocation of opened) {
    if (!allocation.ok) return allocation;
    allocations.push(allocation.value);
  }
  return ok(allocations);
}

function takeBack(
  allocations: readonly OpenAllocation[],
  poolId: string,
  refunds: readonly AllocationRefund[],
  command: PoolCommand,
  isLeft: boolean,
) {
  for (const { state, decide } of allocations) {
    const amountPence = refunds
      .filter(({ allocationId }) => allocationId === state.id)
      .reduce((sum, refund) => sum + refund.amountPence, 0);
    if (amountPence === 0 && !(isLeft && state.standing[poolId])) continue;
    const taken = decide({ type: 'take-back', poolId, amountPence, isLeft });
    // What goes home was reckoned on the pool as it was: something has moved there meanwhile.
    if (!taken.ok && isLeft) throw new OutcomeUnknown('less is in the pool by now');
    if (!taken.ok) return taken;
  }
  return ok(command);
}
