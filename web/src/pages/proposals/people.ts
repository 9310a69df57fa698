// The names of people in a pool.
import type { Pool } from '../../api/types.ts';
import { say } from '../../text/say.ts';
import { voteText as t } from './vote.text.ts';

/** Somebody who has left is no longer in the list of members, so has no name here. */
export function nameIn({ members }: Pick<Pool, 'members'>, person: string): string {
  const name = members.find(({ personId }) => personId === person)?.name ?? '';
  return name === '' ? say(t.somebody) : name;
}

export const namesIn = (pool: Pick<Pool, 'members'>, people: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(people.map((person) => nameIn(pool, person)));
