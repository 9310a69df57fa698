// Sums of a pool's money, in pence.

import type { Commission, PoolState } from './pool-state.ts';
import { isUnsettled } from './statuses.ts';

const sumOf = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

export const totalFreePence = (state: PoolState): number =>
  Object.values(state.lots).reduce((total, lot) => total + lot.freePence, 0);

export const heldPenceOf = (commission: Commission): number =>
  Object.values(commission.heldByLot).reduce((total, sums) => total + sumOf(sums), 0);
export const earnedPenceOf = (commission: Commission): number => sumOf(Object.values(commission.earnedByCustody));

export const totalHeldPence = (state: PoolState): number =>
  Object.values(state.commissions).reduce((total, commission) => total + heldPenceOf(commission), 0);

/** What commissions hold of one lot. */
export const heldPenceOfLot = (state: PoolState, lot: string): number =>
  Object.values(state.commissions).reduce((total, { heldByLot }) => total + sumOf(heldByLot[lot] ?? []), 0);

/** What a pool has left of one allocation, free and held. */
export function penceLeftOfAllocation(state: PoolState, allocationId: string): number {
  let total = 0;
  for (const [n, lot] of Object.entries(state.lots))
    if (lot.allocationId === allocationId) total += lot.freePence + heldPenceOfLot(state, n);
  return total;
}

/** What commissions hold of a person's money. */
export function heldPenceOfPerson(state: PoolState, personId: string): number {
  let total = 0;
  for (const [n, lot] of Object.entries(state.lots)) if (lot.personId === personId) total += heldPenceOfLot(state, n);
  return total;
}

/** A commission in which something is still to be done. */
export const isOpenCommission = (commission: Commission): boolean =>
  commission.status === 'requested' || commission.sessionStatuses.some(isUnsettled);
