// The table on DynamoDB. Requests that fail but may have been carried out become OutcomeUnknown.
import { randomUUID } from 'node:crypto';
import {
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { CONDITION_FAILED, isDynamoError, lostOutcomeOf, throwUnknown } from './dynamo-errors.ts';
import { itemOf, type RawItem, toRaw } from './dynamo-items.ts';
import type { Item, Query, Table } from './table.ts';

const INDEX_KEYS = { op: ['PK', 'op'], due: ['duePlace', 'dueAt'] } as const;

/** What a table needs of the SDK's client. */
type Client = Pick<DynamoDBClient, 'send'>;

export const dynamoClient = (config: DynamoDBClientConfig): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...config,
  });

/** The condition on the sort key, and the values in it. */
function sortKeyCondition({
  from,
  to,
  beginsWith,
}: Query): { condition: string; values: Record<string, string> } | undefined {
  if (beginsWith !== undefined) return { condition: 'begins_with(#r, :r)', values: { ':r': beginsWith } };
  if (from !== undefined && to !== undefined)
    return { condition: '#r BETWEEN :r AND :t', values: { ':r': from, ':t': to } };
  if (from !== undefined) return { condition: '#r >= :r', values: { ':r': from } };
  return to === undefined ? undefined : { condition: '#r <= :t', values: { ':t': to } };
}

export function dynamoTable(client: Client, name: string): Table {
  const TableName = name;
  const ifKeyIsFree = { ConditionExpression: 'attribute_not_exists(PK)' };
  return {
    async get({ PK, SK }, consistent = false) {
      const answer = await client
        .send(new GetItemCommand({ TableName, Key: toRaw({ PK, SK }), ConsistentRead: consistent }))
        .catch(throwUnknown);
      return answer.Item && itemOf(answer.Item);
    },

    async query(query) {
      const { pk, index, limit, newestFirst = false, consistent = false } = query;
      const [hashName, rangeName] = index ? INDEX_KEYS[index] : (['PK', 'SK'] as const);
      const range = sortKeyCondition(query);
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
              ExpressionAttributeValues: toRaw({ ':h': pk, ...range?.values }),
              ScanIndexForward: !newestFirst,
              ConsistentRead: consistent,
              ...(limit === undefined ? {} : { Limit: limit - items.length }),
              ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
            }),
          )
          .catch(throwUnknown);
        items.push(...(page.Items ?? []).map(itemOf));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey && (limit === undefined || items.length < limit));
      return items;
    },

    async put(item) {
      await client.send(new PutItemCommand({ TableName, Item: toRaw(item) })).catch(throwUnknown);
    },

    async putNew(item) {
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: toRaw(item),
            ...ifKeyIsFree,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return undefined;
      } catch (error) {
        const [existing] = lostOutcomeOf(error)?.existing ?? [];
        return existing ?? throwUnknown(error);
      }
    },

    async putNewer(item, attribute) {
      const command = new PutItemCommand({
        TableName,
        Item: toRaw(item),
        ConditionExpression: 'attribute_not_exists(#n) OR #n < :n',
        ExpressionAttributeNames: { '#n': attribute },
        ExpressionAttributeValues: toRaw({ ':n': item[attribute] }),
      });
      await client
        .send(command)
        .catch((error) => (isDynamoError(error) && error.name === CONDITION_FAILED ? undefined : throwUnknown(error)));
    },

    async putAllNew(items) {
      const put = (item: Item) => ({
        TableName,
        Item: toRaw(item),
        ...ifKeyIsFree,
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
        return lostOutcomeOf(error) ?? throwUnknown(error);
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
            Key: toRaw({ PK, SK }),
            UpdateExpression: clauses.join(' '),
            ExpressionAttributeNames: names,
            ...(sets.length ? { ExpressionAttributeValues: toRaw(values) } : {}),
          }),
        )
        .catch(throwUnknown);
    },

    async remove({ PK, SK }) {
      await client.send(new DeleteItemCommand({ TableName, Key: toRaw({ PK, SK }) })).catch(throwUnknown);
    },
  };
}
