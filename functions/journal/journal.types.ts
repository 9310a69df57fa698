// What a journal is: a gap-free chain of events, each with the full state after it.
import type { Result } from '../kernel/result.ts';

/** Which journal: one pool or one allocation of one place. */
export interface JournalKey {
  readonly place: string;
  readonly kind: 'POOL' | 'ALLOC';
  readonly id: string;
}

/** Who asks for a change, and how the request is known for ever. */
export interface Request {
  /** Digest of person, method, path and Idempotency-Key; for time's own steps, of journal, step and due time. */
  readonly op: string;
  /** Digest of the body: the same op with another body is refused. */
  readonly body: string;
  /** Person id, or 'clock'. */
  readonly by: string;
  /** The person acted for, when a supporter acts. */
  readonly whom?: string;
}

/** Money moved from one account to another of the same journal, in pence above zero: zero-sum by its shape. */
export type Posting = readonly [from: string, to: string, pence: number];

/** What `next` decides: the kind of event, the money that moves and what else changes. */
export interface Decision<Change> {
  readonly kind: string;
  readonly postings: readonly Posting[];
  readonly changes: readonly Change[];
}

/** One event, as the text that is hashed says it. */
export interface Event<Change> extends Decision<Change> {
  readonly place: string;
  readonly journal: string;
  readonly seq: number;
  readonly op: string;
  readonly body: string;
  readonly by: string;
  readonly for?: string;
  readonly at: string;
  /** The other journals that were written in the same step, with their seq. */
  readonly peers?: readonly (readonly [journal: string, seq: number])[];
  /** SHA-256 of the state after this event. */
  readonly state: string;
}

/** What is stored for one event. */
export interface Entry {
  readonly key: JournalKey;
  readonly seq: number;
  readonly op: string;
  /** The exact text that was hashed. */
  readonly text: string;
  /** SHA-256(previous hash ‖ text), base64url. */
  readonly hash: string;
  /** The exact JSON text of the state after the event. */
  readonly state: string;
  /** The version of the reducer that wrote it. */
  readonly v: number;
}

/** The pure half of a journal: rules that decide, and a reducer that applies what they decided. */
export interface Reducer<State, Command, Change, Code extends string> {
  readonly kind: JournalKey['kind'];
  /** Version of State; an older stored state goes through `upgrade`, a newer one is refused. */
  readonly v: number;
  readonly upgrade: (state: State, v: number) => State;
  readonly empty: State;
  readonly next: (state: State, command: Command, at: string, who: Request) => Result<Decision<Change>, Code>;
  readonly apply: (state: State, event: Decision<Change> & { readonly at: string }) => State;
  /** The earliest step that time itself takes in this journal, if one is due at `at`. */
  readonly due: (state: State, at: string) => { readonly command: Command; readonly name: string } | undefined;
  /** Refuses (code `full`) a command after which the state's text has grown to more than this. */
  readonly mostBytes: (command: Command) => number;
}

/** Where entries are kept. Every call may throw OutcomeUnknown; a time-out is unknown, never failed. */
export interface EntryStore {
  /** The newest entry, read consistently; undefined for a journal without events. */
  head(key: JournalKey): Promise<Entry | undefined>;
  /** The entry with this op, read consistently. */
  byOp(key: JournalKey, op: string): Promise<Entry | undefined>;
  /** Writes all entries or none; `lost` when any seq is taken or another transaction is in the way. */
  put(entries: readonly Entry[]): Promise<'written' | 'lost'>;
  /** Entries from seq `after` + 1 on, oldest first. */
  range(key: JournalKey, after: number, limit: number): Promise<Entry[]>;
}

export const poolKey = (place: string, id: string): JournalKey => ({ place, kind: 'POOL', id });
export const allocationKey = (place: string, id: string): JournalKey => ({ place, kind: 'ALLOC', id });

export const nameOf = (key: JournalKey): string => `${key.kind}#${key.id}`;

/** An event that is there and is not what was once written: an incident. */
export class Damaged extends Error {
  readonly seq: number;

  constructor(journal: string, seq: number, options?: ErrorOptions) {
    super(`journal ${journal} is damaged at seq ${seq}`, options);
    this.seq = seq;
  }
}
