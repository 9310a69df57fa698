// Keeps the head of every journal of a place, once a day, where nobody can change it.
import { eventOf } from '../journal/journal.ts';
import { Damaged, type JournalKey, nameOf } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Bucket } from '../platform/bucket.ts';
import type { World } from '../platform/world.ts';
import { journalsOf } from '../views/views.store.ts';
import { type Head, headOf, objectKey } from './heads.rules.ts';
import { packed } from './heads.store.ts';

/** Journals that are read at the same time. */
const AT_ONCE = 50;

interface Kept {
  readonly heads: number;
  /** Journals whose newest event is gone or damaged: the heads of all others are kept all the same. */
  readonly damaged: readonly string[];
  /** By this run, or by an earlier one of the same day. */
  readonly kept: 'now' | 'before';
}

export async function keepHeads(
  { table, journals, now }: Pick<World, 'table' | 'journals' | 'now'>,
  bucket: Bucket,
  place: string,
): Promise<Kept> {
  const damaged: string[] = [];
  let count = 0;
  const key = objectKey(place, dayOf(now()));
  async function* heads(): AsyncGenerator<Head> {
    for await (const keys of journalsOf(table, place))
      for (let i = 0; i < keys.length; i += AT_ONCE)
        for (const one of await Promise.all(keys.slice(i, i + AT_ONCE).map(read))) {
          if (!one) continue;
          count++;
          yield one;
        }
  }
  /** From the journal itself, not from the view: what is kept is what stands there. */
  async function read(journal: JournalKey): Promise<Head | undefined> {
    try {
      const entry = await journals.store.head(journal);
      if (entry) return headOf(entry, eventOf(entry));
    } catch (error) {
      // Anything else, such as no answer from the table, is no reason to keep less than all.
      if (!(error instanceof Damaged)) throw error;
    }
    damaged.push(nameOf(journal));
    return undefined;
  }
  const written = await bucket.putNew(key, await packed(heads()));
  return { heads: count, damaged, kept: written === 'written' ? 'now' : 'before' };
}
