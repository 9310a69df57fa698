// What the stream consumer keeps: one item per journal, replaced only by a higher seq.
import type { Entry } from '../journal/journal.types.ts';
import type { World } from '../platform/world.ts';

/** Brings the views of one journal up to this entry. Entries may come late, twice and in any order. */
export async function project(_world: World, _entry: Entry): Promise<void> {}
