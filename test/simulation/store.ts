// The stubbed store: entries in memory, with every way in which a call can go wrong.
import type { Entry, EntryStore, JournalKey, PutOutcome } from '../../functions/journal/journal.types.ts';
import { journalName } from '../../functions/journal/journal.types.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import type { Random } from './random.ts';
import type { Schedule } from './schedule.ts';

/** The caller's process ends at this point; what it asked for may have happened. */
export class Crash extends Error {}

export interface Faults {
  /** The request never arrives. */
  lost: number;
  /** It is carried out, and the answer never arrives. */
  lostAnswer: number;
  /** The caller gives up, and it arrives later. */
  late: number;
  /** It arrives, is answered, and arrives again later. */
  duplicate: number;
  /** The process dies just before or just after. */
  crash: number;
  /** The newest entry is not seen yet. */
  stale: number;
  /** A put that lost says no more than that, as when another transaction was in its way. */
  noWinners: number;
}

export const FAULTS: Faults = {
  lost: 0.01,
  lostAnswer: 0.01,
  late: 0.01,
  duplicate: 0.01,
  crash: 0.005,
  stale: 0.01,
  noWinners: 0.2,
};

interface StoredJournal {
  head: Entry | undefined;
  before: Entry | undefined;
  readonly byOp: Map<string, Entry>;
  readonly bySeq: Map<number, Entry>;
  /** When each request was carried out. */
  readonly tickOf: Map<string, number>;
}

/** How many events of a journal can still be asked for, or memory would grow for ever. */
const KEPT_EVENTS = 100;
/** Of how many journals, those that were written last; of the others only the newest events are kept. */
const KEPT_JOURNALS = 200;
/** Nothing older is sent again: while a request is on its way, many events may follow, and it must not be forgotten meanwhile. */
const MAX_AGE_TO_SEND_AGAIN = 50;

interface SimStore extends EntryStore {
  has(key: JournalKey, idempotencyHash: string): boolean;
  /** Whether a request that was carried out is young enough to be sent again. */
  isRecent(key: JournalKey, idempotencyHash: string): boolean;
  /** Whether a request was carried out at an earlier tick than this one. */
  hadBefore(key: JournalKey, idempotencyHash: string): boolean;
  nextTick(): void;
  /** Whether a request's last call was a put: a refusal after it would not come from a fresh reading. */
  hasJustPut(idempotencyHash: string): boolean;
  /** Requests whose callers could not know what became of them. */
  ambiguous: number;
  /** Requests of which a put may arrive after its caller was answered something else. */
  readonly late: Set<string>;
}

