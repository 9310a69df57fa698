// One attempt at writing one event, or the events of several journals together: read the newest events, decide, put.
import { later } from '../kernel/clock.ts';
import { digest } from '../kernel/id.ts';
import { OutcomeUnknown, ok, type Result, refuse } from '../kernel/result.ts';
import { eventOf, nextEntry, type Reader, rawEventOf, stateOf } from './entry.ts';
import {
  CLOCK,
  type CommandMeta,
  type Decided,
  type Decision,
  type Entry,
  type EntryStore,
  type JournalKey,
  journalName,
  type PutOutcome,
  type Reducer,
  type WriteIncoming,
} from './journal.types.ts';

export type JournalCode = 'busy' | 'key-reused' | 'full' | 'being-updated';

/** What was appended to a journal. A replay answers with exactly what the first call answered. */
export interface Appended<State, Change> extends Decision<Change> {
  readonly seq: number;
  readonly at: string;
  /** The state after the event. */
  readonly state: State;
}

/** A second journal that is written in the same transaction. */
export interface Peer<State, Command, Change, Code extends string> {
  readonly state: State;
  /** Decides one command, at most once an attempt; it is written together with the main journal's event. Without it nothing is. */
  decide(command: Command): Result<Decision<Change>, Code | 'full'>;
}

/** What a plan may use: the time by which it is judged, and other journals. */
export interface Transaction {
  readonly at: string;
  open<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<Result<Peer<State, Command, Change, Code>, JournalCode>>;
}

/** How a use case appends to one journal. Every part may run several times. */
export interface Plan<State, Command, Change, PlanCode extends string> {
  /** Turns the state into a command, and decides in other journals what is to be written together with it. */
  command(state: State, transaction: Transaction): Promise<Result<Command, PlanCode>> | Result<Command, PlanCode>;
  /**
   * Writes what the event refers to, under ids that are new with it, once the command is accepted and before the event is
   * written. It must be safe to repeat, and harmless when the event is never written: so it replaces nothing.
   */
  writeFirst?(before: State, decided: Decided<State, Change>, at: string): Promise<void>;
}

/** The race was lost or its outcome is not known: the whole attempt must start over. */
export const LOST = 'lost';

/** One journal as this attempt knows it, and what is to be written to it. */
interface OpenJournal {
  readonly key: JournalKey;
  readonly version: number;
  head: Entry | undefined;
  /** What was decided, and the time by which it was judged. */
  decided?: { readonly decision: Decision<unknown>; readonly stateText: string; readonly at: string } | undefined;
}

/** See JournalDeps. */
interface Options {
  readonly writeIncoming: WriteIncoming | undefined;
  readonly asOf: string | undefined;
}

/** Who asks for a step that time takes. */
const clockMeta = (idempotencyHash: string): CommandMeta => ({ idempotencyHash, bodyHash: '', actorId: CLOCK });

export class Attempt implements Transaction {
  at: string;
  /** How many of time's own steps were written on the way. */
  stepsTaken = 0;
  readonly #store: EntryStore;
  readonly #meta: CommandMeta;
  /** By name, in the order in which they were opened: the main journal is the first. */
  readonly #journals = new Map<string, OpenJournal>();

  readonly #options: Options;

  /** `floor` is the time of the attempt before: an attempt's time never goes back. */
  constructor(store: EntryStore, now: string, meta: CommandMeta, floor: string, options: Options) {
    this.#store = store;
    this.#meta = meta;
    this.at = later(now, floor);
    this.#options = options;
  }

