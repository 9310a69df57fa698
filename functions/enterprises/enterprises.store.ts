// Enterprises ↔ items: PK <place>#ENTERPRISE#<id>, SK A; and for each person who runs one, PK <place>#PERSON#<personId>.
import * as z from 'zod';
import { ok, type Result } from '../kernel/result.ts';
import { personPk } from '../people/people.store.ts';
import { changeOnce, type IdempotentRequest, makeOnce } from '../platform/once.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { type EnterpriseBody, enterpriseBody } from './enterprises.schema.ts';

const stored = z.object({
  ...enterpriseBody.shape,
  enterpriseId: z.string(),
  owners: z.array(z.string()),
  version: z.number(),
});
export type Enterprise = z.infer<typeof stored>;

const RUNS = 'ENTERPRISE#';

const enterprisePk = (place: string, id: string): string => `${place}#ENTERPRISE#${id}`;

const keyOf = (place: string, id: string): Key => ({ PK: enterprisePk(place, id), SK: 'A' });

export async function getEnterprise(table: Table, place: string, id: string): Promise<Enterprise | undefined> {
  const item = await table.get(keyOf(place, id), true);
  return item && stored.parse(item);
}

/** The ids of the enterprises that a person runs, as they are at this moment. */
export async function enterpriseIdsOwnedBy(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: RUNS, consistent: true });
  return items.map((item) => item.SK.slice(RUNS.length));
}

/** Listed for its owner before it exists: so nobody ever runs an enterprise that is not in their list. */
export async function putEnterprise(
  table: Table,
  place: string,
  enterpriseId: string,
  owner: string,
  body: EnterpriseBody,
  bodyHash: string,
): Promise<Result<Enterprise, 'key-reused'>> {
  await table.put({ PK: personPk(place, owner), SK: `${RUNS}${enterpriseId}` });
  const item: Item = { ...body, ...keyOf(place, enterpriseId), enterpriseId, owners: [owner] };
  const made = await makeOnce(table, item, bodyHash);
  return made.ok ? ok(stored.parse(made.value)) : made;
}

/** Replaces all that an owner may change. */
export async function changeEnterprise(
  table: Table,
  place: string,
  enterpriseId: string,
  body: EnterpriseBody,
  asked: IdempotentRequest,
): Promise<Result<Enterprise, 'not-found' | 'key-reused' | 'busy'>> {
  const changed = await changeOnce(table, keyOf(place, enterpriseId), asked, ({ owners }) =>
    ok({ ...body, enterpriseId, owners }),
  );
  return changed.ok ? ok(stored.parse(changed.value)) : changed;
}
