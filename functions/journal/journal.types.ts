// What a journal is: a gap-free chain of events, each with the full state after it.
import type { Result } from '../kernel/result.ts';

/** Which journal: one pool or one allocation of one place. */
export interface JournalKey {
  readonly place: string;
  readonly kind: 'POOL' | 'ALLOC';
  readonly id: string;
}

/** What time does, it does under this name. */
export const CLOCK = 'clock';

/** Who asks for a change, and how the request is recognised at any age. */
export interface CommandMeta {
  /** Digest of person, method, path and Idempotency-Key; for what time does, of journal, step and due time. */
  readonly idempotencyHash: string;
  /** Digest of the body: the same request with another body is refused. */
  readonly bodyHash: string;
  /** Who is signed in: a person's id, or `CLOCK`. */
  readonly actorId: string;
  /** The person acted for, when a supporter acts. */
  readonly onBehalfOf?: string;
}

/** What an amount is counted in. Units never convert into each other. */
export type Unit = 'gbp-pence';

/** An amount above zero moved from one account to another of the same journal: zero-sum by its shape. */
export interface Posting {
  /** Names of accounts, which only accounts.ts makes and reads. */
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly unit: Unit;
}

/** What a command comes to: the type of event, the money that moves and what else changes. */
export interface Decision<Change> {
  readonly type: string;
  readonly postings: readonly Posting[];
  readonly changes: readonly Change[];
}

/** A decision and the state that it leaves. */
export interface Decided<State, Change> {
  readonly decision: Decision<Change>;
  readonly state: State;
}

/** One event, as the text that is hashed says it. `Change` is unknown to whoever does not know the journal's reducer. */
export interface Event<Change = unknown> extends Decision<Change> {
  readonly place: string;
  readonly journal: string;
  readonly seq: number;
  readonly idempotencyHash: string;
  readonly bodyHash: string;
  readonly actorId: string;
  readonly onBehalfOf?: string;
  readonly at: string;
  /** The other journals that were written in the same transaction, with their seq. */
  readonly peers?: readonly (readonly [journal: string, seq: number])[];
  /** SHA-256 of the state after this event. */
  readonly stateHash: string;
}

/** What is stored for one event. */
export interface Entry {
  readonly key: JournalKey;
  readonly seq: number;
  readonly idempotencyHash: string;
  /** The exact text that was hashed. */
  readonly text: string;
  /** SHA-256(previous hash ‖ text), base64url. */
  readonly hash: string;
  /** The exact JSON text of the state after the event. */
  readonly stateText: string;
  /** The version of the reducer that wrote it. */
  readonly version: number;
}

/**
 * Writes the money that came in from these allocations by the instant at which a step of a journal fell due; true when it wrote
 * something, so that the journal must be read again.
 */
export type WriteIncoming = (place: string, allocationIds: readonly string[], due: string) => Promise<boolean>;

/** A step that time itself takes in a journal. */
interface DueStep<Command> {
  readonly command: Command;
  /** The same for the same step, so that it is taken once. */
  readonly name: string;
  /** The instant at which it fell due. */
  readonly due: string;
  /** Allocations from which money may have come in by then that is not written yet: it comes first. */
  readonly incomingFrom: readonly string[];
  /** What becomes of it depends on that money: a reader cannot tell yet. */
  readonly judgesMoney: boolean;
}

/** The pure half of a journal: rules that decide, and a reducer that applies what they decided. */
export interface Reducer<State, Command, Change, Code extends string> {
  readonly kind: JournalKey['kind'];
  /** Version of states and events. Older stored ones are upgraded as they are read, newer ones refused. */
  readonly version: number;
  /** Throws when what was stored is not a state, or not a change, of that version. */
  readonly upgradeState: (stored: unknown, version: number) => State;
  readonly upgradeChange: (stored: unknown, version: number) => Change;
  readonly empty: State;
  readonly decide: (
    state: State,
    command: Command,
    at: string,
    meta: CommandMeta,
  ) => Result<Decided<State, Change>, Code>;
  readonly apply: (state: State, event: Decision<Change> & { readonly at: string }) => State;
  /** The earliest step that time itself takes in this journal, if one is due at `at`. */
  readonly dueStep: (state: State, at: string) => DueStep<Command> | undefined;
  /** Refuses (code `full`) a command after which the state's text has grown to more than this. */
  readonly maxBytes: (command: Command, after: State) => number;
}

/** What became of a put: `lost` when a seq was taken or another transaction was in the way. */
export type PutOutcome =
  | { readonly type: 'written' }
  | {
      readonly type: 'lost';
      /**
       * For each entry, in order, the entry that has its seq already, or undefined where it was free. Absent when
       * anything but a taken seq was the reason: then nothing can be concluded.
       */
      readonly winners?: readonly (Entry | undefined)[];
    };

/** Where entries are kept. Every call may throw OutcomeUnknown; a time-out is unknown, never failed. */
export interface EntryStore {
  /** The newest entry, read consistently; undefined for a journal without events. */
  head(key: JournalKey): Promise<Entry | undefined>;
  /** The entry with this idempotency hash, read consistently. */
  findByHash(key: JournalKey, idempotencyHash: string): Promise<Entry | undefined>;
  /** Writes all entries or none. */
  put(entries: readonly Entry[]): Promise<PutOutcome>;
  /** Entries from seq `after` + 1 on, oldest first. */
  range(key: JournalKey, after: number, limit: number): Promise<Entry[]>;
}

export const poolKey = (place: string, id: string): JournalKey => ({ place, kind: 'POOL', id });
export const allocationKey = (place: string, id: string): JournalKey => ({ place, kind: 'ALLOC', id });

export const journalName = (key: Pick<JournalKey, 'kind' | 'id'>): string => `${key.kind}#${key.id}`;

/** The journal that a name stands for. Throws for anything else. */
export function journalKeyOf(place: string, name: string): JournalKey {
  const [kind, id = ''] = name.split('#');
  if (kind !== 'POOL' && kind !== 'ALLOC') throw new Error('this is not the name of a journal');
  return { place, kind, id };
}

/** An event that is there and is not what was once written: an incident. */
export class DamagedJournalError extends Error {
  readonly seq: number;

  constructor(journal: string, seq: number, options?: ErrorOptions) {
    super(`journal ${journal} is damaged at seq ${seq}`, options);
    this.seq = seq;
  }
}
