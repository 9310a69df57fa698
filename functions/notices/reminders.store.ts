// One item a pool with sessions to come: when its people are next to be reminded.
import type { JournalKey } from '../journal/journal.types.ts';
import { dayOf, daysBetween } from '../kernel/clock.ts';
import type { Table } from '../platform/table.ts';

const listOf = (place: string): string => `${place}#REMINDER`;

interface AsOf {
  /** The pool's event. */
  readonly seq: number;
  readonly at: string;
  /** The people have been reminded of what is tomorrow, seen from `at`. */
  readonly done: boolean;
}

/** A newer event of the pool replaces the item; at the same event a later day does, and at the same day having reminded. */
const MOST_DAYS = 1_000_000;
const rankOf = ({ seq, at, done }: AsOf): number =>
  seq * MOST_DAYS + 2 * daysBetween('2020-01-01', dayOf(at)) + (done ? 1 : 0);

/** Keeps when a pool is next to be looked at. */
export async function putReminder(table: Table, key: JournalKey, asOf: AsOf, dueAt: string | undefined): Promise<void> {
  const list = listOf(key.place);
  const due = dueAt === undefined ? {} : { duePlace: list, dueAt };
  await table.putNewer({ PK: list, SK: key.id, rank: rankOf(asOf), ...due }, 'rank');
}

/** The pools of a place in which somebody may have to be reminded by now. */
export async function poolsToRemind(table: Table, place: string, now: string): Promise<string[]> {
  return (await table.query({ pk: listOf(place), index: 'due', to: now })).map(({ SK }) => SK);
}
