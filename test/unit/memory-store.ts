// Journals in memory, for tests of the append loop that need no engine and no faults.
import { type Entry, type EntryStore, type JournalKey, nameOf } from '../../functions/journal/journal.types.ts';

/** Entries in memory, put on condition, as the table does it. */
export function memoryStore(): EntryStore {
  const journals = new Map<string, Entry[]>();
  const of = (key: JournalKey): Entry[] => {
    const entries = journals.get(nameOf(key)) ?? [];
    journals.set(nameOf(key), entries);
    return entries;
  };
  return {
    head: async (key) => of(key).at(-1),
    byOp: async (key, op) => of(key).find((entry) => entry.op === op),
    async put(entries) {
      if (entries.some(({ key, seq }) => of(key).length !== seq - 1)) return 'lost';
      for (const entry of entries) of(entry.key).push(entry);
      return 'written';
    },
    range: async (key, after, limit) => of(key).slice(after, after + limit),
  };
}
