// Compares stored heads with the journals as they are now: proves that no event up to them was changed since.
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { audit } from '../journal/audit.ts';
import type { EntryStore } from '../journal/journal.types.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { faultOf, type Head, keyOf } from './heads.rules.ts';

/** Journals that are read at the same time. */
const CONCURRENT_READS = 8;

/** Re-computes the whole chain of every journal in `heads`; `report` gets a sentence for each that was changed. */
export async function checkHeads(
  store: EntryStore,
  place: string,
  heads: readonly Head[],
  report: (fault: string) => void,
): Promise<void> {
  for (let i = 0; i < heads.length; i += CONCURRENT_READS)
    await Promise.all(
      heads.slice(i, i + CONCURRENT_READS).map(async (head) => {
        const key = keyOf(place, head);
        const found =
          key.kind === 'POOL'
            ? await audit(store, poolReducer, key, head.seq)
            : await audit(store, allocationReducer, key, head.seq);
        const fault = faultOf(head, found);
        if (fault) report(fault);
      }),
    );
}
