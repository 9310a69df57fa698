// The stream consumer: brings the views up to the journal entries among the items that were written, and keeps notices of them.
import { entryOf, isJournalItem } from '../journal/journal.store.ts';
import { tell } from '../notices/notices.actions.ts';
import { logError } from '../platform/log.ts';
import type { Item } from '../platform/table.ts';
import type { World } from '../platform/world.ts';
import { project } from '../views/views.actions.ts';

/**
 * Answers the items that failed, to be sent again: one that cannot be read does not stop the others. Nobody is told of
 * what came about by `toldUntil` (a demo place begins with a past of its own).
 */
export async function onRecords(world: World, items: readonly Item[], toldUntil = ''): Promise<Item[]> {
  const failed: Item[] = [];
  for (const item of items.filter(isJournalItem))
    try {
      const entry = entryOf(item);
      await project(world, entry);
      await tell(world, entry, toldUntil);
    } catch (error) {
      logError('projection-failed', error);
      failed.push(item);
    }
  return failed;
}
