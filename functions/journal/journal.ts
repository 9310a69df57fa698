// The append loop: the only code that writes events. Read heads, decide, put the next seq on condition, else start over.
import { later } from '../kernel/clock.ts';
import { digest, sha256 } from '../kernel/id.ts';
import { OutcomeUnknown, ok, type Result, refuse } from '../kernel/result.ts';
import {
  Damaged,
  type Decision,
  type Entry,
  type EntryStore,
  type Event,
  type JournalKey,
  nameOf,
  type Reducer,
  type Request,
} from './journal.types.ts';

export interface JournalDeps {
  readonly store: EntryStore;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 ≤ random < 1, for jitter only. */
  readonly random: () => number;
}

export type JournalCode = 'busy' | 'key-reused' | 'full' | 'being-updated';

/** What a step did to one journal. A replay answers with exactly what the first call answered. */
export interface Done<State, Change> extends Decision<Change> {
  readonly seq: number;
  readonly at: string;
  /** The state after the event. */
  readonly state: State;
}

/** A second journal that is written in the same step. */
export interface Peer<State, Command, Change, Code extends string> {
  readonly state: State;
  /** Decides one command, at most once a step; it is written together with the main journal's event, or not at all. */
  do(command: Command): Result<Decision<Change>, Code | 'full'>;
}

export interface Unit {
  readonly at: string;
  open<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<Result<Peer<State, Command, Change, Code>, JournalCode>>;
}

const PATIENCE_MS = 5000;
/** About what an attempt takes: sooner, and the others would still be at it. */
const FIRST_WAIT_MS = 30;
const LONGEST_WAIT_MS = 1000;

interface Versioned<State> {
  readonly v: number;
  readonly upgrade: (state: State, v: number) => State;
}

/** The event that an entry holds. Throws `Damaged` when the entry is not what was once written: an incident, never an answer. */
export function eventOf<Change>(entry: Entry): Event<Change> {
  const event: Event<Change> = JSON.parse(entry.text);
  if (event.seq !== entry.seq || event.op !== entry.op || event.state !== sha256(entry.state))
    throw new Damaged(nameOf(entry.key), entry.seq);
  return event;
}

export function stateOf<State>(reducer: Versioned<State>, entry: Entry): State {
  const state: State = JSON.parse(entry.state);
  return entry.v === reducer.v ? state : reducer.upgrade(state, entry.v);
}

/** The entry that follows `head` when `decision` leaves `state`. */
export function entryAfter(
  key: JournalKey,
  head: Entry | undefined,
  v: number,
  request: Request,
  at: string,
  decision: Decision<unknown>,
  state: string,
  peers: readonly (readonly [string, number])[] = [],
): Entry {
  const event: Event<unknown> = {
    place: key.place,
    journal: nameOf(key),
    seq: (head?.seq ?? 0) + 1,
    op: request.op,
    body: request.body,
    kind: decision.kind,
    by: request.by,
    ...(request.whom === undefined ? {} : { for: request.whom }),
    at,
    ...(peers.length === 0 ? {} : { peers }),
    postings: decision.postings,
    changes: decision.changes,
    state: sha256(state),
  };
  const text = JSON.stringify(event);
  return { key, seq: event.seq, op: request.op, text, hash: sha256((head?.hash ?? '') + text), state, v };
}

/**
 * Does one command on a journal, once for ever: the same request at any age answers as it did the first time.
 * `plan` turns the state into a command and may open other journals, whose events are then written in the same
 * transaction; it may run many times, always on fresh heads: what else it writes (texts that the event refers to) must
 * be safe to write again and harmless when the event is never written.
 * Refuses `key-reused` (same op, other body), `full` (state too large) and, after 5 s of lost races, `busy`.
 */
export async function append<State, Command, Change, Code extends string, PlanCode extends string = never>(
  deps: JournalDeps,
  request: Request,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
  plan: (state: State, unit: Unit) => Promise<Result<Command, PlanCode>> | Result<Command, PlanCode>,
): Promise<Result<Done<State, Change>, Code | PlanCode | JournalCode>> {
  type Appended = Result<Done<State, Change>, Code | PlanCode | JournalCode>;
  return untilDone<Appended>(deps, async (floor) => {
    const step = new Step(deps, request, floor);
    const done = await step.run(reducer, key, plan).catch(unknownAsLost);
    return done === LOST ? { lost: true, at: step.at } : { done };
  });
}

