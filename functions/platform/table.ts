// The one DynamoDB table, as the few operations that Kitty needs. Failures that may have worked become OutcomeUnknown.
import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
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

export type PutAllOutcome =
  | { readonly type: 'written' }
  | {
      readonly type: 'lost';
      /**
       * For each item, in order, the one that has its key already, or undefined where the key was free. Absent when anything
       * else was a reason (another transaction at the same time, too many requests).
       */
      readonly existing?: readonly (Item | undefined)[];
    };

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
  putAllNew(items: readonly Item[]): Promise<PutAllOutcome>;
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

/** An item as DynamoDB spells it. */
type RawItem = Record<string, AttributeValue>;

interface Failure {
  readonly name: string;
  readonly message: string;
  /** The item that made a condition fail, because we ask for it. */
  readonly Item?: RawItem;
  readonly CancellationReasons?: readonly { readonly Code?: string; readonly Item?: RawItem }[];
}

const isFailure = (error: unknown): error is Failure => error instanceof Error;

/** Rethrows what is ours to mend as it is; everything else is unknown. */
function unknown(error: unknown): never {
  if (isFailure(error) && OURS.has(error.name)) throw error;
  if (isFailure(error) && error.CancellationReasons?.some(({ Code }) => Code === 'ValidationError')) throw error;
  throw new OutcomeUnknown(isFailure(error) ? error.name : 'no answer', { cause: error });
}

const CONDITION_FAILED = 'ConditionalCheckFailedException';

/** What became of a conditional write that failed; undefined when that is not known, or the failure is ours to mend. */
function lossOf(error: unknown): (PutAllOutcome & { readonly type: 'lost' }) | undefined {
  if (!isFailure(error)) return undefined;
  if (error.name === CONDITION_FAILED)
    return { type: 'lost', ...(error.Item ? { existing: [itemOf(error.Item)] } : {}) };
  if (error.name === 'TransactionConflictException' || NOT_NOW.has(error.name)) return { type: 'lost' };
  if (error.name !== 'TransactionCanceledException') return undefined;
  const reasons = (error.CancellationReasons ?? []).map(({ Code = 'None', Item }) => ({ Code, Item }));
  if (reasons.every(({ Code }) => Code === 'None') || reasons.some(({ Code }) => Code === 'ValidationError'))
    return undefined;
  const isTaken = reasons.every(({ Code, Item }) => Code === 'None' || (Code === 'ConditionalCheckFailed' && Item));
  return { type: 'lost', ...(isTaken ? { existing: reasons.map(({ Item }) => Item && itemOf(Item)) } : {}) };
}

/** What a table needs of the SDK's client. */
type Client = Pick<DynamoDBClient, 'send'>;

export const dynamoClient = (config: DynamoDBClientConfig): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...config,
  });

const raw = (value: object): RawItem => marshall(value, { removeUndefinedValues: true });

/** The condition on the sort key, and the values in it. */
function rangeOf({ from, to, beginsWith }: Query): { condition: string; values: Record<string, string> } | undefined {
  if (beginsWith !== undefined) return { condition: 'begins_with(#r, :r)', values: { ':r': beginsWith } };
  if (from !== undefined && to !== undefined)
    return { condition: '#r BETWEEN :r AND :t', values: { ':r': from, ':t': to } };
  if (from !== undefined) return { condition: '#r >= :r', values: { ':r': from } };
  return to === undefined ? undefined : { condition: '#r <= :t', values: { ':t': to } };
}

