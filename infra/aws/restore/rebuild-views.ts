// Makes every view again from the journals, as the stream consumer would have: newer ones stay, and no notices are made.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onRecords } from '../../../functions/entry/on-journal.ts';
import { entryStore, isJournalItem } from '../../../functions/journal/journal.store.ts';
import { dynamoTable } from '../../../functions/platform/dynamo-table.ts';
import type { Item } from '../../../functions/platform/table.ts';
import { forEachPartition } from './partitions.ts';

/** Later than any event: no notices are made of a replay. */
const NEVER = '9999';

/** Answers how many events were played again. Throws when one cannot be read. */
export async function rebuildViews(database: DynamoDBDocumentClient, name: string): Promise<number> {
  const table = dynamoTable(database, name);
  const now = () => new Date().toISOString();
  const sleep = async (): Promise<void> => {};
  const journals = { store: entryStore(table), now, sleep, random: Math.random };
  let played = 0;
  const failed: Item[] = [];
  await forEachPartition(database, name, async (items, pk) => {
    const [place = ''] = pk.split('#');
    failed.push(...(await onRecords({ table, now, place, journals }, items, NEVER)));
    played += items.filter(isJournalItem).length;
  });
  const [first] = failed;
  if (first) throw new Error(`${failed.length} events could not be read, ${first.PK} ${first.SK} among them.`);
  return played;
}