  /** The earliest step that time has due in a journal and that does not wait. */
  #dueStep<State, Command>(reducer: Pick<Reducer<State, Command, never, never>, 'dueStep'>, state: State) {
    const { asOf } = this.#options;
    const step = reducer.dueStep(state, this.at);
    return step && (asOf === undefined || step.due < asOf) ? step : undefined;
  }

  async run<State, Command, Change, Code extends string, PlanCode extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
    plan: Plan<State, Command, Change, PlanCode>,
  ): Promise<Result<Appended<State, Change>, Code | PlanCode | JournalCode> | typeof LOST> {
    const first = await this.#stateNow(reducer, key);
    if (!first.ok) return first;
    // The request is looked up after the newest event, never at the same time: its event is then either found here, or lies
    // beyond that newest one, where our own put would lose. What the plan reads may be read meanwhile; if that fails, the
    // request may still have been done.
    const deciding = this.#decide(reducer, key, first.value, plan);
    const [earlier] = await Promise.all([this.#earlier(reducer, key), deciding.catch(() => undefined)]);
    if (earlier) return earlier;
    const decided = await deciding;
    if (!decided.ok) return (await this.#twinOf(reducer, key)) ?? decided;
    const outcome = await this.#write(first.value, decided.value, plan);
    if (outcome.type === 'written') return this.#answer(key, decided.value);
    if (!this.#adopt(outcome)) return LOST;
    return this.#again(reducer, key, plan);
  }

  /** Decides once more on the events that won the race, without reading. A refusal is not given on them: it needs a fresh reading. */
  async #again<State, Command, Change, Code extends string, PlanCode extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
    plan: Plan<State, Command, Change, PlanCode>,
  ): Promise<Result<Appended<State, Change>, Code | PlanCode | JournalCode> | typeof LOST> {
    const first = await this.#stateNow(reducer, key);
    if (!first.ok) return LOST;
    const decided = await this.#decide(reducer, key, first.value, plan);
    if (!decided.ok) return LOST;
    const outcome = await this.#write(first.value, decided.value, plan);
    return outcome.type === 'written' ? this.#answer(key, decided.value) : LOST;
  }

  async open<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<Result<Peer<State, Command, Change, Code>, JournalCode>> {
    const opened = await this.#stateNow(reducer, key);
    if (!opened.ok) return opened;
    const state = opened.value;
    return ok({
      state,
      decide: (command) => {
        const decided = this.#decideCommand(reducer, key, state, command);
        return decided.ok ? ok(decided.value.decision) : decided;
      },
    });
  }

  /** The newest event of a journal, its own due steps taken, or the one that this attempt has adopted. */
  async #stateNow<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<Result<State, 'being-updated'>> {
    const known = this.#journals.get(journalName(key));
    if (known) return ok(known.head ? stateOf(reducer, known.head) : reducer.empty);
    const caught = await this.caughtUp(reducer, key);
    if (caught === 'newer') return refuse('being-updated');
    this.#journals.set(journalName(key), { key, version: reducer.version, head: caught.head });
    return ok(caught.state);
  }

  /** The newest event and its state, after every step that time itself has due there: so a late clock changes nothing. */
  async caughtUp<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<{ head: Entry | undefined; state: State } | 'newer'> {
    let head = await this.#store.head(key);
    if (!head) return { head, state: reducer.empty };
    if (head.version > reducer.version) return 'newer';
    // A step is judged by the moment at which it fell due, so that a late clock changes nothing; but time never goes back.
    let stepAt = rawEventOf(head).at;
    this.at = later(this.at, stepAt);
    let state = stateOf(reducer, head);
    for (let step = this.#dueStep(reducer, state); step; step = this.#dueStep(reducer, state)) {
      const { incomingFrom, due } = step;
      if (incomingFrom.length > 0 && (await this.#options.writeIncoming?.(key.place, incomingFrom, due)))
        throw new OutcomeUnknown('money came in first');
      stepAt = later(stepAt, step.due);
      const meta = clockMeta(digest(journalName(key), step.name, String(head.seq)));
      const decided = reducer.decide(state, step.command, stepAt, meta);
      if (!decided.ok) throw new Error(`time's own step ${step.name} was refused: ${decided.refusal.code}`);
      const { decision, state: after } = decided.value;
      const entry = nextEntry(key, head, reducer.version, meta, stepAt, decision, JSON.stringify(after));
      if ((await this.#store.put([entry])).type === 'lost') throw new OutcomeUnknown('somebody else wrote first');
      head = entry;
      state = after;
      this.stepsTaken++;
    }
    return { head, state };
  }

  /** What this very request did at an earlier time, if it did anything. */
  async #earlier<State, Change>(
    reader: Reader<State, Change>,
    key: JournalKey,
  ): Promise<Result<Appended<State, Change>, 'key-reused' | 'being-updated'> | undefined> {
    if (!this.#journals.get(journalName(key))?.head) return undefined;
    const entry = await this.#store.findByHash(key, this.#meta.idempotencyHash);
    if (!entry) return undefined;
    if (entry.version > reader.version) return refuse('being-updated');
    const { bodyHash, type, postings, changes, seq, at } = eventOf(reader, entry);
    if (bodyHash !== this.#meta.bodyHash) return refuse('key-reused');
    return ok({ type, postings, changes, seq, at, state: stateOf(reader, entry) });
  }

  /**
   * A refusal that judged several journals may have judged one of them after a copy of this very request had written to
   * them all. Looked up once more, that copy is found.
   */
  async #twinOf<State, Change>(reader: Reader<State, Change>, key: JournalKey) {
    return this.#journals.size > 1 ? this.#earlier(reader, key) : undefined;
  }

  async #decide<State, Command, Change, Code extends string, PlanCode extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
    state: State,
    plan: Plan<State, Command, Change, PlanCode>,
  ): Promise<Result<Decided<State, Change>, Code | PlanCode | 'full'>> {
    const command = await plan.command(state, this);
    return command.ok ? this.#decideCommand(reducer, key, state, command.value) : command;
  }

  #decideCommand<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
    state: State,
    command: Command,
  ): Result<Decided<State, Change>, Code | 'full'> {
    const journal = this.#journals.get(journalName(key));
    if (!journal) throw new Error('a command for a journal that is not open');
    // Another journal, or an adopted event, may have moved the time on since this one was read: what has come due goes first.
    if (journal.head && this.#dueStep(reducer, state)) throw new OutcomeUnknown('something has fallen due');
    const decided = reducer.decide(state, command, this.at, this.#meta);
    if (!decided.ok) return decided;
    const stateText = JSON.stringify(decided.value.state);
    const hasGrown = stateText.length > (journal.head?.stateText.length ?? 0);
    if (hasGrown && stateText.length > reducer.maxBytes(command, decided.value.state)) return refuse('full');
    journal.decided = { decision: decided.value.decision, stateText, at: this.at };
    return decided;
  }

  async #write<State, Command, Change, PlanCode extends string>(
    before: State,
    decided: Decided<State, Change>,
    plan: Plan<State, Command, Change, PlanCode>,
  ): Promise<PutOutcome> {
    const entries = this.#entries();
    if (!entries) return { type: 'lost' };
    await plan.writeFirst?.(before, decided, this.at);
    return this.#store.put(entries);
  }

  /** Those that are written: others were only looked at. */
  #decidedJournals(): OpenJournal[] {
    return [...this.#journals.values()].filter(({ decided }) => decided);
  }

  /** What to write; undefined when a later reading moved the time on after a decision was made. */
  #entries(): Entry[] | undefined {
    const journals = this.#decidedJournals();
    const names = journals.map(({ key, head }): readonly [string, number] => [journalName(key), (head?.seq ?? 0) + 1]);
    const entries: Entry[] = [];
    for (const [i, { key, head, version, decided }] of journals.entries()) {
      if (!decided || decided.at !== this.at) return undefined;
      const peers = names.filter((_, other) => other !== i);
      entries.push(nextEntry(key, head, version, this.#meta, this.at, decided.decision, decided.stateText, peers));
    }
    return entries;
  }

  /**
   * Takes the events that won the race as the newest ones. False when that is not safe: the reason was not a taken seq, or
   * one of them is this very request, or a newer version wrote it.
   */
  #adopt({ winners }: PutOutcome & { type: 'lost' }): boolean {
    const journals = this.#decidedJournals();
    const isSafe = winners?.every(
      (winner, i) =>
        !winner ||
        (winner.idempotencyHash !== this.#meta.idempotencyHash && winner.version <= (journals[i]?.version ?? 0)),
    );
    if (!winners || !isSafe) return false;
    for (const [i, journal] of journals.entries()) {
      const winner = winners[i];
      journal.decided = undefined;
      if (!winner) continue;
      journal.head = winner;
      this.at = later(this.at, rawEventOf(winner).at);
    }
    return true;
  }

  #answer<State, Change>(
    key: JournalKey,
    { decision, state }: Decided<State, Change>,
  ): Result<Appended<State, Change>, never> {
    const seq = (this.#journals.get(journalName(key))?.head?.seq ?? 0) + 1;
    return ok({ ...decision, seq, at: this.at, state });
  }
}
