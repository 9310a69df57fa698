// Which person and which allocation an imported row names, and each person's list of allocations.
import * as z from 'zod';
import { personPk } from '../people/people.store.ts';
import type { Table } from '../platform/table.ts';

const known = z.object({ allocationId: z.string(), personId: z.string(), name: z.string(), email: z.string() });
const knownPerson = z.object({ personId: z.string() });

/** A funder's own reference for a person; kept apart from everything else, because it names them elsewhere. */
const refPk = (place: string, funder: string, ref: string): string => `${place}#REF#${funder}#${ref}`;

/** The person of a reference: the one it was given first, for ever. */
export async function personOfRef(
  table: Table,
  place: string,
  funder: string,
  ref: string,
  personId: string,
): Promise<string> {
  const was = await table.putNew({ PK: refPk(place, funder, ref), SK: 'PERSON', personId });
  return was ? knownPerson.parse(was).personId : personId;
}

export async function knownRef(table: Table, place: string, funder: string, ref: string): Promise<string | undefined> {
  const item = await table.get({ PK: refPk(place, funder, ref), SK: 'PERSON' }, true);
  return item && knownPerson.parse(item).personId;
}

interface KnownRow {
  readonly allocationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** The allocation of a row (person_ref + stream + starts_on): the one it was given first, for ever. */
export async function allocationOfRow(
  table: Table,
  place: string,
  funder: string,
  row: { readonly ref: string; readonly stream: string; readonly startsOn: string },
  wanted: KnownRow,
): Promise<KnownRow> {
  const was = await table.putNew({
    PK: refPk(place, funder, row.ref),
    SK: `ROW#${row.stream}#${row.startsOn}`,
    ...wanted,
  });
  return was ? known.parse(was) : wanted;
}

/** The allocations that a funder's reference has, whatever their stream. */
export async function grantsOfRef(table: Table, place: string, funder: string, ref: string): Promise<string[]> {
  const items = await table.query({ pk: refPk(place, funder, ref), beginsWith: 'ROW#' });
  return items.map((item) => known.parse(item).allocationId);
}

/** Written before the allocation's first event: an orphan is harmless, the journal has the last word. */
export const putMyAllocation = async (
  table: Table,
  place: string,
  personId: string,
  allocationId: string,
): Promise<void> => {
  await table.putNew({ PK: personPk(place, personId), SK: `ALLOC#${allocationId}` });
};

export async function myAllocationIds(table: Table, place: string, personId: string): Promise<string[]> {
  const items = await table.query({ pk: personPk(place, personId), beginsWith: 'ALLOC#', consistent: true });
  return items.map((item) => item.SK.slice('ALLOC#'.length));
}

/** Keeps a funder's reason for a reduction, which the person may read. */
export const putReason = (
  table: Table,
  place: string,
  allocationId: string,
  from: string,
  text: string,
): Promise<void> => table.put({ PK: `${place}#ALLOCTEXT#${allocationId}`, SK: `REDUCTION#${from}`, text });
