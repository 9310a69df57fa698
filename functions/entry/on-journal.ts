// The stream consumer: updates the views from the journal entries among the items that were written, and makes notices of them.
import { entryOf, isJournalItem } from '../journal/journal.store.ts';
import { notify } from '../notices/notices.actions.ts';
import type { AppContext } from '../platform/app-context.ts';
import { logError } from '../platform/log.ts';
import type { Item } from '../platform/table.ts';
import { project } from '../views/views.actions.ts';

/**
 * Answers the items that failed, to be sent again: one that cannot be read does not stop the others. Nobody is notified
 * of events up to `silentUntil` (a demo place is made with past events).
 */
export async function onRecords(context: AppContext, items: readonly Item[], silentUntil = ''): Promise<Item[]> {
  const failed: Item[] = [];
  for (const item of items.filter(isJournalItem))
    try {
      const entry = entryOf(item);
      await project(context, entry);
      await notify(context, entry, silentUntil);
    } catch (error) {
      logError('projection-failed', error);
      failed.push(item);
    }
  return failed;
}
