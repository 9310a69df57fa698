// Which person and which allocation an imported row belongs to, and each person's list of allocations.
import * as z from 'zod/mini';
import { personPk } from '../people/people.store.ts';
import type { Table } from '../platform/table.ts';

const storedRow = z.object({ allocationId: z.string(), personId: z.string(), name: z.string(), email: z.string() });
const storedPerson = z.object({ personId: z.string() });

/** A funder's own reference for a person, in a partition of its own because it identifies them in the funder's systems. */
const refPk = (place: string, funder: string, ref: string): string => `${place}#REF#${funder}#${ref}`;

/** Stores which person a reference means, unless it has one already; answers the person it has. */
export async function putPersonRef(
  table: Table,
  place: string,
  funder: string,
  ref: string,
  personId: string,
): Promise<string> {
  const existing = await table.putNew({ PK: refPk(place, funder, ref), SK: 'PERSON', personId });
  return existing ? storedPerson.parse(existing).personId : personId;
}

export async function getPersonIdByRef(
  table: Table,
  place: string,
  funder: string,
  ref: string,
): Promise<string | undefined> {
  const item = await table.get({ PK: refPk(place, funder, ref), SK: 'PERSON' }, true);
  return item && storedPerson.parse(item).personId;
}

interface ImportedRow {
  readonly allocationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Stores the allocation of a row (person_ref + stream + starts_on), unless it has one already; answers the one it has. */
export async function putImportedRow(
  table: Table,
  place: string,
  funder: string,
  row: { readonly ref: string; readonly stream: string; readonly startsOn: string },
  newRow: ImportedRow,
): Promise<ImportedRow> {
  const existing = await table.putNew({
    PK: refPk(place, funder, row.ref),
    SK: `ROW#${row.stream}#${row.startsOn}`,
    ...newRow,
  });
  return existing ? storedRow.parse(existing) : newRow;
}

/** The ids of the allocations of a funder's reference, of every stream. */
export async function allocationIdsOfRef(table: Table, place: string, funder: string, ref: string): Promise<string[]> {
  const items = await table.query({ pk: refPk(place, funder, ref), beginsWith: 'ROW#' });
  return items.map((item) => storedRow.parse(item).allocationId);
}

/** Adds to a person's list. Written before the allocation's first event; readers skip an id that has no journal. */
export const putAllocationId = async (
  table: Table,
  place: string,
  personId: string,
  allocationId: string,
): Promise<void> => {
  await table.putNew({ PK: personPk(place, personId), SK: `ALLOC#${allocationId}` });
};

export async function allocationIdsOf(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: 'ALLOC#', consistent: true });
  return items.map((item) => item.SK.slice('ALLOC#'.length));
}

/** Stores a funder's reason for a reduction, which the person may read. */
export const putReason = (
  table: Table,
  place: string,
  allocationId: string,
  from: string,
  { seq, text }: { readonly seq: number; readonly text: string },
): Promise<void> =>
  table.putNewer({ PK: `${place}#ALLOCTEXT#${allocationId}`, SK: `REDUCTION#${from}`, text, seq }, 'seq');
