// When each pool must next be checked for reminders: one item a pool.
import type { JournalKey } from '../journal/journal.types.ts';
import { dayOf, daysBetween } from '../kernel/clock.ts';
import type { Table } from '../platform/table.ts';

const reminderPk = (place: string): string => `${place}#REMINDER`;

interface ReminderBasis {
  /** The pool's event. */
  readonly seq: number;
  readonly at: string;
  /** Reminders of the day after `at` have been made. */
  readonly done: boolean;
}

/** Orders the versions of the item: first by the pool's event, then by day, then by whether reminders have been made. */
const RANKS_PER_EVENT = 1_000_000;
const rankOf = ({ seq, at, done }: ReminderBasis): number =>
  seq * RANKS_PER_EVENT + 2 * daysBetween('2020-01-01', dayOf(at)) + (done ? 1 : 0);

/** Stores when a pool must next be checked, unless a version of higher rank is stored. */
export async function putReminder(
  table: Table,
  key: JournalKey,
  basis: ReminderBasis,
  dueAt: string | undefined,
): Promise<void> {
  const pk = reminderPk(key.place);
  const due = dueAt === undefined ? {} : { duePlace: pk, dueAt };
  await table.putNewer({ PK: pk, SK: key.id, rank: rankOf(basis), ...due }, 'rank');
}

/** The pools of a place that are due to be checked. */
export async function poolsToRemind(table: Table, place: string, now: string): Promise<string[]> {
  return (await table.query({ pk: reminderPk(place), index: 'due', to: now })).map(({ SK }) => SK);
}
