// Reading a journal's state as of now.
import { later } from '../kernel/clock.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { JournalDeps } from './append.ts';
import { rawEventOf, stateOf } from './entry.ts';
import { CLOCK, type JournalKey, type Reducer } from './journal.types.ts';

export interface Current<State> {
  readonly state: State;
  readonly seq: number;
  /** The instant for which the state holds: now, or the newest event's time if that is later. It is “now” for what is answered. */
  readonly at: string;
}

/**
 * The newest state of a journal as it stands now, with the steps that are due applied but not written: as far as they do not
 * depend on money that may be on its way.
 */
export async function read<State, Command, Change, Code extends string>(
  deps: Pick<JournalDeps, 'store' | 'now'>,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Result<Current<State> | undefined, 'being-updated'>> {
  const head = await deps.store.head(key);
  if (!head) return ok(undefined);
  if (head.version > reducer.version) return refuse('being-updated');
  const at = later(deps.now(), rawEventOf(head).at);
  let state = stateOf(reducer, head);
  const meta = { idempotencyHash: '', bodyHash: '', actorId: CLOCK };
  let stepAt = rawEventOf(head).at;
  for (let step = reducer.dueStep(state, at); step; step = reducer.dueStep(state, at)) {
    if (step.judgesMoney && step.incomingFrom.length > 0) break;
    stepAt = later(stepAt, step.due);
    const decided = reducer.decide(state, step.command, stepAt, meta);
    if (!decided.ok) throw new Error(`time's own step ${step.name} was refused: ${decided.refusal.code}`);
    state = decided.value.state;
  }
  return ok({ state, seq: head.seq, at });
}
