// Connects to DynamoDB locally (the embedded engine, Amazon's DynamoDB Local, or AWS itself) and creates the table.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClientConfig,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoClient } from '../../functions/platform/dynamo-table.ts';
import { StartupError } from '../startup-error.ts';
import { tableShape } from '../table.ts';

/** Local engines need credentials and accept any; only AWS itself gets the real ones from the environment. */
export function databaseAt(endpoint: string): DynamoDBDocumentClient {
  const isAws = new URL(endpoint).hostname.endsWith('.amazonaws.com');
  const config: DynamoDBClientConfig = isAws
    ? { endpoint }
    : { endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'kitty', secretAccessKey: 'kitty' } };
  return DynamoDBDocumentClient.from(dynamoClient(config), { marshallOptions: { removeUndefinedValues: true } });
}

const keys = (partition: string, sort: string): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/**
 * Creates the table unless it exists. Locally it has no stream, because the engine's writes get slower with every stream record
 * ever written: `feed.ts` delivers written items instead.
 */
export async function makeTable(database: DynamoDBDocumentClient, name: string): Promise<void> {
  const { partition, sort, localIndexes, globalIndexes } = tableShape;
  const attributes = new Set([
    partition,
    sort,
    ...localIndexes.map((index) => index.sort),
    ...globalIndexes.flatMap((index) => [index.partition, index.sort]),
  ]);
  const create = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys(partition, sort),
    LocalSecondaryIndexes: localIndexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(partition, index.sort),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
    GlobalSecondaryIndexes: globalIndexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.partition, index.sort),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  });
  for (;;) {
    const status = await statusOf(database, name);
    if (status === 'ACTIVE') return;
    if (status === undefined)
      await database.send(create).catch((error) => {
        // Another process was quicker.
        if (!(error instanceof ResourceInUseException)) throw error;
      });
    else await sleep(100);
  }
}

async function statusOf(database: DynamoDBDocumentClient, name: string): Promise<string | undefined> {
  try {
    const answer = await database.send(new DescribeTableCommand({ TableName: name }));
    return answer.Table?.TableStatus ?? 'unknown';
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    const { protocol, hostname, port } = (await database.config.endpoint?.()) ?? {};
    const at = `${protocol}//${hostname}${port ? `:${port}` : ''}`;
    const why = error instanceof Error ? error.name : 'no answer';
    throw new StartupError(`No DynamoDB answers at ${at} (${why}): check DYNAMODB_ENDPOINT and that it runs.`);
  }
}