export function dynamoTable(client: Client, name: string): Table {
  const TableName = name;
  const isFree = { ConditionExpression: 'attribute_not_exists(PK)' };
  return {
    async get({ PK, SK }, consistent = false) {
      const answer = await client
        .send(new GetItemCommand({ TableName, Key: raw({ PK, SK }), ConsistentRead: consistent }))
        .catch(unknown);
      return answer.Item && itemOf(answer.Item);
    },

    async query(query) {
      const { pk, index, limit, newestFirst = false, consistent = false } = query;
      const [hashName, rangeName] = index ? INDEX_KEYS[index] : (['PK', 'SK'] as const);
      const range = rangeOf(query);
      const items: Item[] = [];
      let ExclusiveStartKey: RawItem | undefined;
      do {
        const page = await client
          .send(
            new QueryCommand({
              TableName,
              ...(index ? { IndexName: `by-${index}` } : {}),
              KeyConditionExpression: range ? `#h = :h AND ${range.condition}` : '#h = :h',
              ExpressionAttributeNames: { '#h': hashName, ...(range ? { '#r': rangeName } : {}) },
              ExpressionAttributeValues: raw({ ':h': pk, ...range?.values }),
              ScanIndexForward: !newestFirst,
              ConsistentRead: consistent,
              ...(limit === undefined ? {} : { Limit: limit - items.length }),
              ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
            }),
          )
          .catch(unknown);
        items.push(...(page.Items ?? []).map(itemOf));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey && (limit === undefined || items.length < limit));
      return items;
    },

    async put(item) {
      await client.send(new PutItemCommand({ TableName, Item: raw(item) })).catch(unknown);
    },

    async putNew(item) {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: raw(item),
            ...isFree,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return undefined;
      } catch (error) {
        const [there] = lossOf(error)?.existing ?? [];
        return there ?? unknown(error);
      }
    },

    async putNewer(item, attribute) {
      const command = new PutItemCommand({
        TableName,
        Item: raw(item),
        ConditionExpression: 'attribute_not_exists(PK) OR #n < :n',
        ExpressionAttributeNames: { '#n': attribute },
        ExpressionAttributeValues: raw({ ':n': item[attribute] }),
      });
      await client
        .send(command)
        .catch((error) => (isFailure(error) && error.name === CONDITION_FAILED ? undefined : unknown(error)));
    },

    async putAllNew(items) {
      const put = (item: Item) => ({
        TableName,
        Item: raw(item),
        ...isFree,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      });
      const [only, another] = items;
      try {
        if (only && !another) await client.send(new PutItemCommand(put(only)));
        else
          await client.send(
            new TransactWriteItemsCommand({
              TransactItems: items.map((item) => ({ Put: put(item) })),
              // Fresh for every attempt: the SDK's own retries of this one attempt share it, ours never do.
              ClientRequestToken: randomUUID(),
            }),
          );
        return { type: 'written' };
      } catch (error) {
        return lossOf(error) ?? unknown(error);
      }
    },

    async merge({ PK, SK }, set, remove = []) {
      const names: Record<string, string> = {};
      const values: Record<string, unknown> = {};
      const alias = (path: readonly string[]): string =>
        path
          .map((part) => {
            const short = `#${Object.keys(names).length}`;
            names[short] = part;
            return short;
          })
          .join('.');
      const sets = set.map(([path, value], i) => {
        values[`:${i}`] = value;
        return `${alias(path)} = :${i}`;
      });
      const removes = remove.map(alias);
      const clauses = [
        ...(sets.length ? [`SET ${sets.join(', ')}`] : []),
        ...(removes.length ? [`REMOVE ${removes.join(', ')}`] : []),
      ];
      await client
        .send(
          new UpdateItemCommand({
            TableName,
            Key: raw({ PK, SK }),
            UpdateExpression: clauses.join(' '),
            ExpressionAttributeNames: names,
            ...(sets.length ? { ExpressionAttributeValues: raw(values) } : {}),
          }),
        )
        .catch(unknown);
    },

    async remove({ PK, SK }) {
      await client.send(new DeleteItemCommand({ TableName, Key: raw({ PK, SK }) })).catch(unknown);
    },
  };
}

function itemOf(found: RawItem): Item {
  const { PK, SK, ...rest } = unmarshall(found);
  if (typeof PK !== 'string' || typeof SK !== 'string') throw new Error('an item without keys');
  return { ...rest, PK, SK };
}
