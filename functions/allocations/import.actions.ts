// Imports a funder's file of allocations: each valid row only once, however often it is sent; each bad line is rejected alone.
import type { CommandMeta } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { makeOnce } from '../platform/once.ts';
import { type LineMessage, type NumberedRow, readRows } from './allocations.csv.ts';
import { referenceKey } from './identity.rules.ts';
import { type IdFor, importRow, type RowOutcome } from './import-row.actions.ts';

/** Rows that are imported at the same time: the limit is one Lambda's connections, not the table. */
const CONCURRENT_ROWS = 16;

interface ImportedFile {
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: LineMessage[];
  readonly warnings: LineMessage[];
}

/** Demonstrations give `idFor`, so that their ids are always the same; ids are random otherwise. */
export async function importAllocations(
  context: AppContext,
  actor: Actor,
  meta: CommandMeta,
  text: string,
  idFor?: IdFor,
): Promise<Result<ImportedFile, 'bad-file' | 'key-reused' | 'not-found'>> {
  const { funder } = actor;
  if (funder === undefined) return refuse('not-found');
  const file = readRows(text);
  if ('refused' in file) return refuse('bad-file', { field: 'body', detail: file.refused });
  // Each row is idempotent by itself; this only refuses the same idempotency key with another file.
  const key = { PK: `${actor.place}#IMPORT#${meta.idempotencyHash}`, SK: 'A' };
  const started = await makeOnce(context.table, key, meta.bodyHash);
  if (!started.ok) return started;
  const outcomes: (NumberedRow & { readonly outcome: RowOutcome })[] = [];
  const queue = rowsByPerson(file.rows);
  const worker = async (): Promise<void> => {
    for (let rows = queue.pop(); rows; rows = queue.pop())
      for (const one of rows)
        outcomes.push({ ...one, outcome: await importRow(context, actor.place, funder, meta, one.row, idFor) });
  };
  await Promise.all(Array.from({ length: CONCURRENT_ROWS }, worker));
  const count = (type: RowOutcome['type']): number => outcomes.filter(({ outcome }) => outcome.type === type).length;
  const rejected = outcomes.flatMap(({ line, outcome }) =>
    outcome.type === 'rejected' ? [{ line, code: outcome.code, detail: outcome.detail }] : [],
  );
  const warnings = outcomes.flatMap(({ line, row, outcome }) =>
    outcome.type === 'imported' && row.ends_on < dayOf(outcome.at) ? [hasEnded(line, row.ends_on)] : [],
  );
  const byLine = (a: LineMessage, b: LineMessage): number => a.line - b.line;
  return ok({
    imported: count('imported'),
    unchanged: count('unchanged'),
    rejected: [...file.rejected, ...rejected].sort(byLine),
    warnings: warnings.sort(byLine),
  });
}

/** Rows that share a reference or an address: one person's. They are imported one after another, so the first of them wins. */
function rowsByPerson(rows: readonly NumberedRow[]): NumberedRow[][] {
  const namesOf = ({ row }: NumberedRow) => [`reference ${referenceKey(row.person_ref)}`, `address ${row.email}`];
  const groups = new Map<string, NumberedRow[]>();
  for (const one of rows) {
    const names = namesOf(one);
    const [group = [], ...others] = new Set(
      names.map((name) => groups.get(name)).filter((found) => found !== undefined),
    );
    for (const other of others) {
      group.push(...other);
      for (const row of other) for (const name of namesOf(row)) groups.set(name, group);
    }
    group.push(one);
    for (const name of names) groups.set(name, group);
  }
  return [...new Set(groups.values())].map((group) => group.sort((a, b) => a.line - b.line));
}

const hasEnded = (line: number, endsOn: string): LineMessage => ({
  line,
  code: 'has-ended',
  detail: `This allocation ended on ${endsOn}, before it was imported. Nobody can use its money: all of it goes back to you.`,
});
