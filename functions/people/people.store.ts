// People and the grants they give to supporters: ordinary items, erased when a person asks.
import * as z from 'zod/mini';
import { ok, type Result } from '../kernel/result.ts';
import type { Scope } from '../platform/actor.ts';
import { SCOPES } from '../platform/actor.ts';
import { changeOnce, type IdempotentRequest, makeOnce } from '../platform/once.ts';
import type { Key, Table } from '../platform/table.ts';
import type { ContactChoice } from './people.schema.ts';

const storedPerson = z.object({ personId: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof storedPerson>;

const storedGrant = z.object({
  personId: z.string(),
  supporterId: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  endsOn: z.optional(z.string()),
  grantedAt: z.string(),
  revokedAt: z.optional(z.string()),
});
export type Grant = z.infer<typeof storedGrant>;

export const personPk = (place: string, personId: string): string => `${place}#PERSON#${personId}`;
const emailPk = (place: string, email: string): string => `${place}#EMAIL#${email.toLowerCase()}`;

/** Stores a person, once for each email address; answers the person who has the address. */
export async function putPerson(table: Table, place: string, person: Person): Promise<Person> {
  const addressItem = await table.putNew({ PK: emailPk(place, person.email), SK: 'PERSON', personId: person.personId });
  const personId = addressItem ? z.string().parse(addressItem.personId) : person.personId;
  const existing = await table.putNew({ PK: personPk(place, personId), SK: 'PROFILE', ...person, personId });
  return existing ? storedPerson.parse(existing) : { ...person, personId };
}

export async function getPerson(table: Table, place: string, personId: string): Promise<Person | undefined> {
  const item = await table.get({ PK: personPk(place, personId), SK: 'PROFILE' });
  return item && storedPerson.parse(item);
}

export async function personByEmail(table: Table, place: string, email: string): Promise<Person | undefined> {
  const item = await table.get({ PK: emailPk(place, email), SK: 'PERSON' }, true);
  return item && getPerson(table, place, z.string().parse(item.personId));
}

/** Replaces an item once for each request; `initial` is the item before the first request. */
async function replaceOnce(table: Table, key: Key, initial: object, replacement: object, request: IdempotentRequest) {
  await makeOnce(table, { ...initial, ...key }, '');
  return changeOnce(table, key, request, () => ok({ ...replacement }));
}

const storedContact = z.object({
  /** Absent before the first choice. */
  by: z.optional(z.enum(['email', 'text', 'none'])),
  phone: z.optional(z.string()),
  digest: z.optional(z.boolean()),
});

const contactKey = (place: string, personId: string): Key => ({ PK: personPk(place, personId), SK: 'CONTACT' });

/** How a person chose to be notified; undefined when they have never chosen. */
export async function getContact(table: Table, place: string, personId: string) {
  const item = await table.get(contactKey(place, personId), true);
  return item && storedContact.parse(item);
}

/** Replaces how a person is notified, once for each request. */
export async function putContact(
  table: Table,
  place: string,
  personId: string,
  contact: ContactChoice,
  request: IdempotentRequest,
) {
  const changed = await replaceOnce(table, contactKey(place, personId), {}, contact, request);
  return changed.ok ? ok(undefined) : changed;
}

const grantKey = (place: string, personId: string, supporterId: string): Key => ({
  PK: personPk(place, personId),
  SK: `SUPPORTER#${supporterId}`,
});

/**
 * Replaces what a supporter is granted, once for each request, so that a late replay never restores a grant that was
 * revoked since. Stored twice: under the person, and in the supporter's list of people.
 */
export async function putGrant(
  table: Table,
  place: string,
  grant: Grant,
  request: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const { personId, supporterId, grantedAt } = grant;
  const key = grantKey(place, personId, supporterId);
  const noGrant: Grant = { personId, supporterId, scopes: [], grantedAt, revokedAt: grantedAt };
  const changed = await replaceOnce(table, key, noGrant, grant, request);
  if (!changed.ok) return changed;
  const list: Key = { PK: personPk(place, supporterId), SK: `ACTING#${personId}` };
  await table.putNewer({ ...changed.value, ...list }, 'version');
  return ok(undefined);
}

export async function getGrant(
  table: Table,
  place: string,
  personId: string,
  supporterId: string,
): Promise<Grant | undefined> {
  const item = await table.get(grantKey(place, personId, supporterId), true);
  return item && storedGrant.parse(item);
}

/** Grants to a supporter (`ACTING`) or by a person (`SUPPORTER`), ended ones too: callers check with `isActive`. */
export async function grantsOf(
  table: Table,
  place: string,
  personId: string,
  side: 'ACTING' | 'SUPPORTER',
): Promise<Grant[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: `${side}#`, consistent: true });
  return items.map((item) => storedGrant.parse(item));
}

export const isActive = (grant: Grant | undefined, today: string, scope?: Scope): grant is Grant =>
  grant !== undefined &&
  grant.revokedAt === undefined &&
  (grant.endsOn === undefined || grant.endsOn >= today) &&
  (scope === undefined || grant.scopes.includes(scope));
