// Moves money between an allocation and a pool: both journals are written in one transaction.
import type { AllocationCommand } from '../allocations/journal/allocation-commands.ts';
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import type { AllocationState } from '../allocations/journal/allocation-state.ts';
import type { Transaction } from '../journal/attempt.ts';
import { allocationKey } from '../journal/journal.types.ts';
import { ok } from '../kernel/result.ts';
import type { Source } from '../pools/journal/contribute.ts';
import type { PoolCommand } from '../pools/journal/pool-commands.ts';

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
) {
  const allocation = await transaction.open(allocationReducer, allocationKey(place, allocationId));
  if (!allocation.ok) return allocation;
  const paid = allocation.value.decide(payment);
  return paid.ok
    ? ok<PoolCommand>({ type: 'contribute', source: sourceOf(allocation.value.state), amountPence })
    : paid;
}

/** Decides in the allocations' journals to take back what a pool refunds (lots of one allocation summed), and answers the pool's command. */
export async function payBack(
  transaction: Transaction,
  place: string,
  poolId: string,
  refunds: readonly { readonly allocationId: string; readonly amountPence: number }[],
  command: PoolCommand,
) {
  const sums = new Map<string, number>();
  for (const { allocationId, amountPence } of refunds)
    sums.set(allocationId, (sums.get(allocationId) ?? 0) + amountPence);
  const opened = await Promise.all(
    [...sums].map(async ([id, amountPence]) => ({
      allocation: await transaction.open(allocationReducer, allocationKey(place, id)),
      amountPence,
    })),
  );
  for (const { allocation, amountPence } of opened) {
    if (!allocation.ok) return allocation;
    const taken = allocation.value.decide({ type: 'take-back', poolId, amountPence });
    if (!taken.ok) return taken;
  }
  return ok(command);
}
