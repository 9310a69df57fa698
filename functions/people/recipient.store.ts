// Where a person's messages go, if they want any: read when something is sent, and stored nowhere else.
import type { Table } from '../platform/table.ts';
import { getContact, getPerson } from './people.store.ts';

export interface Recipient {
  readonly by: 'email' | 'text';
  readonly name: string;
  readonly address: string;
  /** All of a day's notices in one message. */
  readonly digest: boolean;
}

/**
 * By email, unless they chose text messages and the sender can send them (`sendsTexts`); undefined when they chose no
 * messages, or there is no such person.
 */
export async function getRecipient(
  table: Table,
  place: string,
  personId: string,
  sendsTexts: boolean,
): Promise<Recipient | undefined> {
  const [person, contact] = await Promise.all([getPerson(table, place, personId), getContact(table, place, personId)]);
  const { by, phone, digest = false } = contact ?? {};
  if (!person || by === 'none') return undefined;
  const { name, email } = person;
  return by === 'text' && phone && sendsTexts
    ? { by, name, address: phone, digest }
    : { by: 'email', name, address: email, digest };
}
