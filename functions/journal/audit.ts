// Re-computes a journal's chain from its first event and names the first one that does not fit.
import { sha256 } from '../kernel/id.ts';
import { type Entry, type EntryStore, type Event, type JournalKey, nameOf, type Reducer } from './journal.types.ts';

export interface Audit {
  readonly events: number;
  readonly valid: boolean;
  /** The seq of the first event that is missing, altered or does not follow from the one before. */
  readonly brokenAt?: number;
}

const PAGE = 200;

/** Checks one entry against the one before: place in the chain, hash, state hash, and that the reducer gives that state. */
export function follows<State, Command, Change, Code extends string>(
  reducer: Reducer<State, Command, Change, Code>,
  before: Entry | undefined,
  entry: Entry,
): boolean {
  if (entry.seq !== (before?.seq ?? 0) + 1) return false;
  if (entry.hash !== sha256((before?.hash ?? '') + entry.text)) return false;
  const event: Event<Change> = JSON.parse(entry.text);
  if (event.seq !== entry.seq || event.op !== entry.op || event.state !== sha256(entry.state)) return false;
  if (event.place !== entry.key.place || event.journal !== nameOf(entry.key)) return false;
  // Another version's reducer may have spelt the state otherwise; its hash still stands.
  if (entry.v !== reducer.v || (before && before.v !== reducer.v)) return true;
  const state: State = before ? JSON.parse(before.state) : reducer.empty;
  return JSON.stringify(reducer.apply(state, event)) === entry.state;
}

export async function audit<State, Command, Change, Code extends string>(
  store: EntryStore,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
): Promise<Audit> {
  let before: Entry | undefined;
  for (;;) {
    const page = await store.range(key, before?.seq ?? 0, PAGE);
    for (const entry of page) {
      if (!follows(reducer, before, entry))
        return { events: before?.seq ?? 0, valid: false, brokenAt: (before?.seq ?? 0) + 1 };
      before = entry;
    }
    if (page.length < PAGE) return { events: before?.seq ?? 0, valid: true };
  }
}
