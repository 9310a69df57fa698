// Reads a whole table, partition by partition.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Item } from '../../../functions/platform/table.ts';

const asItem = z.looseObject({ PK: z.string(), SK: z.string() });

/** The items of one partition at a time, by sort key; DynamoDB scans a partition in one go. */
async function* partitionsOf(database: DynamoDBDocumentClient, name: string): AsyncGenerator<Item[]> {
  let partition: Item[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await database.send(
      new ScanCommand({ TableName: name, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    for (const raw of page.Items ?? []) {
      const item = asItem.parse(raw);
      if (partition[0] && partition[0].PK !== item.PK) {
        yield partition;
        partition = [];
      }
      partition.push(item);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  if (partition.length > 0) yield partition;
}

/** Partitions processed at once. */
const CONCURRENCY = 16;

/** Does something with every partition of a table. */
export async function forEachPartition(
  database: DynamoDBDocumentClient,
  name: string,
  run: (items: readonly Item[], pk: string) => Promise<void>,
): Promise<void> {
  const partitions = partitionsOf(database, name);
  const worker = async (): Promise<void> => {
    for await (const items of partitions) await run(items, items[0]?.PK ?? '');
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}
