// How a person is reached, if they want to be: read when something is sent, and kept nowhere else.
import type { Table } from '../platform/table.ts';
import { getContact, getPerson } from './people.store.ts';

export interface Reachable {
  readonly by: 'email' | 'text';
  readonly name: string;
  readonly address: string;
  /** All of a day in one message. */
  readonly digest: boolean;
}

/**
 * By email unless they chose otherwise, or chose text messages where there are none (`texts`); undefined when they do not
 * want to be told, or nobody knows them.
 */
export async function reach(
  table: Table,
  place: string,
  personId: string,
  texts: boolean,
): Promise<Reachable | undefined> {
  const [person, chosen] = await Promise.all([getPerson(table, place, personId), getContact(table, place, personId)]);
  const { by, phone, digest = false } = chosen ?? {};
  if (!person || by === 'none') return undefined;
  const { name, email } = person;
  return by === 'text' && phone && texts
    ? { by, name, address: phone, digest }
    : { by: 'email', name, address: email, digest };
}
