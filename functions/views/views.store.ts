// The views of journals that the stream consumer maintains: one item a journal, replaced only by a higher seq.
import * as z from 'zod/mini';
import { type JournalKey, journalKeyOf, journalName } from '../journal/journal.types.ts';
import type { Table } from '../platform/table.ts';

/** Sums in pence, by funder. */
const totals = z.record(z.string(), z.record(z.string(), z.number()));
const view = z.object({ SK: z.string(), seq: z.number(), totals });
export type View = z.infer<typeof view>;

const viewPk = (place: string): string => `${place}#VIEW`;

/** Stores a journal's totals for its place, and when something next falls due in it. */
export async function putView(
  table: Table,
  key: JournalKey,
  seq: number,
  sums: View['totals'],
  dueAt: string | undefined,
): Promise<void> {
  const due = dueAt === undefined ? {} : { duePlace: key.place, dueAt };
  await table.putNewer({ PK: viewPk(key.place), SK: journalName(key), seq, totals: sums, ...due }, 'seq');
}

export async function viewsOf(table: Table, place: string): Promise<View[]> {
  return (await table.query({ pk: viewPk(place) })).map((item) => view.parse(item));
}

/** The journals of a place in which something is due by an instant, the earliest first. */
export async function dueJournals(table: Table, place: string, at: string): Promise<JournalKey[]> {
  const items = await table.query({ pk: place, index: 'due', to: at });
  return items.map(({ SK }) => journalKeyOf(place, SK));
}

const PAGE_SIZE = 1000;

/** All journals of a place that have a view, a page at a time: there may be a million. */
export async function* journalsOf(table: Table, place: string): AsyncGenerator<JournalKey[]> {
  let from: string | undefined;
  for (;;) {
    const page = await table.query({ pk: viewPk(place), limit: PAGE_SIZE, ...(from === undefined ? {} : { from }) });
    const last = page.at(-1)?.SK;
    // Each page begins with the last item of the page before.
    const newItems = page.filter(({ SK }) => SK !== from);
    if (last === undefined || newItems.length === 0) return;
    yield newItems.map(({ SK }) => journalKeyOf(place, SK));
    if (page.length < PAGE_SIZE) return;
    from = last;
  }
}
