// How a person is reached, if they want to be: read when something is sent, and kept nowhere else.
import * as z from 'zod';
import type { Table } from '../platform/table.ts';
import { contactKey, getPerson } from './people.store.ts';

const choice = z.object({
  by: z.enum(['email', 'text', 'none']).default('email'),
  phone: z.string().optional(),
  digest: z.boolean().optional(),
});

export interface Reachable {
  readonly by: 'email' | 'text';
  readonly name: string;
  readonly address: string;
  /** All of a day in one message. */
  readonly digest: boolean;
}

/** By email unless they chose otherwise; undefined when they do not want to be told, or nobody knows them. */
export async function reach(table: Table, place: string, personId: string): Promise<Reachable | undefined> {
  const [person, item] = await Promise.all([
    getPerson(table, place, personId),
    table.get(contactKey(place, personId), true),
  ]);
  const { by, phone, digest = false } = item ? choice.parse(item) : { by: 'email' as const };
  if (!person || by === 'none') return undefined;
  const { name, email } = person;
  return by === 'text' && phone ? { by, name, address: phone, digest } : { by: 'email', name, address: email, digest };
}
