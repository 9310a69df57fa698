// The allocations of a funder's reference, and each person's list of allocations.
import * as z from 'zod/mini';
import { personPk } from '../people/people.store.ts';
import type { Table } from '../platform/table.ts';
import { referenceKey } from './identity.rules.ts';

/** An imported row. `ref` is the reference as it was first written; older items lack it, and stand under it. */
export const storedRow = z.object({
  allocationId: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  ref: z.optional(z.string()),
});
/** A funder's own reference for a person, in a partition of its own because it identifies them in the funder's systems. */
export const refPk = (place: string, funder: string, ref: string): string => `${place}#REF#${funder}#${ref}`;

/** The ids of the allocations of a funder's reference, of every stream, however it is written. */
export async function allocationIdsOfRef(table: Table, place: string, funder: string, ref: string): Promise<string[]> {
  const names = new Set([ref, referenceKey(ref)]);
  const found = await Promise.all(
    [...names].map((name) => table.query({ pk: refPk(place, funder, name), beginsWith: 'ROW#' })),
  );
  const rows = found.flat().map((item) => storedRow.parse(item));
  // Before references had keys, two of them that are one now could mean two people: the one as it is written goes first.
  const own = rows.filter(({ personId }) => personId === rows[0]?.personId);
  return [...new Set(own.map(({ allocationId }) => allocationId))];
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