/** Tries again, with full jitter, for as long as somebody waits; `floor` keeps the time of an attempt from going back. */
async function untilDone<Done>(
  deps: JournalDeps,
  tryOnce: (floor: string) => Promise<{ readonly done: Done } | { readonly lost: true; readonly at: string }>,
): Promise<Done | ReturnType<typeof refuse<'busy'>>> {
  const started = deps.now();
  let floor = '';
  for (let attempt = 0; ; attempt++) {
    const tried = await tryOnce(floor);
    if ('done' in tried) return tried.done;
    if (Date.parse(deps.now()) - Date.parse(started) > PATIENCE_MS) return refuse('busy');
    floor = tried.at;
    await deps.sleep(deps.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
  }
}

const LOST = 'lost';

const unknownAsLost = (error: unknown): typeof LOST => {
  if (error instanceof OutcomeUnknown) return LOST;
  throw error;
};

/** One journal as read in one attempt, and what is to be written to it. */
interface Draft {
  readonly key: JournalKey;
  readonly head: Entry | undefined;
  readonly v: number;
  decided?: Decided<unknown, unknown>;
}

/** A decision, the state that it leaves, that state's text, and the time by which it was judged. */
interface Decided<State, Change> {
  readonly decision: Decision<Change>;
  readonly state: State;
  readonly text: string;
  readonly at: string;
}

function decide<State, Command, Change, Code extends string>(
  reducer: Reducer<State, Command, Change, Code>,
  state: State,
  command: Command,
  at: string,
  request: Request,
): Result<Decided<State, Change>, Code> {
  const decided = reducer.next(state, command, at, request);
  if (!decided.ok) return decided;
  const after = reducer.apply(state, { ...decided.value, at });
  return ok({ decision: decided.value, state: after, text: JSON.stringify(after), at });
}

/** One attempt at a step. */
class Step implements Unit {
  at: string;
  /** How many of time's own steps were written on the way. */
  steps = 0;
  private readonly deps: JournalDeps;
  private readonly request: Request;
  private readonly drafts: Draft[] = [];

  constructor(deps: JournalDeps, request: Request, floor: string) {
    this.deps = deps;
    this.request = request;
    this.at = later(deps.now(), floor);
  }

  async run<State, Command, Change, Code extends string, PlanCode extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
    plan: (state: State, unit: Unit) => Promise<Result<Command, PlanCode>> | Result<Command, PlanCode>,
  ): Promise<Result<Done<State, Change>, Code | PlanCode | JournalCode> | typeof LOST> {
    const opened = await this.draft(reducer, key);
    if (!opened.ok) return opened;
    // After the head, never at the same time: an event of this op is then either found here, or lies beyond the head, where
    // our own put would lose. Read at once, another copy of the request could land between the two and be done twice.
    const before = opened.value.seq === 0 ? undefined : await this.deps.store.byOp(key, this.request.op);
    if (before) return this.replay(reducer, before);
    const planned = await plan(opened.value.state, this);
    if (!planned.ok) return planned;
    const decided = opened.value.do(planned.value);
    if (!decided.ok) return decided;
    const entries = this.entries();
    if (!entries) return LOST;
    if ((await this.deps.store.put(entries)) === 'lost') return LOST;
    const { decision, state, at } = decided.value;
    return ok({ ...decision, seq: opened.value.seq + 1, at, state });
  }

  async open<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<Result<Peer<State, Command, Change, Code>, JournalCode>> {
    const opened = await this.draft(reducer, key);
    if (!opened.ok) return opened;
    const { state, do: decideOn } = opened.value;
    return ok({
      state,
      do: (command) => {
        const decided = decideOn(command);
        return decided.ok ? ok(decided.value.decision) : decided;
      },
    });
  }

  private async draft<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<
    Result<
      { state: State; seq: number; do: (command: Command) => Result<Decided<State, Change>, Code | 'full'> },
      'being-updated'
    >
  > {
    const caught = await this.caughtUp(reducer, key);
    if (caught === 'newer') return refuse('being-updated');
    const { head, state } = caught;
    const readAt = this.at;
    const draft: Draft = { key, head, v: reducer.v };
    this.drafts.push(draft);
    return ok({
      state,
      seq: head?.seq ?? 0,
      do: (command) => {
        // Another journal's head may have moved the time on since this one was read: what has come due there goes first.
        if (head && this.at !== readAt && reducer.due(state, this.at)) throw new OutcomeUnknown('time has moved on');
        const decided = decide(reducer, state, command, this.at, this.request);
        if (!decided.ok) return decided;
        const { length } = decided.value.text;
        if (length > reducer.mostBytes(command) && length > (head?.state.length ?? 0)) return refuse('full');
        draft.decided = decided.value;
        return decided;
      },
    });
  }

  /** The head and its state, after every step that time itself has due there: so a late clock changes nothing. */
  async caughtUp<State, Command, Change, Code extends string>(
    reducer: Reducer<State, Command, Change, Code>,
    key: JournalKey,
  ): Promise<{ head: Entry | undefined; state: State } | 'newer'> {
    let head = await this.deps.store.head(key);
    if (!head) return { head, state: reducer.empty };
    if (head.v > reducer.v) return 'newer';
    this.at = later(this.at, eventOf(head).at);
    let state = stateOf(reducer, head);
    for (let step = reducer.due(state, this.at); step; step = reducer.due(state, this.at)) {
      const request: Request = { op: digest(nameOf(key), step.name, String(head.seq)), body: '', by: 'clock' };
      const decided = decide(reducer, state, step.command, this.at, request);
      if (!decided.ok) throw new Error(`time's own step ${step.name} was refused: ${decided.refusal.code}`);
      const { decision, text, at } = decided.value;
      const entry = entryAfter(key, head, reducer.v, request, at, decision, text);
      if ((await this.deps.store.put([entry])) === 'lost') throw new OutcomeUnknown('somebody else wrote first');
      head = entry;
      ({ state } = decided.value);
      this.steps++;
    }
    return { head, state };
  }

  /** What to write; undefined when a later read moved the time on after a decision was made. */
  private entries(): Entry[] | undefined {
    const names = this.drafts.map((draft): readonly [string, number] => [
      nameOf(draft.key),
      (draft.head?.seq ?? 0) + 1,
    ]);
    const entries: Entry[] = [];
    for (const [i, { key, head, v, decided }] of this.drafts.entries()) {
      if (!decided || decided.at !== this.at) return undefined;
      const peers = names.filter((_, other) => other !== i);
      entries.push(entryAfter(key, head, v, this.request, this.at, decided.decision, decided.text, peers));
    }
    return entries;
  }

  private replay<State, Change>(
    reducer: Versioned<State>,
    entry: Entry,
  ): Result<Done<State, Change>, 'key-reused' | 'being-updated'> {
    if (entry.v > reducer.v) return refuse('being-updated');
    const event = eventOf<Change>(entry);
    if (event.body !== this.request.body) return refuse('key-reused');
    const { kind, postings, changes, seq, at } = event;
    return ok({ kind, postings, changes, seq, at, state: stateOf(reducer, entry) });
  }
}

