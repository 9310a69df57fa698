// Who reads a pool's page: themselves or, through a supporter, the person whom the supporter acts for.
import { actingFor } from '../../api/acting.ts';
import type { Pool } from '../../api/types.ts';
import { personId } from '../../sign-in/session.ts';

export const readerId = (): string => actingFor.value?.personId ?? personId() ?? '';

/** `outside`: a funder, who sees totals alone. */
export type Standing = 'member' | 'leaving' | 'outside';

export function standingIn(pool: Pool): Standing {
  const self = pool.members.find((member) => member.personId === readerId());
  if (!self) return 'outside';
  return self.leavingOn === undefined ? 'member' : 'leaving';
}

/** Undefined for somebody who is in the pool no more. */
export const nameIn = (pool: Pool, person: string): string | undefined =>
  pool.members.find((member) => member.personId === person)?.name;
