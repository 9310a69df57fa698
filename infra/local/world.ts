// The world on one machine: everything an action needs, over a real engine, with a clock that can be moved.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onRecords } from '../../functions/entry/on-journal.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { dynamoTable } from '../../functions/platform/table.ts';
import type { World } from '../../functions/platform/world.ts';
import type { MovableClock } from './clock.ts';
import { type Feed, feedOf } from './feed.ts';

export const HOME = 'barking-and-dagenham';

export interface LocalWorld {
  readonly world: World;
  readonly feed: Feed;
  readonly clock: MovableClock;
}

export function localWorld(database: DynamoDBDocumentClient, tableName: string, clock: MovableClock): LocalWorld {
  const feed = feedOf(dynamoTable(database, tableName));
  const { table } = feed;
  const now = () => clock.now();
  const world: World = {
    journals: {
      store: entryStore(table),
      now,
      sleep: async (ms) => {
        await sleep(ms);
      },
      random: Math.random,
    },
    table,
    now,
    place: HOME,
  };
  feed.follow((items) => onRecords(world, items));
  return { world, feed, clock };
}
