// Which allocations can go into a pool, and why the others cannot.
import type { Allocation, Pool } from '../../api/types.ts';

export type WhyNot = 'no-pooling' | 'no-outcome' | 'nothing-yet' | 'nothing';

/** Undefined when it can. */
export function whyNot(allocation: Allocation, pool: Pick<Pool, 'outcomes'>): WhyNot | undefined {
  if (!allocation.pooling) return 'no-pooling';
  if (!allocation.outcomes.some((outcome) => pool.outcomes.includes(outcome))) return 'no-outcome';
  if (allocation.availablePence > 0) return undefined;
  return allocation.notYetAvailablePence > 0 ? 'nothing-yet' : 'nothing';
}

/** What goes from an allocation into a pool with every instalment, in pence. */
export const standingPence = (allocation: Allocation, poolId: string): number =>
  allocation.standing.find((one) => one.poolId === poolId)?.amountPence ?? 0;
