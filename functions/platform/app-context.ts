// What every action is given: the journals, the table, the clock. Composed once by each entry.
import type { JournalDeps } from '../journal/append.ts';
import type { Table } from './table.ts';

/** How people can be notified. */
export type Channel = 'email' | 'text';

export interface AppContext {
  readonly journals: JournalDeps;
  readonly table: Table;
  readonly now: () => string;
  /** The place that people see who are not signed in. */
  readonly place: string;
  /** How people can be notified there; by email and text message when absent. */
  readonly channels?: readonly Channel[];
}
