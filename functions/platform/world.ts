// What every action is handed: the journals, the table, the clock. Composed once by each entry.
import type { JournalDeps } from '../journal/journal.ts';
import type { Table } from './table.ts';

/** How people can be told of things. */
export type Way = 'email' | 'text';

export interface World {
  readonly journals: JournalDeps;
  readonly table: Table;
  readonly now: () => string;
  /** The place that people see who are not signed in. */
  readonly place: string;
  /** By which ways people can be told of things: emails and text messages, where nothing else is said. */
  readonly tellsBy?: readonly Way[];
}
