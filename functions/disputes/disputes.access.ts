// Who decides disputes that nobody else has decided. For everybody else there is no queue.
import type { Actor } from '../platform/actor.ts';

/** Brokers decide those of their place, funders those in which their money is held. */
export const decidesDisputes = ({ roles, funder }: Actor): boolean =>
  roles.includes('broker') || (roles.includes('funder') && funder !== undefined);

export const decidesDispute = ({ roles, funder }: Actor, funders: readonly string[]): boolean =>
  roles.includes('broker') || (roles.includes('funder') && funder !== undefined && funders.includes(funder));
