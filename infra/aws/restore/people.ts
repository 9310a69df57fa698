// People who are in a backup and no longer in Kitty: lost, or erased since at their request. Only an operator knows which.
import type { Item, Table } from '../../../functions/platform/table.ts';

export interface Absent {
  readonly personId: string;
  readonly email: string;
  /** Their allocations, about which there may be texts. */
  readonly allocations: readonly string[];
}

const PERSON = /^[^#]+#PERSON#([^#]+)$/;
const ALLOCATION = 'ALLOC#';

/** The person of this partition of a backup, if it is a person's and Kitty does not know them now. */
export async function absentIn(items: readonly Item[], pk: string, live: Table): Promise<Absent | undefined> {
  const personId = PERSON.exec(pk)?.[1];
  const profile = items.find(({ SK }) => SK === 'PROFILE');
  if (personId === undefined || !profile || (await live.get(profile, true))) return undefined;
  const allocations = items.filter(({ SK }) => SK.startsWith(ALLOCATION)).map(({ SK }) => SK.slice(ALLOCATION.length));
  return { personId, email: String(profile.email), allocations };
}

/**
 * Those among the absent who have been erased: all of them while `erased` (ids and addresses) is undefined. Throws when one of
 * these names nobody, because the person who was meant would come back.
 */
export function erasedAmong(absent: readonly Absent[], erased: readonly string[] | undefined): Absent[] {
  if (erased === undefined) return [...absent];
  return erased.map((one) => {
    const found = absent.find(({ personId, email }) => personId === one || email.toLowerCase() === one.toLowerCase());
    if (found) return found;
    throw new Error(`Nobody who is missing has the address or id “${one}”: say --erased again. Nothing was written.`);
  });
}

/** What of an ordinary item may be put back when these people (and texts of their allocations) must stay erased. */
export function withoutErased(item: Item, erased: ReadonlySet<string>): Item | undefined {
  const { PK, SK, personId, names } = item;
  if (`${PK}#${SK}`.split('#').some((part) => erased.has(part))) return undefined;
  if (typeof personId === 'string' && erased.has(personId)) return undefined;
  // A pool keeps the names of its members in one item.
  if (typeof names !== 'object' || names === null) return item;
  return { ...item, names: Object.fromEntries(Object.entries(names).filter(([id]) => !erased.has(id))) };
}
