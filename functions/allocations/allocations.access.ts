// Who may see an allocation. For everybody else it does not exist.
import type { Actor } from '../platform/actor.ts';
import type { AllocationState } from './journal/allocation-state.ts';

/** The person it was granted to, and the funder who granted it. */
export const maySeeAllocation = (state: AllocationState, actor: Actor): boolean =>
  state.personId === actor.personId || (actor.roles.includes('funder') && state.funder === actor.funder);
