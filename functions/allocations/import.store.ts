// Which person a reference means, which allocation an imported row is, and which grants were made already.
import * as z from 'zod/mini';
import type { Item, Key, Table } from '../platform/table.ts';
import { refPk, storedRow } from './allocations.store.ts';
import { referenceKey } from './identity.rules.ts';

const storedPerson = z.object({ personId: z.string(), ref: z.optional(z.string()) });
const storedGrant = z.object({ allocationId: z.string(), ref: z.string() });

/** What a reference means. */
interface KnownRef {
  readonly personId: string;
  /** How it was first written. */
  readonly ref: string;
  /** Under what its rows stand. */
  readonly key: string;
}

function knownRef(item: Item, key: string): KnownRef {
  const { personId, ref = key } = storedPerson.parse(item);
  return { personId, ref, key };
}

/** Stores which person a reference means, however it is written, unless it means one already; answers the one it means. */
export async function putPersonRef(
  table: Table,
  place: string,
  funder: string,
  ref: string,
  personId: string,
): Promise<KnownRef> {
  const key = referenceKey(ref);
  const existing = await table.putNew({ PK: refPk(place, funder, key), SK: 'PERSON', personId, ref });
  return existing ? knownRef(existing, key) : { personId, ref, key };
}

export async function getPersonRef(
  table: Table,
  place: string,
  funder: string,
  ref: string,
): Promise<KnownRef | undefined> {
  const key = referenceKey(ref);
  const get = (name: string) => table.get({ PK: refPk(place, funder, name), SK: 'PERSON' }, true);
  // Items from before references had keys stand under the reference as it was written. Now it gets its key, unless another
  // reference that was imported then has the same key and means somebody else.
  const asWritten = key === ref ? undefined : await get(ref);
  if (asWritten) {
    const { personId } = storedPerson.parse(asWritten);
    const keyed = await putPersonRef(table, place, funder, ref, personId);
    return { personId, ref, key: keyed.personId === personId ? key : ref };
  }
  const item = await get(key);
  return item && knownRef(item, key);
}

interface ImportedRow {
  readonly allocationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly ref: string;
}

/** Stores the allocation of a row (reference + stream + starts_on), unless it has one already; answers the one it has. */
export async function putImportedRow(
  table: Table,
  place: string,
  funder: string,
  { key, stream, startsOn }: { readonly key: string; readonly stream: string; readonly startsOn: string },
  newRow: ImportedRow,
): Promise<ImportedRow> {
  const { ref } = newRow;
  const SK = `ROW#${stream}#${startsOn}`;
  // As for a person: older items stand under the reference as it was written.
  const asWritten = key === ref ? undefined : await table.get({ PK: refPk(place, funder, ref), SK }, true);
  const row = asWritten ? { ...storedRow.parse(asWritten), ref } : newRow;
  const existing = await table.putNew({ PK: refPk(place, funder, key), SK, ...row });
  if (!existing || asWritten) return row;
  const stored = storedRow.parse(existing);
  return { ...stored, ref: stored.ref ?? key };
}

/** What makes two grants the same one, whatever references the funder knows the person by. */
interface SameGrant {
  readonly funder: string;
  readonly personId: string;
  readonly stream: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const grantKey = (place: string, { funder, personId, stream, startsOn, endsOn }: SameGrant): Key => ({
  PK: refPk(place, funder, personId),
  SK: `GRANT#${stream}#${startsOn}#${endsOn}`,
});

/** Keeps a grant for one allocation, unless it is another's already; answers whose it is, and under which reference. */
export async function putGrant(
  table: Table,
  place: string,
  grant: SameGrant,
  allocation: { readonly allocationId: string; readonly ref: string },
) {
  const existing = await table.putNew({ ...grantKey(place, grant), ...allocation });
  return existing ? storedGrant.parse(existing) : allocation;
}

export async function getGrant(table: Table, place: string, grant: SameGrant) {
  const item = await table.get(grantKey(place, grant), true);
  return item && storedGrant.parse(item);
}
