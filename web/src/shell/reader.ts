// For whom a pool's page is: the person who is signed in or, for a supporter, the person acted for.
import { actingFor } from '../api/acting.ts';
import type { Pool } from '../api/types.ts';
import { personId } from '../sign-in/session.ts';

export const readerId = (): string => actingFor.value?.personId ?? personId() ?? '';

/** `leaving`: has left, and sees it until their last money in it is settled. `outside`: a funder, who sees totals only. */
export type Standing = 'member' | 'leaving' | 'outside';

export function standingIn(pool: Pool): Standing {
  const self = pool.members.find((member) => member.personId === readerId());
  if (!self) return pool.mine.lots.length > 0 ? 'leaving' : 'outside';
  return self.leavingOn === undefined ? 'member' : 'leaving';
}

/** The day on which my notice ends, while it runs. */
export const leavingOn = (pool: Pool): string | undefined =>
  pool.members.find((member) => member.personId === readerId())?.leavingOn;

/** Undefined for somebody who is no longer in the pool. */
export const nameIn = (pool: Pool, person: string): string | undefined =>
  pool.members.find((member) => member.personId === person)?.name;
