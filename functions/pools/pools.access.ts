// Who may see a pool. For everybody else it does not exist.
import type { Actor } from '../platform/actor.ts';
import type { PoolState } from './journal/pool-state.ts';

/** Members, and those who have left but whose money is still held. */
export const belongsToPool = (state: PoolState, personId: string): boolean =>
  state.members[personId] !== undefined || state.leaving[personId] !== undefined;

/** Whoever belongs to the pool, and a funder whose money is in it, who sees its totals. */
export const maySeePool = (state: PoolState, actor: Actor): boolean =>
  belongsToPool(state, actor.personId) ||
  (actor.roles.includes('funder') && Object.values(state.lots).some(({ funder }) => funder === actor.funder));
