// Who may see a pool. For everybody else it does not exist.
import type { Actor } from '../platform/actor.ts';
import type { PoolState } from './journal/pool-state.ts';

/** Members, and those who have left but whose money is still held. */
export const isOfPool = (state: PoolState, personId: string): boolean =>
  state.members[personId] !== undefined || state.leaving[personId] !== undefined;

/** Whoever is of the pool; and a funder whose money is in it, who sees its totals. */
export const maySeePool = (state: PoolState, actor: Actor): boolean =>
  isOfPool(state, actor.personId) ||
  (actor.roles.includes('funder') && Object.values(state.lots).some(({ funder }) => funder === actor.funder));
