// Imports one row of a funder's file, only once, however often it is sent and however its reference is written.
import { append, only } from '../journal/append.ts';
import { allocationKey, type CommandMeta } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { digest, newId } from '../kernel/id.ts';
import { getPerson, putPerson } from '../people/people.store.ts';
import type { AppContext } from '../platform/app-context.ts';
import { allocationIdsOf, putAllocationId } from './allocations.store.ts';
import { isSameName, isSameText } from './identity.rules.ts';
import type { Row } from './import.schema.ts';
import { getGrant, getPersonRef, putGrant, putImportedRow, putPersonRef } from './import.store.ts';
import { allocationReducer } from './journal/allocation-reducer.ts';
import type { AllocationState, Grant } from './journal/allocation-state.ts';

/** Makes the id of a row's person or allocation. It may be called again for the same row; only the first id is used. */
export type IdFor = (row: Row, what: 'person' | 'allocation') => string;

type Stores = Pick<AppContext, 'journals' | 'table'>;

interface Rejected {
  readonly type: 'rejected';
  readonly code: string;
  readonly detail: string;
}
export type RowOutcome = { readonly type: 'imported'; readonly at: string } | { readonly type: 'unchanged' } | Rejected;

const BUSY: Rejected = {
  type: 'rejected',
  code: 'busy',
  detail: 'This line could not be taken just now. Import the same file again.',
};

/** `knownAs` is the reference under which it was imported. */
function rejectChanged({ person_ref: ref }: Row, columns: readonly string[], knownAs = ref): Rejected {
  const under = isSameText(ref, knownAs) ? '' : ` under ${knownAs}`;
  const detail = `This was imported before${under} with another ${columns.join(', ')}. Nothing was changed.`;
  return { type: 'rejected', code: 'changed', detail };
}

/** `granted` is what was granted under the other reference; undefined when that import has not come so far. */
function rejectGrantedBefore(row: Row, knownAs: string, granted: AllocationState | undefined): Rejected {
  if (granted && granted.endsOn !== row.ends_on) return rejectChanged(row, ['ends_on'], knownAs);
  const detail = `This was granted before under ${knownAs}: the same person, stream, start and end. Nothing was added.`;
  const unfinished = ' That import has not finished. If it stopped, import its file again.';
  return { type: 'rejected', code: 'granted-before', detail: granted ? detail : detail + unfinished };
}

/** Imports a row for a person; a row that was imported before is only compared. */
export async function importRow(
  { journals, table }: Stores,
  place: string,
  funder: string,
  meta: CommandMeta,
  row: Row,
  idFor: IdFor = newId,
): Promise<RowOutcome> {
  const person = await personOf(table, place, funder, row, idFor);
  if ('code' in person) return person;
  const { personId, key } = person;
  const { person_ref: ref, name, email, stream, starts_on: startsOn } = row;
  const newRow = { allocationId: idFor(row, 'allocation'), personId, name, email, ref };
  const imported = await putImportedRow(table, place, funder, { key, stream, startsOn }, newRow);
  const grant = grantOf(imported.allocationId, personId, funder, row);
  const journal = allocationKey(place, grant.id);
  const existing = await read(journals, allocationReducer, journal);
  if (!existing.ok) return BUSY;
  const stores = { journals, table };
  const rejected = existing.value ? undefined : await rejectSameGrant(stores, place, grant, row, imported.ref);
  if (rejected) return rejected;
  if (!isSameText(ref, imported.ref)) return rejectGrantedBefore(row, imported.ref, existing.value?.state);
  await putAllocationId(table, place, personId, grant.id);
  const idempotencyHash = digest(meta.idempotencyHash, grant.id);
  const grantMeta = { ...meta, idempotencyHash, bodyHash: '' };
  // Also for what is granted already: the same request again answers as it did the first time.
  const done = await append(
    journals,
    grantMeta,
    allocationReducer,
    journal,
    only({ type: 'grant' as const, ...grant }),
  );
  if (done.ok) return { type: 'imported', at: done.value.at };
  if (done.refusal.code !== 'already-granted') return BUSY;
  const now = existing.value ? existing : await read(journals, allocationReducer, journal);
  const changed = now.ok && now.value ? changedColumns(now.value.state, grant) : [];
  return changed.length === 0 ? { type: 'unchanged' } : rejectChanged(row, changed);
}

