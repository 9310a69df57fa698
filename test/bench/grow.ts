// Lengthens a journal: adds empty but correctly chained events, many in one transaction.
import { nextEntry } from '../../functions/journal/entry.ts';
import type { Entry, EntryStore, JournalKey } from '../../functions/journal/journal.types.ts';
import { digest } from '../../functions/kernel/id.ts';

/** As many as one transaction takes. */
const CONCURRENCY = 100;
const NOTHING = { type: 'time-passed', postings: [], changes: [] };

/** Adds events until the journal has this many. */
export async function grow(store: EntryStore, key: JournalKey, events: number): Promise<void> {
  let head = await store.head(key);
  if (!head) throw new Error('a journal with an event was expected');
  const { at }: { at: string } = JSON.parse(head.text);
  while (head.seq < events) {
    const entries: Entry[] = [];
    while (entries.length < CONCURRENCY && head.seq < events) {
      const request = { idempotencyHash: digest('grow', String(head.seq)), bodyHash: '', actorId: 'clock' };
      head = nextEntry(key, head, head.version, request, at, NOTHING, head.stateText);
      entries.push(head);
    }
    if ((await store.put(entries)).type === 'lost') throw new Error('somebody else wrote to the journal');
  }
}
