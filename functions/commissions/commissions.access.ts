// Who besides the pool and the enterprise may see a commission and decide a dispute about it.
import type { Actor } from '../platform/actor.ts';
import type { Commission, PoolState } from '../pools/journal/pool-state.ts';

/** A broker of the place, or a funder whose money is or was part of it. */
export const isReferee = (actor: Actor, state: PoolState, commission: Commission): boolean =>
  actor.roles.includes('broker') || (actor.roles.includes('funder') && isFundedBy(state, commission, actor.funder));

/** Whether a participant has a lot of this funder's money in the pool. */
const isFundedBy = (state: PoolState, commission: Commission, funder: string | undefined): boolean =>
  funder !== undefined &&
  commission.participants.some(({ personId }) =>
    Object.values(state.lots).some((lot) => lot.personId === personId && lot.funder === funder),
  );
