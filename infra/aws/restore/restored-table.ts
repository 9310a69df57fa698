// The table as it was at a moment, restored by DynamoDB into a new table, which is made once and then waited for.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeTableCommand,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The name says the moment: the same command again finds the same table. */
const nameAt = (live: string, at: Date): string => `${live}-at-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;

/** Answers the table's name when it is there in full, which takes from minutes to hours. */
export async function restoredTable(
  database: DynamoDBDocumentClient,
  live: string,
  at: Date,
  say: (sentence: string) => void,
  lookEveryMs = 15_000,
): Promise<string> {
  const name = nameAt(live, at);
  if ((await statusOf(database, name)) === undefined) {
    await database.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: live,
        TargetTableName: name,
        RestoreDateTime: at,
        BillingModeOverride: 'PAY_PER_REQUEST',
        // Only its items are read, which is quicker and cheaper to restore.
        GlobalSecondaryIndexOverride: [],
        LocalSecondaryIndexOverride: [],
      }),
    );
    say(`DynamoDB restores ${live} as it was at ${at.toISOString()}, into ${name}.`);
  }
  for (;;) {
    const status = await statusOf(database, name);
    if (status === 'ACTIVE') return name;
    say(`${name} is not ready (${status ?? 'not there'}): this can be stopped and started again meanwhile.`);
    await sleep(lookEveryMs);
  }
}

async function statusOf(database: DynamoDBDocumentClient, name: string): Promise<string | undefined> {
  try {
    return (await database.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
