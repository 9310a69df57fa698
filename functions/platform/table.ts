// The one DynamoDB table, as the few operations that Kitty needs. Failures that may have worked become OutcomeUnknown.
import { randomUUID } from 'node:crypto';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { OutcomeUnknown } from '../kernel/result.ts';

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

export type Item = Key & Readonly<Record<string, unknown>>;

export interface Query {
  readonly pk: string;
  /** Only sort keys (of the table, or of the index) from here on, inclusive. */
  readonly from?: string;
  /** Only sort keys up to here, inclusive. */
  readonly to?: string;
  readonly beginsWith?: string;
  readonly index?: 'op' | 'due';
  readonly limit?: number;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
}

export interface Table {
  get(key: Key, consistent?: boolean): Promise<Item | undefined>;
  /** All matching items up to `limit`, pages joined. */
  query(query: Query): Promise<Item[]>;
  put(item: Item): Promise<void>;
  /** Puts an item if its key is free; else changes nothing and answers the item that is there. */
  putNew(item: Item): Promise<Item | undefined>;
  /** Puts an item unless the one there has the same or a higher number in `attribute`. */
  putNewer(item: Item, attribute: string): Promise<void>;
  /** Puts all items whose keys must all be free, or none. */
  putAllNew(items: readonly Item[]): Promise<'written' | 'lost'>;
  /** Sets and removes attributes, or entries of map attributes (`['names', id]`), of an item that need not exist yet. */
  merge(
    key: Key,
    set: readonly (readonly [path: readonly string[], value: unknown])[],
    remove?: readonly (readonly string[])[],
  ): Promise<void>;
  remove(key: Key): Promise<void>;
}

const INDEX_KEYS = { op: ['PK', 'op'], due: ['duePlace', 'dueAt'] } as const;

/** Names of failures after which a request certainly did nothing and may simply be sent again later. */
const NOT_NOW = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingError',
]);
/** Names of failures that are bugs or wrong settings: trying again would not help. */
const OURS = new Set([
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'UnrecognizedClientException',
]);

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

const isFailure = (error: unknown): error is Failure => error instanceof Error;

/** Rethrows what is ours to mend as it is; everything else is unknown. */
function unknown(error: unknown): never {
  if (isFailure(error) && OURS.has(error.name)) throw error;
  if (isFailure(error) && error.CancellationReasons?.some(({ Code }) => Code === 'ValidationError')) throw error;
  throw new OutcomeUnknown(isFailure(error) ? error.name : 'no answer', { cause: error });
}

/** True when a conditional write was certainly not made because of its condition or of another transaction. */
function lost(error: unknown): boolean {
  if (!isFailure(error)) return false;
  if (error.name === 'ConditionalCheckFailedException' || error.name === 'TransactionConflictException') return true;
  if (NOT_NOW.has(error.name)) return true;
  if (error.name !== 'TransactionCanceledException') return false;
  const codes = (error.CancellationReasons ?? [])
    .map((reason) => reason.Code ?? 'None')
    .filter((code) => code !== 'None');
  return codes.length > 0 && !codes.includes('ValidationError');
}

export function dynamoClient(config: DynamoDBClientConfig): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...config,
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

export function dynamoTable(client: DynamoDBDocumentClient, name: string): Table {
  const TableName = name;
  return {
    async get({ PK, SK }, consistent = false) {
      const answer = await client
        .send(new GetCommand({ TableName, Key: { PK, SK }, ConsistentRead: consistent }))
        .catch(unknown);
      return answer.Item ? asItem(answer.Item) : undefined;
    },

    async query({ pk, from, to, beginsWith, index, limit, newestFirst = false, consistent = false }) {
      const [hashName, rangeName] = index ? INDEX_KEYS[index] : (['PK', 'SK'] as const);
      const range = beginsWith
        ? 'begins_with(#r, :r)'
        : from !== undefined && to !== undefined
          ? '#r BETWEEN :r AND :t'
          : from !== undefined
            ? '#r >= :r'
            : to !== undefined
              ? '#r <= :t'
              : undefined;
      const items: Item[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const page = await client
          .send(
            new QueryCommand({
              TableName,
              ...(index ? { IndexName: `by-${index}` } : {}),
              KeyConditionExpression: range ? `#h = :h AND ${range}` : '#h = :h',
              ExpressionAttributeNames: { '#h': hashName, ...(range ? { '#r': rangeName } : {}) },
              ExpressionAttributeValues: {
                ':h': pk,
                ...(beginsWith ? { ':r': beginsWith } : from === undefined ? {} : { ':r': from }),
                ...(to === undefined || beginsWith ? {} : { ':t': to }),
              },
              ScanIndexForward: !newestFirst,
              ConsistentRead: consistent,
              ...(limit === undefined ? {} : { Limit: limit - items.length }),
              ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
            }),
          )
          .catch(unknown);
        items.push(...(page.Items ?? []).map(asItem));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey && (limit === undefined || items.length < limit));
      return items;
    },

    async put(item) {
      await client.send(new PutCommand({ TableName, Item: item })).catch(unknown);
    },

    async putNew(item) {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: item,
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        );
        return undefined;
      } catch (error) {
        if (!isFailure(error) || error.name !== 'ConditionalCheckFailedException') unknown(error);
        return this.get(item, true);
      }
    },

    async putNewer(item, attribute) {
      const command = new PutCommand({
        TableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(PK) OR #n < :n',
        ExpressionAttributeNames: { '#n': attribute },
        ExpressionAttributeValues: { ':n': item[attribute] },
      });
      await client
        .send(command)
        .catch((error) =>
          isFailure(error) && error.name === 'ConditionalCheckFailedException' ? undefined : unknown(error),
        );
    },

    async putAllNew(items) {
      const put = (item: Item) => ({
        TableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(PK)',
      });
      const [only, another] = items;
      try {
        if (only && !another) await client.send(new PutCommand(put(only)));
        else
          await client.send(
            new TransactWriteCommand({
              TransactItems: items.map((item) => ({ Put: put(item) })),
              // Fresh for every attempt: the SDK's own retries of this one attempt share it, ours never do.
              ClientRequestToken: randomUUID(),
            }),
          );
        return 'written';
      } catch (error) {
        if (lost(error)) return 'lost';
        return unknown(error);
      }
    },

    async merge({ PK, SK }, set, remove = []) {
      const names: Record<string, string> = {};
      const values: Record<string, unknown> = {};
      const name = (path: readonly string[]): string =>
        path
          .map((part) => {
            const alias = `#${Object.keys(names).length}`;
            names[alias] = part;
            return alias;
          })
          .join('.');
      const sets = set.map(([path, value], i) => {
        values[`:${i}`] = value;
        return `${name(path)} = :${i}`;
      });
      const removes = remove.map(name);
      await client
        .send(
          new UpdateCommand({
            TableName,
            Key: { PK, SK },
            UpdateExpression: `${sets.length ? `SET ${sets.join(', ')}` : ''}${removes.length ? ` REMOVE ${removes.join(', ')}` : ''}`,
            ExpressionAttributeNames: names,
            ...(sets.length ? { ExpressionAttributeValues: values } : {}),
          }),
        )
        .catch(unknown);
    },

    async remove({ PK, SK }) {
      await client.send(new DeleteCommand({ TableName, Key: { PK, SK } })).catch(unknown);
    },
  };
}

function asItem(raw: Record<string, unknown>): Item {
  const { PK, SK } = raw;
  if (typeof PK !== 'string' || typeof SK !== 'string') throw new Error('an item without keys');
  return { ...raw, PK, SK };
}
