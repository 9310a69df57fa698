// Who may see a pool. For everybody else it does not exist.
import type { Actor } from '../platform/actor.ts';
import type { PoolState } from './journal/pool-state.ts';
import { heldPenceOfLot } from './journal/pool-sums.ts';

/** Members, those whose notice is running, and those who have left until their last penny is settled. */
export const belongsToPool = (state: PoolState, personId: string): boolean =>
  state.members[personId] !== undefined || state.leaving[personId] !== undefined || hasMoneyIn(state, personId);

const hasMoneyIn = (state: PoolState, personId: string): boolean =>
  Object.entries(state.lots).some(
    ([n, lot]) => lot.personId === personId && (lot.freePence > 0 || heldPenceOfLot(state, n) > 0),
  );

/** Whoever belongs to the pool, and a funder whose money is in it, who sees its totals. */
export const maySeePool = (state: PoolState, actor: Actor): boolean =>
  belongsToPool(state, actor.personId) ||
  (actor.roles.includes('funder') && Object.values(state.lots).some(({ funder }) => funder === actor.funder));
