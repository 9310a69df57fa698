// Journals in memory, for tests of the append loop that need no engine and no faults.
import { type Entry, type EntryStore, type JournalKey, journalName } from '../../functions/journal/journal.types.ts';

/** Entries in memory, put on condition, as the table does it. */
export function memoryStore(): EntryStore {
  const journals = new Map<string, Entry[]>();
  const of = (key: JournalKey): Entry[] => {
    const entries = journals.get(journalName(key)) ?? [];
    journals.set(journalName(key), entries);
    return entries;
  };
  return {
    head: async (key) => of(key).at(-1),
    findByHash: async (key, op) => of(key).find((entry) => entry.idempotencyHash === op),
    async put(entries) {
      const winners = entries.map(({ key, seq }) => of(key)[seq - 1]);
      if (winners.some((one) => one !== undefined)) return { type: 'lost', winners };
      for (const entry of entries) of(entry.key).push(entry);
      return { type: 'written' };
    },
    range: async (key, after, limit) => of(key).slice(after, after + limit),
  };
}
