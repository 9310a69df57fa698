// The IAM actions that a request to DynamoDB needs: on the table or an index, with the partition keys that it names.
import * as z from 'zod';
import type { AccessRequest } from './policy.ts';

const keyed = z.object({ KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })) });
const indexed = keyed.extend({ IndexName: z.string() });

/** The table's shape, as its template says it. */
export const tableShape = keyed.extend({
  LocalSecondaryIndexes: z.array(indexed),
  GlobalSecondaryIndexes: z.array(indexed),
});

export interface TableFacts {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
  readonly shape: z.output<typeof tableShape>;
}

const attributes = z.record(z.string(), z.unknown());
const one = z.looseObject({
  TableName: z.string(),
  IndexName: z.string().optional(),
  Key: attributes.optional(),
  Item: attributes.optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: attributes.optional(),
});
type One = z.output<typeof one>;

const TRANSACTED = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
} as const;
const transaction = z.object({
  TransactItems: z.array(z.partialRecord(z.enum(Object.keys(TRANSACTED) as (keyof typeof TRANSACTED)[]), one)),
});

const text = z.object({ S: z.string() });

function partitionOf({ shape }: TableFacts, index: string | undefined): string {
  const schema = [...shape.LocalSecondaryIndexes, ...shape.GlobalSecondaryIndexes].find(
    ({ IndexName }) => IndexName === index,
  );
  if (index !== undefined && !schema) throw new Error(`the template's table has no index ${index}`);
  const { KeySchema } = schema ?? shape;
  return KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}

/** The partition key that a query's condition names. */
function queried(request: One, partition: string): unknown {
  const [, name = '', value = ''] = /^(\S+) = (:\w+)/.exec(request.KeyConditionExpression ?? '') ?? [];
  if ((request.ExpressionAttributeNames?.[name] ?? name) !== partition)
    throw new Error(`not read as a query of one ${partition}: ${request.KeyConditionExpression}`);
  return request.ExpressionAttributeValues?.[value];
}

function accessRequestOf(table: TableFacts, action: string, request: One): AccessRequest {
  if (request.TableName !== table.name) return { action, resource: `another table: ${request.TableName}` };
  const index = request.IndexName;
  const partition = partitionOf(table, index);
  const key = action === 'dynamodb:Query' ? queried(request, partition) : (request.Key ?? request.Item)?.[partition];
  return {
    action,
    resource: index === undefined ? table.arn : `${table.arn}/index/${index}`,
    context: { 'dynamodb:LeadingKeys': [text.parse(key).S] },
  };
}

const ONE_ITEM = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'];

/** `target` is the header that names the operation. Other operations (such as a scan) have no leading keys in IAM either. */
export function accessRequests(table: TableFacts, target: string, body: unknown): AccessRequest[] {
  const [service, operation = ''] = target.split('.');
  const action = `dynamodb:${operation}`;
  if (service === 'DynamoDBStreams_20120810') return [{ action, resource: table.streamArn }];
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems')
    return transaction
      .parse(body)
      .TransactItems.flatMap((item) =>
        Object.entries(item).map(([kind, request]) =>
          accessRequestOf(table, `dynamodb:${TRANSACTED[kind as keyof typeof TRANSACTED]}`, request),
        ),
      );
  if (ONE_ITEM.includes(operation)) return [accessRequestOf(table, action, one.parse(body))];
  return [{ action, resource: table.arn }];
}
