// Remembers the newest entries that one process has seen, so that a long-running server need not read them again each time.
import { type Entry, type EntryStore, type JournalKey, journalName } from './journal.types.ts';

/** How many journals are remembered; with entries of the usual size this is a few megabytes. */
const MAX_JOURNALS = 500;

export interface RecentHeads {
  /**
   * A store whose `head` answers the newest entry that this process has seen, which another may have overtaken. Nothing may be
   * refused or shown on that; a put proves it, since it is lost unless that entry is still the newest.
   */
  over(store: EntryStore): EntryStore;
}

export function recentHeads(): RecentHeads {
  const recent = new Map<string, Entry>();
  const nameOf = (key: JournalKey): string => `${key.place}#${journalName(key)}`;
  function remember(entry: Entry): void {
    const name = nameOf(entry.key);
    recent.delete(name);
    recent.set(name, entry);
    const [oldest] = recent.keys();
    if (recent.size > MAX_JOURNALS && oldest !== undefined) recent.delete(oldest);
  }
  return {
    over: (store) => ({
      ...store,
      async head(key) {
        const known = recent.get(nameOf(key));
        if (known) return known;
        const head = await store.head(key);
        if (head) remember(head);
        return head;
      },
      async put(entries) {
        for (const { key } of entries) recent.delete(nameOf(key));
        const outcome = await store.put(entries);
        if (outcome.type === 'written') for (const entry of entries) remember(entry);
        return outcome;
      },
    }),
  };
}
