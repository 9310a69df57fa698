// Imports a funder's file of allocations: each good row once for ever, each bad line rejected alone.
import { append, only } from '../journal/append.ts';
import { allocationKey, type CommandMeta } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { digest, newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getPerson, putPerson } from '../people/people.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { makeOnce } from '../platform/once.ts';
import { type Rejected, readRows } from './allocations.csv.ts';

import type { Row } from './allocations.schema.ts';
import { allocationOfRow, knownRef, personOfRef, putMyAllocation } from './allocations.store.ts';
import { allocationReducer } from './journal/allocation-reducer.ts';
import type { AllocationState, Grant } from './journal/allocation-state.ts';

/** Rows that are worked on at the same time: the table takes more, one Lambda's connections do not. */
const CONCURRENT_ROWS = 16;

type Outcome = 'imported' | 'unchanged' | Rejected;

/** Names what a row makes: a person, or an allocation of one. The same row may be asked about twice, and only the first name is kept. */
type NameFor = (row: Row, what: 'person' | 'allocation') => string;

/** `nameFor` is for demonstrations that must be the same everywhere; ids are random otherwise. */
export async function importAllocations(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  text: string,
  nameFor: NameFor = newId,
): Promise<
  Result<{ imported: number; unchanged: number; rejected: Rejected[] }, 'bad-file' | 'key-reused' | 'not-found'>
> {
  const { funder } = actor;
  if (funder === undefined) return refuse('not-found');
  const file = readRows(text);
  if ('refused' in file) return refuse('bad-file', { field: 'body', detail: file.refused });
  // Every line is once for ever by itself; this only keeps one key from being used for two files.
  const key = { PK: `${actor.place}#IMPORT#${meta.idempotencyHash}`, SK: 'A' };
  const made = await makeOnce(context.table, key, meta.bodyHash);
  if (!made.ok) return made;
  const outcomes: Outcome[] = [];
  // Rows of one person go one after another: they share that person's items.
  const people = Map.groupBy(file.rows, ({ row }) => row.person_ref);
  const waiting = [...people.values()];
  const worker = async (): Promise<void> => {
    for (let rows = waiting.pop(); rows; rows = waiting.pop())
      for (const { line, row } of rows)
        outcomes.push(await importRow(context, actor.place, funder, meta, line, row, nameFor));
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
  nameFor: NameFor,
): Promise<Outcome> {
  const { person_ref: ref, name, email, stream, starts_on: startsOn } = row;
  const known = await knownRef(table, place, funder, ref);
  const self = known ? await getPerson(table, place, known) : undefined;
  if (self && self.email !== email) return differs(line, ['email']);
  // An address belongs to one person, so a new reference with a known address is that person.
  const person = self ?? (await putPerson(table, place, { personId: known ?? nameFor(row, 'person'), name, email }));
  if (person.name !== name) return differs(line, ['name']);
  const owner = known ?? (await personOfRef(table, place, funder, ref, person.personId));
  if (owner !== person.personId) return differs(line, ['email']);
  const mine = { allocationId: nameFor(row, 'allocation'), personId: person.personId, name, email };
  const { allocationId } = await allocationOfRow(table, place, funder, { ref, stream, startsOn }, mine);
  await putMyAllocation(table, place, person.personId, allocationId);
  const grant = grantOf(allocationId, person.personId, funder, row);
  const idempotencyHash = digest(meta.idempotencyHash, allocationId);
  const key = allocationKey(place, allocationId);
  const granting = { ...meta, idempotencyHash, bodyHash: '' };
  const done = await append(journals, granting, allocationReducer, key, only({ type: 'grant' as const, ...grant }));
  if (done.ok) return 'imported';
  if (done.refusal.code !== 'already-granted')
    return { line, code: 'busy', detail: 'This line could not be taken just now. Import the same file again.' };
  const was = await read(journals, allocationReducer, key);
  const changed = was.ok && was.value ? whatDiffers(was.value.state, grant) : [];
  return changed.length === 0 ? 'unchanged' : differs(line, changed);
}

const differs = (line: number, columns: readonly string[]): Rejected => ({
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

/** The columns that must be the same when a row comes again, by what they are called in a grant. */
const COLUMNS = {
  grantedPence: 'amount_pounds',
  endsOn: 'ends_on',
  instalment: 'instalment',
  custody: 'custody',
  outcomes: 'outcomes',
  pooling: 'pooling',
} as const;

function whatDiffers(was: AllocationState, now: Grant): string[] {
  const names = ['grantedPence', 'endsOn', 'instalment', 'custody', 'outcomes', 'pooling'] as const;
  return names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name])).map((name) => COLUMNS[name]);
}
