// Imports a funder's file of allocations: each valid row only once, however often it is sent; each bad line is rejected alone.
import { append, only } from '../journal/append.ts';
import { allocationKey, type CommandMeta } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { digest, newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getPerson, putPerson } from '../people/people.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { makeOnce } from '../platform/once.ts';
import { type RejectedLine, readRows } from './allocations.csv.ts';

import type { Row } from './allocations.schema.ts';
import { getPersonIdByRef, putAllocationId, putImportedRow, putPersonRef } from './allocations.store.ts';
import { allocationReducer } from './journal/allocation-reducer.ts';
import type { AllocationState, Grant } from './journal/allocation-state.ts';

/** Rows that are imported at the same time: the limit is one Lambda's connections, not the table. */
const CONCURRENT_ROWS = 16;

type Outcome = 'imported' | 'unchanged' | RejectedLine;

/** Makes the id of a row's person or allocation. It may be called again for the same row; only the first id is used. */
type IdFor = (row: Row, what: 'person' | 'allocation') => string;

/** Demonstrations give `idFor`, so that their ids are always the same; ids are random otherwise. */
export async function importAllocations(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  text: string,
  idFor: IdFor = newId,
): Promise<
  Result<{ imported: number; unchanged: number; rejected: RejectedLine[] }, 'bad-file' | 'key-reused' | 'not-found'>
> {
  const { funder } = actor;
  if (funder === undefined) return refuse('not-found');
  const file = readRows(text);
  if ('refused' in file) return refuse('bad-file', { field: 'body', detail: file.refused });
  // Each row is idempotent by itself; this only refuses the same idempotency key with another file.
  const key = { PK: `${actor.place}#IMPORT#${meta.idempotencyHash}`, SK: 'A' };
  const started = await makeOnce(context.table, key, meta.bodyHash);
  if (!started.ok) return started;
  const outcomes: Outcome[] = [];
  // Rows of one person are imported one after another, because they share that person's items.
  const rowsByPerson = Map.groupBy(file.rows, ({ row }) => row.person_ref);
  const queue = [...rowsByPerson.values()];
  const worker = async (): Promise<void> => {
    for (let rows = queue.pop(); rows; rows = queue.pop())
      for (const { line, row } of rows)
        outcomes.push(await importRow(context, actor.place, funder, meta, line, row, idFor));
  };
  await Promise.all(Array.from({ length: CONCURRENT_ROWS }, worker));
  const rejected = [...file.rejected, ...outcomes.filter((outcome) => typeof outcome === 'object')];
  return ok({
    imported: outcomes.filter((outcome) => outcome === 'imported').length,
    unchanged: outcomes.filter((outcome) => outcome === 'unchanged').length,
    rejected: rejected.sort((a, b) => a.line - b.line),
  });
}

async function importRow(
  { journals, table }: AppContext,
  place: string,
  funder: string,
  meta: CommandMeta,
  line: number,
  row: Row,
  idFor: IdFor,
): Promise<Outcome> {
  const { person_ref: ref, name, email, stream, starts_on: startsOn } = row;
  const knownPersonId = await getPersonIdByRef(table, place, funder, ref);
  const knownPerson = knownPersonId ? await getPerson(table, place, knownPersonId) : undefined;
  if (knownPerson && knownPerson.email !== email) return rejectChanged(line, ['email']);
  // An address belongs to one person, so a new reference with a known address is that person.
  const person =
    knownPerson ?? (await putPerson(table, place, { personId: knownPersonId ?? idFor(row, 'person'), name, email }));
  if (person.name !== name) return rejectChanged(line, ['name']);
  const ownerId = knownPersonId ?? (await putPersonRef(table, place, funder, ref, person.personId));
  if (ownerId !== person.personId) return rejectChanged(line, ['email']);
  const newRow = { allocationId: idFor(row, 'allocation'), personId: person.personId, name, email };
  const { allocationId } = await putImportedRow(table, place, funder, { ref, stream, startsOn }, newRow);
  await putAllocationId(table, place, person.personId, allocationId);
  const grant = grantOf(allocationId, person.personId, funder, row);
  const idempotencyHash = digest(meta.idempotencyHash, allocationId);
  const key = allocationKey(place, allocationId);
  const grantMeta = { ...meta, idempotencyHash, bodyHash: '' };
  const done = await append(journals, grantMeta, allocationReducer, key, only({ type: 'grant' as const, ...grant }));
  if (done.ok) return 'imported';
  if (done.refusal.code !== 'already-granted')
    return { line, code: 'busy', detail: 'This line could not be taken just now. Import the same file again.' };
  const existing = await read(journals, allocationReducer, key);
  const changed = existing.ok && existing.value ? changedColumns(existing.value.state, grant) : [];
  return changed.length === 0 ? 'unchanged' : rejectChanged(line, changed);
}

const rejectChanged = (line: number, columns: readonly string[]): RejectedLine => ({
  line,
  code: 'changed',
  detail: `This was imported before with another ${columns.join(', ')}. Nothing was changed.`,
});

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