/** The person of a row, made if nobody has its reference or address, and the key of the reference. */
async function personOf(
  table: AppContext['table'],
  place: string,
  funder: string,
  row: Row,
  idFor: IdFor,
): Promise<{ readonly personId: string; readonly key: string } | Rejected> {
  const { person_ref: ref, name, email } = row;
  const known = await getPersonRef(table, place, funder, ref);
  const knownPerson = known && (await getPerson(table, place, known.personId));
  if (knownPerson && knownPerson.email.toLowerCase() !== email) return rejectChanged(row, ['email'], known.ref);
  // An address belongs to one person, so a new reference with a known address is that person.
  const person =
    knownPerson ?? (await putPerson(table, place, { personId: known?.personId ?? idFor(row, 'person'), name, email }));
  if (!isSameName(person.name, name)) return rejectChanged(row, ['name'], known?.ref);
  const owner = known ?? (await putPersonRef(table, place, funder, ref, person.personId));
  return owner.personId === person.personId ? owner : rejectChanged(row, ['email'], owner.ref);
}

/**
 * Keeps a grant for this allocation alone. Answers why not when the funder has granted the same person the same stream, start
 * and end: under another reference, since the row's own, `knownAs` as it was first written, has no such allocation yet.
 */
async function rejectSameGrant(
  { journals, table }: Stores,
  place: string,
  grant: Grant,
  row: Row,
  knownAs: string,
): Promise<Rejected | undefined> {
  const stateOf = (id: string) => read(journals, allocationReducer, allocationKey(place, id));
  // What was granted before grants were kept by person is found in the person's list alone.
  const ids = (await allocationIdsOf(table, place, grant.personId)).filter((id) => id !== grant.id);
  for (const found of await Promise.all(ids.map(stateOf))) {
    if (!found.ok) return BUSY;
    if (!found.value || !isSameGrant(found.value.state, grant)) continue;
    const kept = await getGrant(table, place, grant);
    return rejectGrantedBefore(row, kept?.ref ?? 'another reference', found.value.state);
  }
  const kept = await putGrant(table, place, grant, { allocationId: grant.id, ref: knownAs });
  if (kept.allocationId === grant.id) return undefined;
  const other = await stateOf(kept.allocationId);
  if (!other.ok) return BUSY;
  // It may have been kept for a line that was rejected in the end, because its allocation was granted with another end.
  if (other.value && !isSameGrant(other.value.state, grant)) return undefined;
  return rejectGrantedBefore(row, kept.ref, other.value?.state);
}

const isSameGrant = (one: Grant, other: Grant): boolean =>
  one.funder === other.funder &&
  one.stream === other.stream &&
  one.startsOn === other.startsOn &&
  one.endsOn === other.endsOn;

const grantOf = (id: string, personId: string, funder: string, row: Row): Grant => ({
  id,
  personId,
  funder,
  stream: row.stream,
  custody: row.custody,
  grantedPence: row.amount_pounds,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  instalment: row.instalment,
  outcomes: row.outcomes,
  pooling: row.pooling,
});

/** The columns that must be the same when a row is imported again, by their name in a grant. */
const COMPARED_COLUMNS = {
  grantedPence: 'amount_pounds',
  endsOn: 'ends_on',
  instalment: 'instalment',
  custody: 'custody',
  outcomes: 'outcomes',
  pooling: 'pooling',
} as const;

function changedColumns(existing: AllocationState, grant: Grant): string[] {
  const names = ['grantedPence', 'endsOn', 'instalment', 'custody', 'outcomes', 'pooling'] as const;
  return names
    .filter((name) => JSON.stringify(existing[name]) !== JSON.stringify(grant[name]))
    .map((name) => COMPARED_COLUMNS[name]);
}
