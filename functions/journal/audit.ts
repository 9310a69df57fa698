// Re-computes a journal's chain from its first event and names the first one that does not fit.
import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '../kernel/id.ts';
import { eventOf, stateOf } from './entry.ts';
import {
  DamagedJournalError,
  type Entry,
  type EntryStore,
  type JournalKey,
  journalName,
  type Reducer,
} from './journal.types.ts';

interface Audit {
  readonly events: number;
  readonly valid: boolean;
  /** The seq of the first event that is missing, altered or does not follow from the one before. */
  readonly brokenAt?: number;
  /** The hash of the event that was asked for, if there is one. */
  readonly hashThere?: string;
}

const PAGE = 200;

/**
 * Checks one entry against the one before: its place in the chain, both hashes, and that the reducer makes its state out of
 * `was`, the state before. Answers the state after it, or undefined when it does not follow. What an older version wrote can
 * only be checked by its hashes: the reducer that decided it is gone.
 */
export function stateAfter<State, Command, Change, Code extends string>(
  reducer: Reducer<State, Command, Change, Code>,
  before: Entry | undefined,
  entry: Entry,
  was: State,
  event = eventOf(reducer, entry),
): State | undefined {
  if (entry.seq !== (before?.seq ?? 0) + 1) return undefined;
  if (entry.hash !== sha256((before?.hash ?? '') + entry.text)) return undefined;
  if (event.place !== entry.key.place || event.journal !== journalName(entry.key)) return undefined;
  if (entry.version !== reducer.version) return stateOf(reducer, entry);
  const state = reducer.apply(was, event);
  const stateText = JSON.stringify(state);
  // The order of a map's entries depends on how they came about; what they say does not.
  const isSame = stateText === entry.stateText || isDeepStrictEqual(JSON.parse(stateText), JSON.parse(entry.stateText));
  return isSame ? state : undefined;
}

/** Re-computes a whole chain. With `hashOf`, a seq, it also answers the hash of that event. */
export async function audit<State, Command, Change, Code extends string>(
  store: EntryStore,
  reducer: Reducer<State, Command, Change, Code>,
  key: JournalKey,
  hashOf?: number,
): Promise<Audit> {
  let before: Entry | undefined;
  let state = reducer.empty;
  let hashThere: string | undefined;
  for (;;) {
    const page = await readable(store, key, before?.seq ?? 0);
    for (const entry of page.entries) {
      const after = followingState(reducer, before, entry, state);
      const events = before?.seq ?? 0;
      if (!after) return { events, valid: false, brokenAt: events + 1 };
      if (entry.seq === hashOf) hashThere = entry.hash;
      before = entry;
      state = after;
    }
    const events = before?.seq ?? 0;
    if (page.damaged) return { events, valid: false, brokenAt: events + 1 };
    if (page.entries.length < PAGE) return { events, valid: true, ...(hashThere === undefined ? {} : { hashThere }) };
  }
}

/** As `stateAfter`; whatever cannot even be parsed or applied does not follow either. */
function followingState<State, Command, Change, Code extends string>(
  reducer: Reducer<State, Command, Change, Code>,
  before: Entry | undefined,
  entry: Entry,
  was: State,
): State | undefined {
  try {
    return stateAfter(reducer, before, entry, was);
  } catch {
    return undefined;
  }
}

/** A page of entries up to the first that can no longer be read at all. */
async function readable(
  store: EntryStore,
  key: JournalKey,
  after: number,
): Promise<{ entries: Entry[]; damaged: boolean }> {
  try {
    return { entries: await store.range(key, after, PAGE), damaged: false };
  } catch (error) {
    if (!(error instanceof DamagedJournalError)) throw error;
    const whole = error.seq - after - 1;
    return { entries: whole > 0 ? await store.range(key, after, whole) : [], damaged: true };
  }
}
