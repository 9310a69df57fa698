// People and the grants they give to supporters: ordinary items, erased when a person asks.
import * as z from 'zod';
import { ok, type Result } from '../kernel/result.ts';
import type { Scope } from '../platform/actor.ts';
import { SCOPES } from '../platform/actor.ts';
import { changeOnce, type IdempotentRequest, makeOnce } from '../platform/once.ts';
import type { Key, Table } from '../platform/table.ts';
import type { ContactChoice } from './people.schema.ts';

const person = z.object({ personId: z.string(), name: z.string(), email: z.string() });
export type Person = z.infer<typeof person>;

const grant = z.object({
  personId: z.string(),
  supporterId: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  endsOn: z.string().optional(),
  grantedAt: z.string(),
  revokedAt: z.string().optional(),
});
export type Grant = z.infer<typeof grant>;

export const personPk = (place: string, personId: string): string => `${place}#PERSON#${personId}`;
const emailPk = (place: string, email: string): string => `${place}#EMAIL#${email.toLowerCase()}`;

/** Makes a person known, once for an email address; answers the person who has the address. */
export async function putPerson(table: Table, place: string, wanted: Person): Promise<Person> {
  const taken = await table.putNew({ PK: emailPk(place, wanted.email), SK: 'PERSON', personId: wanted.personId });
  const personId = taken ? z.string().parse(taken.personId) : wanted.personId;
  const was = await table.putNew({ PK: personPk(place, personId), SK: 'PROFILE', ...wanted, personId });
  return was ? person.parse(was) : { ...wanted, personId };
}

export async function getPerson(table: Table, place: string, personId: string): Promise<Person | undefined> {
  const item = await table.get({ PK: personPk(place, personId), SK: 'PROFILE' });
  return item && person.parse(item);
}

export async function personByEmail(table: Table, place: string, email: string): Promise<Person | undefined> {
  const item = await table.get({ PK: emailPk(place, email), SK: 'PERSON' }, true);
  return item && getPerson(table, place, z.string().parse(item.personId));
}

/** Replaces an item once for each request; `first` is what stands there before the first one. */
async function replaceOnce(table: Table, key: Key, first: object, given: object, asked: IdempotentRequest) {
  await makeOnce(table, { ...first, ...key }, '');
  return changeOnce(table, key, asked, () => ok({ ...given }));
}

const contact = z.object({
  /** None before the first choice. */
  by: z.enum(['email', 'text', 'none']).optional(),
  phone: z.string().optional(),
  digest: z.boolean().optional(),
});

const contactKey = (place: string, personId: string): Key => ({ PK: personPk(place, personId), SK: 'CONTACT' });

/** How a person chose to be told of things; undefined when they never did. */
export async function getContact(table: Table, place: string, personId: string) {
  const item = await table.get(contactKey(place, personId), true);
  return item && contact.parse(item);
}

/** Replaces how a person is told of things, once for each request. */
export async function putContact(
  table: Table,
  place: string,
  personId: string,
  given: ContactChoice,
  asked: IdempotentRequest,
) {
  const changed = await replaceOnce(table, contactKey(place, personId), {}, given, asked);
  return changed.ok ? ok(undefined) : changed;
}

const grantKey = (place: string, personId: string, supporterId: string): Key => ({
  PK: personPk(place, personId),
  SK: `SUPPORTER#${supporterId}`,
});

/**
 * Replaces what a supporter is granted, once for each request, so that a late replay never gives back what was taken
 * away since. Both directions are kept: the person's own record of the grant, and the supporter's list of people.
 */
export async function putGrant(
  table: Table,
  place: string,
  given: Grant,
  asked: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const { personId, supporterId, grantedAt } = given;
  const key = grantKey(place, personId, supporterId);
  const none: Grant = { personId, supporterId, scopes: [], grantedAt, revokedAt: grantedAt };
  const changed = await replaceOnce(table, key, none, given, asked);
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
  return item && grant.parse(item);
}

/** Grants to a supporter (`ACTING`) or by a person (`SUPPORTER`), ended ones too; each is checked again when it is used. */
export async function grantsOf(
  table: Table,
  place: string,
  personId: string,
  side: 'ACTING' | 'SUPPORTER',
): Promise<Grant[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: `${side}#`, consistent: true });
  return items.map((item) => grant.parse(item));
}

export const stands = (given: Grant | undefined, today: string, scope?: Scope): given is Grant =>
  given !== undefined &&
  given.revokedAt === undefined &&
  (given.endsOn === undefined || given.endsOn >= today) &&
  (scope === undefined || given.scopes.includes(scope));
