// Reads what DynamoDB's stream hands a Lambda: the items that were written, in order, each with its place in the stream.
import * as z from 'zod';
import type { Item } from './table.ts';

/** In Lambda's events bytes are base64. Journal items hold these three types only; others are read as nothing. */
const attribute = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => Number(N)),
  z.object({ B: z.base64() }).transform(({ B }): Uint8Array => Buffer.from(B, 'base64')),
  z.unknown().transform(() => undefined),
]);

const streamEvent = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ SequenceNumber: z.string(), NewImage: z.record(z.string(), attribute).optional() }),
    }),
  ),
});

/** Sequence number by item; removals have no item. Throws when it is not a stream's event: an incident. */
export function writtenItems(event: unknown): Map<Item, string> {
  const items = new Map<Item, string>();
  for (const { dynamodb } of streamEvent.parse(event).Records) {
    const { PK, SK } = dynamodb.NewImage ?? {};
    if (typeof PK === 'string' && typeof SK === 'string')
      items.set({ ...dynamodb.NewImage, PK, SK }, dynamodb.SequenceNumber);
  }
  return items;
}
