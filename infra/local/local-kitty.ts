// What an action needs, locally: the table on a real engine, a movable clock, the feed and the outbox.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withIncoming } from '../../functions/due/due.actions.ts';
import { onRecords } from '../../functions/entry/on-journal.ts';
import type { JournalDeps } from '../../functions/journal/append.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { sendDue } from '../../functions/notices/sending.actions.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { dynamoTable } from '../../functions/platform/dynamo-table.ts';
import { logError } from '../../functions/platform/log.ts';
import type { MovableClock } from './clock.ts';
import { HOME } from './demo/places.ts';
import { demoPast, NOT_YET } from './demo-past.ts';
import { type Feed, feedOf } from './feed.ts';
import { type Outbox, outboxIn } from './outbox.ts';

export interface LocalKitty {
  readonly context: AppContext;
  readonly feed: Feed;
  readonly clock: MovableClock;
  readonly outbox: Outbox;
  /** Sends the notices of these places that may go out now. */
  sendNotices(places: readonly string[]): Promise<void>;
}

/** `process` is what a long-running server may add; without it, the API behaves as its functions on AWS do. */
export function localKitty(
  database: DynamoDBDocumentClient,
  tableName: string,
  clock: MovableClock,
  process: Pick<JournalDeps, 'inTurn' | 'recent'> = {},
): LocalKitty {
  const feed = feedOf(dynamoTable(database, tableName));
  const { table } = feed;
  const now = () => clock.now();
  const context = withIncoming<AppContext>({
    journals: {
      store: entryStore(table),
      now,
      sleep: async (ms) => {
        await sleep(ms);
      },
      random: Math.random,
      ...process,
    },
    table,
    now,
    place: HOME,
  });
  const outbox = outboxIn(table, now);
  const sendNotices = async (places: readonly string[]): Promise<void> => {
    for (const place of places) await sendDue(context, outbox.senderFor(place), place);
  };
  const pastUntil = demoPast(table);
  feed.follow(async (items) => {
    const past = await pastUntil();
    const failed = await onRecords(context, items, past);
    if (past === NOT_YET) return failed;
    const places = new Set(items.map(({ PK }) => PK.split('#')[0] ?? ''));
    await sendNotices([...places]).catch((error) => logError('notices-failed', error));
    return failed;
  });
  return { context, feed, clock, outbox, sendNotices };
}
