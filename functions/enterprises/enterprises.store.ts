// Enterprises ↔ items: PK <place>#ENTERPRISE#<id>, SK A; and for each person who runs one, PK <place>#PERSON#<personId>.
import * as z from 'zod/mini';
import { ok, type Result } from '../kernel/result.ts';
import { personPk } from '../people/people.store.ts';
import { changeOnce, type IdempotentRequest, makeOnce } from '../platform/once.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { type EnterpriseBody, enterpriseBody } from './enterprises.schema.ts';

const storedEnterprise = z.object({
  ...enterpriseBody.shape,
  enterpriseId: z.string(),
  owners: z.array(z.string()),
  version: z.number(),
});
export type Enterprise = z.infer<typeof storedEnterprise>;

const OWNED_PREFIX = 'ENTERPRISE#';

const enterprisePk = (place: string, id: string): string => `${place}#ENTERPRISE#${id}`;

const keyOf = (place: string, id: string): Key => ({ PK: enterprisePk(place, id), SK: 'A' });

export async function getEnterprise(table: Table, place: string, id: string): Promise<Enterprise | undefined> {
  const item = await table.get(keyOf(place, id), true);
  return item && storedEnterprise.parse(item);
}

/** The ids of the enterprises that a person runs, from a consistent read. */
export async function enterpriseIdsOwnedBy(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: OWNED_PREFIX, consistent: true });
  return items.map((item) => item.SK.slice(OWNED_PREFIX.length));
}

/** The owner's list is written first, so that no enterprise ever exists that `enterpriseIdsOwnedBy` leaves out. */
export async function putEnterprise(
  table: Table,
  place: string,
  enterpriseId: string,
  owner: string,
  body: EnterpriseBody,
  bodyHash: string,
): Promise<Result<Enterprise, 'key-reused'>> {
  await table.put({ PK: personPk(place, owner), SK: `${OWNED_PREFIX}${enterpriseId}` });
  const item: Item = { ...body, ...keyOf(place, enterpriseId), enterpriseId, owners: [owner] };
  const created = await makeOnce(table, item, bodyHash);
  return created.ok ? ok(storedEnterprise.parse(created.value)) : created;
}

/** Replaces all that an owner may change. */
export async function changeEnterprise(
  table: Table,
  place: string,
  enterpriseId: string,
  body: EnterpriseBody,
  request: IdempotentRequest,
): Promise<Result<Enterprise, 'not-found' | 'key-reused' | 'busy'>> {
  const changed = await changeOnce(table, keyOf(place, enterpriseId), request, ({ owners }) =>
    ok({ ...body, enterpriseId, owners }),
  );
  return changed.ok ? ok(storedEnterprise.parse(changed.value)) : changed;
}
