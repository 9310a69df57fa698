// Reads a DynamoDB stream's event: the items that were written, in order, each with its sequence number.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { Item } from './table.ts';

/** In Lambda's events bytes are base64. Other types are as DynamoDB's API has them. */
const attribute = z.union([
  z.pipe(
    z.object({ B: z.base64() }),
    z.transform(({ B }): AttributeValue => ({ B: Buffer.from(B, 'base64') })),
  ),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
]);

const streamEvent = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ SequenceNumber: z.string(), NewImage: z.optional(z.record(z.string(), attribute)) }),
    }),
  ),
});

/** Sequence numbers by item; removals are left out. Throws when it is not a stream's event: an incident. */
export function writtenItems(event: unknown): Map<Item, string> {
  const items = new Map<Item, string>();
  for (const { dynamodb } of streamEvent.parse(event).Records) {
    const { PK, SK, ...rest } = unmarshall(dynamodb.NewImage ?? {});
    if (typeof PK === 'string' && typeof SK === 'string') items.set({ ...rest, PK, SK }, dynamodb.SequenceNumber);
  }
  return items;
}