export function simStore(
  random: Random,
  schedule: Schedule,
  faults: Faults,
  applied: (entries: readonly Entry[], before: readonly (Entry | undefined)[]) => void,
): SimStore {
  const journals = new Map<string, StoredJournal>();
  let tick = 0;
  const lastCall = new Map<string, 'find' | 'put'>();
  const kept = (key: JournalKey): StoredJournal => {
    const name = journalName(key);
    const found = journals.get(name);
    if (found) return found;
    const made: StoredJournal = {
      head: undefined,
      before: undefined,
      byOp: new Map(),
      bySeq: new Map(),
      tickOf: new Map(),
    };
    journals.set(name, made);
    return made;
  };

  const lastWritten = new Set<string>();
  function forgetOldJournals(justWritten: string): void {
    lastWritten.delete(justWritten);
    lastWritten.add(justWritten);
    const [oldest] = lastWritten;
    if (lastWritten.size <= KEPT_JOURNALS || oldest === undefined) return;
    lastWritten.delete(oldest);
    const journal = journals.get(oldest);
    for (const events of [journal?.byOp, journal?.bySeq, journal?.tickOf]) events?.clear();
  }

  /** What the real table does: all or nothing, on condition that every seq is free. */
  function putNow(entries: readonly Entry[]): PutOutcome {
    const winners = entries.map((entry) => kept(entry.key).bySeq.get(entry.seq));
    if (entries.some((entry) => entry.seq <= (kept(entry.key).head?.seq ?? 0))) {
      // Events that are too old are forgotten here; and the table says of some failures no more than that they happened.
      const areKnown = entries.every(({ key, seq }, i) => winners[i] || seq > (kept(key).head?.seq ?? 0));
      return { type: 'lost', ...(areKnown && !random.chance(faults.noWinners) ? { winners } : {}) };
    }
    const before = entries.map((entry) => kept(entry.key).head);
    for (const entry of entries) {
      const journal = kept(entry.key);
      journal.before = journal.head;
      journal.head = entry;
      journal.byOp.set(entry.idempotencyHash, entry);
      journal.bySeq.set(entry.seq, entry);
      journal.tickOf.set(entry.idempotencyHash, tick);
      journal.bySeq.delete(entry.seq - KEPT_EVENTS);
      const [oldest] = journal.byOp.keys();
      if (journal.byOp.size > KEPT_EVENTS && oldest !== undefined) {
        journal.byOp.delete(oldest);
        journal.tickOf.delete(oldest);
        lastCall.delete(oldest);
      }
    }
    for (const { key } of entries) forgetOldJournals(journalName(key));
    applied(entries, before);
    return { type: 'written' };
  }

  const later = async (entries: readonly Entry[]): Promise<void> => {
    for (let wait = random.int(1, 8); wait > 0; wait--) await schedule.turn();
    putNow(entries);
  };

  const store: SimStore = {
    ambiguous: 0,
    late: new Set(),
    has: (key, idempotencyHash) => kept(key).byOp.has(idempotencyHash),
    isRecent(key, idempotencyHash) {
      const { head, byOp } = kept(key);
      const seq = byOp.get(idempotencyHash)?.seq;
      return seq !== undefined && (head?.seq ?? 0) - seq < MAX_AGE_TO_SEND_AGAIN;
    },
    hadBefore: (key, idempotencyHash) => (kept(key).tickOf.get(idempotencyHash) ?? tick) < tick,
    hasJustPut: (idempotencyHash) => lastCall.get(idempotencyHash) === 'put',
    nextTick: () => {
      tick++;
      // Only the newest calls are of interest, and memory must not grow for ever.
      if (lastCall.size > 10_000) lastCall.clear();
    },
    async head(key) {
      await schedule.turn();
      if (random.chance(faults.lost)) throw new OutcomeUnknown('lost');
      const { head, before } = kept(key);
      // The table reads consistently; a stale pool is what a server remembers. Of an allocation it may be read that nothing is due or
      // stands, and nothing is put that would notice: so only what the table says is believed of it.
      return before && key.kind === 'POOL' && random.chance(faults.stale) ? before : head;
    },
    async findByHash(key, idempotencyHash) {
      await schedule.turn();
      lastCall.set(idempotencyHash, 'find');
      if (random.chance(faults.lost)) throw new OutcomeUnknown('lost');
      return kept(key).byOp.get(idempotencyHash);
    },
    async put(entries) {
      await schedule.turn();
      for (const { idempotencyHash } of entries) lastCall.set(idempotencyHash, 'put');
      const fate = random.next();
      let limit = faults.lost;
      if (fate < limit) {
        store.ambiguous++;
        throw new OutcomeUnknown('lost');
      }
      limit += faults.lostAnswer;
      if (fate < limit) {
        store.ambiguous++;
        putNow(entries);
        throw new OutcomeUnknown('answer lost');
      }
      limit += faults.late;
      if (fate < limit) {
        store.ambiguous++;
        for (const { idempotencyHash: op } of entries) store.late.add(op);
        void later(entries);
        throw new OutcomeUnknown('late');
      }
      limit += faults.crash;
      if (fate < limit) {
        store.ambiguous++;
        if (random.chance(0.5)) putNow(entries);
        throw new Crash('crashed');
      }
      const answer = putNow(entries);
      if (random.chance(faults.duplicate)) void later(entries);
      return answer;
    },
    range: async () => [],
  };
  return store;
}
