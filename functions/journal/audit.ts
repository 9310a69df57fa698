// Re-computes a journal's chain from its first event and names the first one that does not fit.
import { sha256 } from '../kernel/id.ts';
import { type Entry, type EntryStore, type Event, type JournalKey, nameOf, type Reducer } from './journal.types.ts';

interface Audit {
  readonly events: number;
  readonly valid: boolean;
  /** The seq of the first event that is missing, altered or does not follow from the one before. */
  readonly brokenAt?: number;
}

const PAGE = 200;

/**
 * Checks one entry against the one before: its place in the chain, both hashes, and that the reducer makes its state out of
 * `was`, the state before. `event` is the entry's own text, parsed. Answers the state after it, or undefined when it does
 * not follow.
 */
export function following<State, Command, Change, Code extends string>(
  reducer: Reducer<State, Command, Change, Code>,
  before: Entry | undefined,
  entry: Entry,
  was: State,
  event: Event<Change>,
): State | undefined {
  if (entry.seq !== (before?.seq ?? 0) + 1) return undefined;
  if (entry.hash !== sha256((before?.hash ?? '') + entry.text)) return undefined;
  if (event.seq !== entry.seq || event.op !== entry.op || event.state !== sha256(entry.state)) return undefined;
  if (event.place !== entry.key.place || event.journal !== nameOf(entry.key)) return undefined;
  // Another version's reducer may have spelt the state otherwise; its hash still stands.
  if (entry.v !== reducer.v || (before && before.v !== reducer.v)) return JSON.parse(entry.state);
  const state = reducer.apply(was, event);
  return JSON.stringify(state) === entry.state ? state : undefined;
}

export async function audit<State, Command, Change, Code extends string>(
  store: EntryStore,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Audit> {
  let before: Entry | undefined;
  let state = reducer.empty;
  for (;;) {
    const page = await store.range(key, before?.seq ?? 0, PAGE);
    for (const entry of page) {
      const after = following<State, Command, Change, Code>(reducer, before, entry, state, JSON.parse(entry.text));
      const events = before?.seq ?? 0;
      if (!after) return { events, valid: false, brokenAt: events + 1 };
      before = entry;
      state = after;
    }
    if (page.length < PAGE) return { events: before?.seq ?? 0, valid: true };
  }
}