/** Takes the steps that time has due in a journal and answers its state and how many it took; undefined for a journal without events. */
export async function catchUp<State, Command, Change, Code extends string>(
  deps: JournalDeps,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Result<{ state: State; seq: number; steps: number } | undefined, JournalCode>> {
  const nobody: Request = { op: '', body: '', by: 'clock' };
  type Caught = Result<{ state: State; seq: number; steps: number } | undefined, JournalCode>;
  return untilDone<Caught>(deps, async (floor) => {
    const step = new Step(deps, nobody, floor);
    const caught = await step.caughtUp(reducer, key).catch(unknownAsLost);
    if (caught === LOST) return { lost: true, at: step.at };
    if (caught === 'newer') return { done: refuse('being-updated') };
    const { head, state } = caught;
    return { done: ok(head && { state, seq: head.seq, steps: step.steps }) };
  });
}

/** The newest state of a journal as it stands at `at`, with the steps that are due applied but not written. */
export async function read<State, Command, Change, Code extends string>(
  deps: Pick<JournalDeps, 'store' | 'now'>,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Result<{ state: State; seq: number; at: string } | undefined, 'being-updated'>> {
  const head = await deps.store.head(key);
  if (!head) return ok(undefined);
  if (head.v > reducer.v) return refuse('being-updated');
  const at = later(deps.now(), eventOf(head).at);
  let state = stateOf(reducer, head);
  for (let step = reducer.due(state, at); step; step = reducer.due(state, at)) {
    const decided = reducer.next(state, step.command, at, { op: '', body: '', by: 'clock' });
    if (!decided.ok) throw new Error(`time's own step ${step.name} was refused: ${decided.refusal.code}`);
    state = reducer.apply(state, { ...decided.value, at });
  }
  return ok({ state, seq: head.seq, at });
}
