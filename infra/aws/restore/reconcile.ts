// Which events a backup can give back to a journal: those that are missing, and only where they fit what is there now.
import { allocationReducer } from '../../../functions/allocations/journal/allocation-reducer.ts';
import { audit } from '../../../functions/journal/audit.ts';
import { type Entry, type EntryStore, journalName } from '../../../functions/journal/journal.types.ts';
import { poolReducer } from '../../../functions/pools/journal/pool-reducer.ts';

interface Reconciliation {
  /** Events that the live journal lacks, oldest first. */
  readonly missing: readonly Entry[];
  /** The live journal and what it gets back, oldest first. */
  readonly whole: readonly Entry[];
  /** Why the journal is not right even then, as a sentence. */
  readonly problem: string | undefined;
}

/** `backup` and `live` are the events of one journal, oldest first. */
export async function reconcile(backup: readonly Entry[], live: readonly Entry[]): Promise<Reconciliation> {
  const [first] = backup;
  if (!first) return { missing: [], whole: live, problem: undefined };
  const name = journalName(first.key);
  const there = new Map(live.map((entry) => [entry.seq, entry]));
  const other = backup.find(({ seq, hash }) => there.has(seq) && there.get(seq)?.hash !== hash);
  if (other)
    return {
      missing: [],
      whole: live,
      problem: `${name} went on after its loss: event ${other.seq} is another one now than in the backup. Nothing was put back into it; somebody must decide which is right.`,
    };
  const missing = backup.filter(({ seq }) => !there.has(seq));
  const whole = [...live, ...missing].sort((a, b) => a.seq - b.seq);
  const { valid, brokenAt } = await audited(whole);
  return {
    missing,
    whole,
    problem: valid
      ? undefined
      : `${name} is broken at event ${brokenAt} even with the backup: try a later moment, before the loss.`,
  };
}

/** The same check as GET /v1/journals/…/audit, over events in hand. */
function audited(entries: readonly Entry[]) {
  const [first] = entries;
  if (!first) throw new Error('a journal without events');
  const range: EntryStore['range'] = async (_, after, limit) => {
    const from = entries.findIndex(({ seq }) => seq > after);
    return from < 0 ? [] : entries.slice(from, from + limit);
  };
  const none = async () => undefined;
  const store: EntryStore = { range, head: none, findByHash: none, put: async () => ({ type: 'lost' }) };
  return first.key.kind === 'POOL' ? audit(store, poolReducer, first.key) : audit(store, allocationReducer, first.key);
}
