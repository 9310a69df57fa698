// Puts back what is missing in the live table from a copy of an earlier moment. Never replaces or removes anything, so that
// it may run while people use Kitty, stop half-way, and run again.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { entryOf, isJournalItem } from '../../../functions/journal/journal.store.ts';
import { type Entry, journalName } from '../../../functions/journal/journal.types.ts';
import { dynamoTable } from '../../../functions/platform/dynamo-table.ts';
import type { Item, Table } from '../../../functions/platform/table.ts';
import { forEachPartition } from './partitions.ts';
import { type Absent, absentIn, erasedAmong, withoutErased } from './people.ts';
import { reconcile } from './reconcile.ts';

export interface PutBackOptions {
  readonly database: DynamoDBDocumentClient;
  /** The table as it was at an earlier moment. */
  readonly backup: string;
  readonly live: string;
  /** Otherwise it only reports. */
  readonly write: boolean;
  /** Ids or addresses of people who have been erased since. While anybody is missing, nothing is written without this. */
  readonly erased?: readonly string[];
}

interface Report {
  /** Events that were missing, and in how many journals. */
  readonly events: number;
  readonly journals: number;
  /** Other items that were missing. */
  readonly items: number;
  /** Grants to supporters among them. */
  readonly grants: number;
  /** People who are in the backup, unknown now, and left out. */
  readonly leftOut: readonly Absent[];
  /** What is still wrong, in sentences. */
  readonly problems: readonly string[];
}

export async function putBack({ database, backup, live, write, erased }: PutBackOptions): Promise<Report> {
  const [was, now] = [dynamoTable(database, backup), dynamoTable(database, live)];
  const absent: Absent[] = [];
  await forEachPartition(database, backup, async (items, pk) => {
    const one = await absentIn(items, pk, now);
    if (one) absent.push(one);
  });
  if (write && erased === undefined && absent.length > 0)
    throw new Error(
      `People are missing (${absent.length}; without --put-back it says who): lost, or erased since? Say --erased none, or --erased with who must stay erased. Nothing was written.`,
    );
  const leftOut = erasedAmong(absent, erased);
  const forgotten = new Set(leftOut.flatMap(({ personId, allocations }) => [personId, ...allocations]));
  const found = { events: 0, journals: 0, items: 0, grants: 0 };
  const problems: string[] = [];

  // Before the events, so that the stream consumer finds the notices that were already made of them.
  await forEachPartition(database, backup, async (items, pk) => {
    const others = items.filter((item) => !isJournalItem(item));
    if (others.length === 0) return;
    const there = new Set((await now.query({ pk, consistent: true })).map(({ SK }) => SK));
    for (const item of others) {
      const allowed = there.has(item.SK) ? undefined : withoutErased(item, forgotten);
      if (!allowed) continue;
      found.items++;
      if (item.SK.startsWith('SUPPORTER#')) found.grants++;
      if (write) await now.putNew(unsent(allowed));
    }
  });

  await forEachPartition(database, backup, async (items, pk) => {
    const events = items.filter(isJournalItem);
    if (events.length === 0) return;
    const there = (await now.query({ pk, from: 'E#', consistent: true })).filter(isJournalItem);
    const [entries, kept] = [readable(events, problems), readable(there, problems)];
    if (!entries || !kept) return;
    const { missing, whole, problem } = await reconcile(entries, kept);
    if (problem !== undefined) problems.push(problem);
    found.events += missing.length;
    if (missing.length > 0) found.journals++;
    const lost = new Set(missing.map(({ seq }) => seq));
    if (write)
      for (const [i, item] of events.entries()) {
        const entry = entries[i];
        if (!entry || !lost.has(entry.seq) || (await putEvent(now, item, entry))) continue;
        problems.push(`${journalName(entry.key)} was written to at event ${entry.seq} meanwhile: run this again.`);
        break;
      }
    const last = entries.at(-1)?.seq ?? 0;
    for (const entry of whole)
      if (lost.has(entry.seq) || entry.seq > last) problems.push(...(await missingCounterparts(entry, [now, was])));
  });
  return { ...found, leftOut, problems: problems.sort() };
}

/** Undefined, with a problem added, when one cannot be read: a person must decide what to do. */
function readable(events: readonly Item[], problems: string[]): Entry[] | undefined {
  let reading = events[0];
  try {
    return events.map((item) => {
      reading = item;
      return entryOf(item);
    });
  } catch {
    problems.push(`Event ${reading?.PK} ${reading?.SK} cannot be read. Nothing was put back into its journal.`);
    return undefined;
  }
}

/** False when another event has taken its place. */
async function putEvent(table: Table, item: Item, { hash }: Entry): Promise<boolean> {
  const there = await table.putNew(item);
  return there === undefined || entryOf(there).hash === hash;
}

/** A notice that was waiting then may have been sent since, so it is not sent again. */
const unsent = (item: Item): Item => {
  if (!/^[^#]+#NOTICE#/.test(item.PK) || item.status !== 'waiting') return item;
  const { duePlace: _, dueAt: __, ...kept } = item;
  return { ...kept, PK: item.PK, SK: item.SK, status: 'taken' };
};

/** The other half of a transfer between two journals, where that half is lost. */
async function missingCounterparts(
  { key, seq, idempotencyHash, text }: Entry,
  tables: readonly Table[],
): Promise<string[]> {
  const { peers = [] }: { peers?: [journal: string, seq: number][] } = JSON.parse(text);
  const problems: string[] = [];
  for (const [journal, at] of peers) {
    const item = { PK: `${key.place}#${journal}`, SK: `E#${String(at).padStart(12, '0')}` };
    const [one, other] = await Promise.all(tables.map((table) => table.get(item, true)));
    const there = one ?? other;
    if (!there || entryOf(there).idempotencyHash !== idempotencyHash)
      problems.push(`Event ${seq} of ${journalName(key)} moved money with event ${at} of ${journal}, which is lost.`);
  }
  return problems;
}
