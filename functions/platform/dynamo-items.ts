// Items ↔ attribute values, as DynamoDB's API has them.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './table.ts';

export type RawItem = Record<string, AttributeValue>;

export const toRaw = (value: object): RawItem => marshall(value, { removeUndefinedValues: true });

export function itemOf(raw: RawItem): Item {
  const { PK, SK, ...rest } = unmarshall(raw);
  if (typeof PK !== 'string' || typeof SK !== 'string') throw new Error('an item without keys');
  return { ...rest, PK, SK };
}
