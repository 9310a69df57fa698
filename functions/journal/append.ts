// Appending to a journal: the only way in which events are written.
import { OutcomeUnknown, ok, type Result, refuse } from '../kernel/result.ts';
import { type Appended, Attempt, type JournalCode, LOST, type Plan } from './attempt.ts';
import {
  CLOCK,
  type CommandMeta,
  type EntryStore,
  type JournalKey,
  journalName,
  type Reducer,
  type WriteIncoming,
} from './journal.types.ts';
import type { RecentHeads } from './recent-heads.ts';

export interface JournalDeps {
  readonly store: EntryStore;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 ≤ random < 1, for jitter only. */
  readonly random: () => number;
  /** Lets the callers of one process have a journal one after another, so that they do not lose races to each other. */
  readonly inTurn?: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
  /** Asked before every step that time takes; without it, what is on its way is left to whoever writes it. */
  readonly writeIncoming?: WriteIncoming;
  /** Judges by this instant instead of now, for what should have been done by then: what falls due from then on waits. */
  readonly asOf?: string;
  /** Newest entries as this process remembers them: tried first, and believed only if the put succeeds. */
  readonly recent?: RecentHeads | undefined;
}

const PATIENCE_MS = 5000;
/** About as long as an attempt takes: after a shorter wait, the attempt that won would often still be running. */
const FIRST_WAIT_MS = 30;
const MAX_WAIT_MS = 1000;

/**
 * Carries out one command on a journal, once for ever: the same request at any age answers as it did the first time. The
 * plan's other journals are written in the same transaction.
 * Refuses `key-reused` (same key, other body), `full` (state too large) and, after 5 s of lost races, `busy`.
 */
export function append<State, Command, Change, Code extends string, PlanCode extends string = never>(
  deps: JournalDeps,
  meta: CommandMeta,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
  plan: Plan<State, Command, Change, PlanCode>,
): Promise<Result<Appended<State, Change>, Code | PlanCode | JournalCode>> {
  type Outcome = Result<Appended<State, Change>, Code | PlanCode | JournalCode>;
  return untilDone<Outcome>(
    deps,
    key,
    meta,
    (attempt) => attempt.run(reducer, key, plan),
    deps.recent?.over(deps.store),
  );
}

/** The command of a use case that needs nothing but the journal itself. */
export const only = <Command>(command: Command) => ({ command: () => ok(command) });

/**
 * Takes the steps that time has due in a journal; answers its state and how many steps it took, or undefined for a journal
 * without events.
 */
export function catchUp<State, Command, Change, Code extends string>(
  deps: JournalDeps,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Result<{ state: State; seq: number; steps: number } | undefined, JournalCode>> {
  type Outcome = Result<{ state: State; seq: number; steps: number } | undefined, JournalCode>;
  const nobody: CommandMeta = { idempotencyHash: '', bodyHash: '', actorId: CLOCK };
  return untilDone<Outcome>(deps, key, nobody, async (attempt) => {
    const caught = await attempt.caughtUp(reducer, key);
    if (caught === 'newer') return refuse('being-updated');
    const { head, state } = caught;
    return ok(head && { state, seq: head.seq, steps: attempt.stepsTaken });
  });
}

/** Tries again, with full jitter, for as long as a caller waits. */
async function untilDone<Outcome extends Result<unknown, string>>(
  deps: JournalDeps,
  key: JournalKey,
  meta: CommandMeta,
  tryOnce: (attempt: Attempt) => Promise<Outcome | typeof LOST>,
  recent?: EntryStore,
): Promise<Outcome | ReturnType<typeof refuse<'busy'>>> {
  const { store, now, random, sleep, asOf, inTurn = (_, work) => work() } = deps;
  const options = { writeIncoming: deps.writeIncoming, asOf };
  const started = now();
  return inTurn(journalName(key), async () => {
    let floor = '';
    if (recent) {
      const attempt = new Attempt(recent, asOf ?? now(), meta, floor, options);
      const outcome = await tryOnce(attempt).catch(unknownAsLost);
      if (outcome !== LOST && outcome.ok) return outcome;
      floor = attempt.at;
    }
    for (let tried = 0; ; tried++) {
      const attempt = new Attempt(store, asOf ?? now(), meta, floor, options);
      const outcome = await tryOnce(attempt).catch(unknownAsLost);
      if (outcome !== LOST) return outcome;
      if (Date.parse(now()) - Date.parse(started) > PATIENCE_MS) return refuse('busy');
      floor = attempt.at;
      await sleep(random() * Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** tried));
    }
  });
}

function unknownAsLost(error: unknown): typeof LOST {
  if (error instanceof OutcomeUnknown) return LOST;
  throw error;
}
