// Copies the head of every journal of a place, once a day, to a bucket where nobody can change it.
import { rawEventOf } from '../journal/entry.ts';
import { DamagedJournalError, type JournalKey, journalName } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Bucket } from '../platform/bucket.ts';
import { journalsOf } from '../views/views.store.ts';
import { type Head, headOf, objectKey } from './heads.rules.ts';
import { packHeads } from './heads.store.ts';

/** Journals that are read at the same time. */
const CONCURRENT_READS = 50;

interface KeepHeadsResult {
  readonly heads: number;
  /** Journals whose newest event is gone or damaged: the heads of all others are stored all the same. */
  readonly damaged: readonly string[];
  /** By this run, or by an earlier one of the same day. */
  readonly kept: 'now' | 'before';
}

export async function keepHeads(
  { table, journals, now }: Pick<AppContext, 'table' | 'journals' | 'now'>,
  bucket: Bucket,
  place: string,
): Promise<KeepHeadsResult> {
  const damaged: string[] = [];
  let count = 0;
  const key = objectKey(place, dayOf(now()));
  async function* heads(): AsyncGenerator<Head> {
    for await (const keys of journalsOf(table, place))
      for (let i = 0; i < keys.length; i += CONCURRENT_READS)
        for (const head of await Promise.all(keys.slice(i, i + CONCURRENT_READS).map(read))) {
          if (!head) continue;
          count++;
          yield head;
        }
  }
  /** Reads the journal itself, not its view. */
  async function read(journal: JournalKey): Promise<Head | undefined> {
    try {
      const entry = await journals.store.head(journal);
      if (entry) return headOf(entry, rawEventOf(entry));
    } catch (error) {
      // Any other error, such as no answer from the table, fails the run, so that it is retried with every head.
      if (!(error instanceof DamagedJournalError)) throw error;
    }
    damaged.push(journalName(journal));
    return undefined;
  }
  const outcome = await bucket.putNew(key, await packHeads(heads()));
  return { heads: count, damaged, kept: outcome === 'written' ? 'now' : 'before' };
}
