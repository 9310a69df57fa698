// Records what one client sends to DynamoDB and what each request costs, by AWS's rules and as the engine reports it.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { isJournalItem } from '../../functions/journal/journal.store.ts';

export interface Sent {
  readonly command: string;
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

const stored = z.looseObject({ PK: z.string(), SK: z.string() });
type Stored = z.infer<typeof stored>;
/** As it is sent: each value with its DynamoDB type. */
const item = z.record(z.string(), z.custom<AttributeValue>()).transform((typed) => stored.parse(unmarshall(typed)));
const capacity = z.object({ CapacityUnits: z.number().default(0) });
const input = z.looseObject({
  Item: item.optional(),
  TransactItems: z.array(z.object({ Put: z.object({ Item: item }) })).optional(),
  ConsistentRead: z.boolean().optional(),
});
const output = z.looseObject({
  ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional(),
  Item: item.optional(),
  Items: z.array(item).optional(),
});

/** Bytes of a value, as AWS documents them (developer guide, “DynamoDB item sizes and formats”). */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil((String(Math.abs(value)).replace(/^0+|0+$/g, '').length + 1) / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return 3 + value.reduce((total: number, one) => total + 1 + sizeOf(one), 0);
  if (typeof value === 'object' && value !== null) return 3 + Object.keys(value).length + sizeOfItem(value);
  return 1;
}
export const sizeOfItem = (attributes: object): number =>
  Object.entries(attributes).reduce((total, [name, value]) => total + Buffer.byteLength(name) + sizeOf(value), 0);

const KB = 1024;

/** One unit for each 1 KB of the item and one for its entry in the index that it is in. */
const writeUnits = (written: Stored): number =>
  Math.ceil(sizeOfItem(written) / KB) + ('op' in written ? 1 : 0) + ('dueAt' in written ? 1 : 0);

/** One unit for each 4 KB read together, half as much when it need not be consistent; finding nothing costs the least. */
const readUnits = (found: readonly Stored[], consistent: boolean): number =>
  Math.max(1, Math.ceil(found.reduce((total, one) => total + sizeOfItem(one), 0) / (4 * KB))) * (consistent ? 1 : 0.5);

/** A write whose condition did not hold is paid for as if it had: one unit for each 1 KB, and nothing for the indexes. */
function refused({ Item, TransactItems }: z.infer<typeof input>): Omit<Sent, 'command' | 'from' | 'to'> {
  const wanted = TransactItems?.map(({ Put }) => Put.Item) ?? (Item ? [Item] : []);
  const units = (TransactItems ? 2 : 1) * wanted.reduce((total, one) => total + Math.ceil(sizeOfItem(one) / KB), 0);
  return { kind: 'write', journal: wanted.some(isJournalItem), units, reported: units, bytes: [] };
}

/** How many of them were sent one after another. */
export function roundTripsOf(sent: readonly Sent[]): number {
  let roundTrips = 0;
  let answeredAt = Number.NEGATIVE_INFINITY;
  for (const { from, to } of sent.toSorted((a, b) => a.to - b.to))
    if (from >= answeredAt) {
      roundTrips++;
      answeredAt = to;
    }
  return roundTrips;
}

/** Collects everything that this client sends from now on. */
export function watch(client: DynamoDBDocumentClient): Sent[] {
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      async (args) => {
        const from = performance.now();
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        const given = input.parse(args.input);
        const answer = await next(args).catch((error: unknown) => {
          sent.push({ ...refused(given), command, from, to: performance.now() });
          throw error;
        });
        const to = performance.now();
        const { ConsumedCapacity = [], Item, Items } = output.parse(answer.output);
        const reported = [ConsumedCapacity].flat().reduce((total, { CapacityUnits }) => total + CapacityUnits, 0);
        const kind = /Get|Query|Scan/.test(command) ? 'read' : 'write';
        // A transaction does each write twice, that of the index included (the embedded engine counts the index once).
        const times = given.TransactItems ? 2 : 1;
        const written = given.TransactItems?.map(({ Put }) => Put.Item) ?? (given.Item ? [given.Item] : []);
        const units =
          kind === 'read'
            ? readUnits(Items ?? (Item ? [Item] : []), given.ConsistentRead ?? false)
            : times * written.reduce((total, one) => total + writeUnits(one), 0);
        sent.push({
          command,
          kind,
          journal: written.some(isJournalItem),
          // An update's item is not in the request.
          units: /Update|Delete/.test(command) ? reported : units,
          reported,
          bytes: written.map(sizeOfItem),
          from,
          to,
        });
        return answer;
      },
    { step: 'initialize', name: 'watch' },
  );
  return sent;
}
