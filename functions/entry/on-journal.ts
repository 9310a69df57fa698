// The stream consumer: brings the views up to the journal entries among the items that were written.
import { entryOf, isJournalItem } from '../journal/journal.store.ts';
import { logError } from '../platform/log.ts';
import type { Item } from '../platform/table.ts';
import type { World } from '../platform/world.ts';
import { project } from '../views/views.actions.ts';

/** Answers the items that failed, to be sent again: one that cannot be read does not stop the others. */
export async function onRecords(world: World, items: readonly Item[]): Promise<Item[]> {
  const failed: Item[] = [];
  for (const item of items.filter(isJournalItem))
    try {
      await project(world, entryOf(item));
    } catch (error) {
      logError('projection-failed', error);
      failed.push(item);
    }
  return failed;
}
