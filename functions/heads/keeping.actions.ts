// Keeps the head of every journal of a place, once a day, where nobody can change it.
import { rawEventOf } from '../journal/entry.ts';
import { DamagedJournalError, type JournalKey, journalName } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Bucket } from '../platform/bucket.ts';
import { journalsOf } from '../views/views.store.ts';
import { type Head, headOf, objectKey } from './heads.rules.ts';
import { packed } from './heads.store.ts';

/** Journals that are read at the same time. */
const CONCURRENT_READS = 50;

interface Kept {
  readonly heads: number;
  /** Journals whose newest event is gone or damaged: the heads of all others are kept all the same. */
  readonly damaged: readonly string[];
  /** By this run, or by an earlier one of the same day. */
  readonly kept: 'now' | 'before';
}

export async function keepHeads(
  { table, journals, now }: Pick<AppContext, 'table' | 'journals' | 'now'>,
  bucket: Bucket,
  place: string,
): Promise<Kept> {
  const damaged: string[] = [];
  let count = 0;
  const key = objectKey(place, dayOf(now()));
  async function* heads(): AsyncGenerator<Head> {
    for await (const keys of journalsOf(table, place))
      for (let i = 0; i < keys.length; i += CONCURRENT_READS)
        for (const one of await Promise.all(keys.slice(i, i + CONCURRENT_READS).map(read))) {
          if (!one) continue;
          count++;
          yield one;
        }
  }
  /** From the journal itself, not from the view: what is kept is what stands there. */
  async function read(journal: JournalKey): Promise<Head | undefined> {
    try {
      const entry = await journals.store.head(journal);
      if (entry) return headOf(entry, rawEventOf(entry));
    } catch (error) {
      // Anything else, such as no answer from the table, is no reason to keep less than all.
      if (!(error instanceof DamagedJournalError)) throw error;
    }
    damaged.push(journalName(journal));
    return undefined;
  }
  const written = await bucket.putNew(key, await packed(heads()));
  return { heads: count, damaged, kept: written === 'written' ? 'now' : 'before' };
}
