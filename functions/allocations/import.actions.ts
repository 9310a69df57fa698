// Imports a funder's file of allocations: each good row once for ever, each bad line rejected alone.
import { append, read } from '../journal/journal.ts';
import { allocationKey, type Request } from '../journal/journal.types.ts';
import { digest, newId } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { getPerson, putPerson } from '../people/people.store.ts';
import type { Actor } from '../platform/actor.ts';
import { makeOnce } from '../platform/once.ts';
import type { World } from '../platform/world.ts';
import { type Rejected, readRows } from './allocations.csv.ts';
import { type AllocationState, allocationReducer, type Grant } from './allocations.rules.ts';
import type { Row } from './allocations.schema.ts';
import { allocationOfRow, knownRef, personOfRef, putMyAllocation } from './allocations.store.ts';

/** Rows in the works at once: the table takes more, one Lambda's connections do not. */
const AT_ONCE = 16;

type Outcome = 'imported' | 'unchanged' | Rejected;

/** Names what a row makes: a person, or an allocation of one. The same row may be asked about twice, and only the first name is kept. */
type NameFor = (row: Row, what: 'person' | 'allocation') => string;

/** `nameFor` is for demonstrations that must be the same everywhere; ids are random otherwise. */
export async function importAllocations(
  world: World,
  actor: Actor,
  request: Request,
  text: string,
  nameFor: NameFor = newId,
): Promise<
  Result<{ imported: number; unchanged: number; rejected: Rejected[] }, 'bad-file' | 'key-reused' | 'not-found'>
> {
  const { funder } = actor;
  if (funder === undefined) return refuse('not-found');
  const read = readRows(text);
  if ('refused' in read) return refuse('bad-file', { field: 'body', detail: read.refused });
  // Every line is once for ever by itself; this only keeps one key from being used for two files.
  const asked = { PK: `${actor.place}#IMPORT#${request.op}`, SK: 'A' };
  const made = await makeOnce(world.table, asked, request.body);
  if (!made.ok) return made;
  const outcomes: Outcome[] = [];
  // Rows of one person go one after another: they share that person's items.
  const people = Map.groupBy(read.rows, ({ row }) => row.person_ref);
  const waiting = [...people.values()];
  const worker = async (): Promise<void> => {
    for (let rows = waiting.pop(); rows; rows = waiting.pop())
      for (const { line, row } of rows)
        outcomes.push(await importRow(world, actor.place, funder, request, line, row, nameFor));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const rejected = [...read.rejected, ...outcomes.filter((outcome) => typeof outcome === 'object')];
  return ok({
    imported: outcomes.filter((outcome) => outcome === 'imported').length,
    unchanged: outcomes.filter((outcome) => outcome === 'unchanged').length,
    rejected: rejected.sort((a, b) => a.line - b.line),
  });
}

async function importRow(
  world: World,
  place: string,
  funder: string,
  request: Request,
  line: number,
  row: Row,
  nameFor: NameFor,
): Promise<Outcome> {
  const { table } = world;
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
  const op = digest(request.op, allocationId);
  const done = await append(
    world.journals,
    { ...request, op, body: '' },
    allocationReducer,
    allocationKey(place, allocationId),
    () => ok({ do: 'grant' as const, ...grant }),
  );
  if (done.ok) return 'imported';
  if (done.refusal.code !== 'already-granted')
    return { line, code: 'busy', detail: 'This line could not be taken just now. Import the same file again.' };
  const was = await read(world.journals, allocationReducer, allocationKey(place, allocationId));
  const changed = was.ok && was.value ? whatDiffers(was.value.state, grant) : [];
  return changed.length === 0 ? 'unchanged' : differs(line, changed);
}

const differs = (line: number, columns: readonly string[]): Rejected => ({
  line,
  code: 'changed',
  detail: `This was imported before with another ${columns.join(', ')}. Nothing was changed.`,
});

const grantOf = (id: string, person: string, funder: string, row: Row): Grant => ({
  id,
  person,
  funder,
  stream: row.stream,
  custody: row.custody,
  granted: row.amount_pounds,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  instalment: row.instalment,
  outcomes: row.outcomes,
  pooling: row.pooling,
});

const COLUMNS = {
  granted: 'amount_pounds',
  endsOn: 'ends_on',
  instalment: 'instalment',
  custody: 'custody',
  outcomes: 'outcomes',
  pooling: 'pooling',
} as const;

function whatDiffers(was: AllocationState, now: Grant): string[] {
  const names = ['granted', 'endsOn', 'instalment', 'custody', 'outcomes', 'pooling'] as const;
  return names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name])).map((name) => COLUMNS[name]);
}
