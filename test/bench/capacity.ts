// Watches what a client sends to DynamoDB and what each request costs: as the engine reports it, and by AWS's own rules.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isJournalItem } from '../../functions/journal/journal.store.ts';

export interface Sent {
  readonly kind: 'read' | 'write';
  /** True when journal items are written. */
  readonly journal: boolean;
  /** By AWS's rules, from the sizes of the items. */
  readonly units: number;
  /** As the engine reports them. */
  readonly reported: number;
  /** Of each item written. */
  readonly bytes: readonly number[];
  /** When it was sent and answered, in milliseconds. */
  readonly from: number;
  readonly to: number;
}

const item = z.looseObject({ PK: z.string(), SK: z.string() });
const capacity = z.object({ CapacityUnits: z.number().default(0) });
const input = z.looseObject({
  Item: item.optional(),
  TransactItems: z.array(z.object({ Put: z.object({ Item: item }) })).optional(),
  ConsistentRead: z.boolean().optional(),
  IndexName: z.string().optional(),
});
const output = z.looseObject({
  ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional(),
  Item: item.optional(),
  Items: z.array(item).optional(),
});

/** As AWS documents item sizes (developer guide, “DynamoDB item sizes and formats”). */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil((String(Math.abs(value)).replace(/^0+|0+$/g, '').length + 1) / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return 3 + value.reduce((total: number, one) => total + 1 + sizeOf(one), 0);
  if (typeof value === 'object' && value !== null)
    return 3 + Object.values(value).length + sizeOfItem(value as Readonly<Record<string, unknown>>);
  return 1;
}
export const sizeOfItem = (attributes: Readonly<Record<string, unknown>>): number =>
  Object.entries(attributes).reduce((total, [name, value]) => total + Buffer.byteLength(name) + sizeOf(value), 0);

const KB = 1024;

/** One unit for each 1 KB of the item and one for its entry in the index by op; a transaction does each of them twice. */
const writeUnits = (written: z.infer<typeof item>, times: number): number =>
  times * (Math.ceil(sizeOfItem(written) / KB) + ('op' in written ? 1 : 0) + ('dueAt' in written ? 1 : 0));

/** One unit for each 4 KB that is read together, half as much when it need not be consistent; nothing found costs the least. */
const readUnits = (found: readonly z.infer<typeof item>[], consistent: boolean): number =>
  Math.max(1, Math.ceil(found.reduce((total, one) => total + sizeOfItem(one), 0) / (4 * KB))) * (consistent ? 1 : 0.5);

/** Everything that this client sends from now on. */
export function watch(client: DynamoDBDocumentClient): Sent[] {
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const from = performance.now();
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } as never });
        const given = input.parse(args.input);
        const { ConsumedCapacity = [], Item, Items } = output.parse(answer.output);
        const found = Items ?? (Item ? [Item] : []);
        const isRead = /Get|Query/.test(commandName);
        const written = given.TransactItems?.map(({ Put }) => Put.Item) ?? (given.Item ? [given.Item] : []);
        sent.push({
          kind: isRead ? 'read' : 'write',
          journal: written.some(isJournalItem),
          units: isRead
            ? readUnits(found, given.ConsistentRead ?? false)
            : written.reduce((total, one) => total + writeUnits(one, given.TransactItems ? 2 : 1), 0),
          reported: [ConsumedCapacity].flat().reduce((total, { CapacityUnits }) => total + CapacityUnits, 0),
          bytes: written.map(sizeOfItem),
          from,
          to: performance.now(),
        });
        return answer;
      },
    { step: 'initialize', name: 'watch' },
  );
  return sent;
}
