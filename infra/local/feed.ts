// Replaces the table's stream locally: hands every written event to the consumer, in order, after the write.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isJournalItem } from '../../functions/journal/journal.store.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import { logError } from '../../functions/platform/log.ts';
import type { Item, Key, Table } from '../../functions/platform/table.ts';

/** Takes items and returns those that failed, to be retried. */
type Consumer = (items: readonly Item[]) => Promise<Item[]>;

const BATCH = 100;
const TRIES = 4;
const FIRST_WAIT_MS = 100;
/** After this long, a write whose answer was lost has happened or never will. */
const RECHECK_MS = 1000;

export interface Feed {
  /** The table: every event written through it goes to the consumer. */
  readonly table: Table;
  follow(consumer: Consumer): void;
  /** Sends these again, as the engine has them. */
  resend(keys: readonly Key[]): Promise<void>;
  /** Resolves when all that has been written so far has been consumed, or given up after several tries. */
  settled(): Promise<void>;
}

export function feedOf(table: Table): Feed {
  const waiting: Item[] = [];
  const rechecks = new Set<Promise<void>>();
  let consumer: Consumer | undefined;
  let running: Promise<void> | undefined;

  async function consume(consumer: Consumer): Promise<void> {
    while (waiting.length > 0) {
      let items = waiting.splice(0, BATCH);
      for (let tried = 1; items.length > 0; tried++) {
        items = await consumer(items);
        if (tried === TRIES) break;
        if (items.length > 0) await sleep(FIRST_WAIT_MS * 2 ** tried);
      }
    }
  }

  function wake(): void {
    if (!consumer || running || waiting.length === 0) return;
    running = consume(consumer)
      .catch((error) => logError('feed-failed', error))
      .finally(() => {
        running = undefined;
        wake();
      });
  }

  function enqueue(items: readonly Item[]): void {
    waiting.push(...items.filter(isJournalItem));
    wake();
  }

  async function resend(keys: readonly Key[]): Promise<void> {
    for (const key of keys) {
      const item = await table.get(key, true);
      if (item) enqueue([item]);
    }
  }

  function recheckLater(items: readonly Item[]): void {
    const look = sleep(RECHECK_MS)
      .then(() => resend(items))
      .catch((error) => logError('feed-failed', error))
      .finally(() => rechecks.delete(look));
    rechecks.add(look);
  }

  return {
    table: {
      ...table,
      async putAllNew(items) {
        try {
          const outcome = await table.putAllNew(items);
          if (outcome.type === 'written') enqueue(items);
          return outcome;
        } catch (error) {
          if (error instanceof OutcomeUnknown) recheckLater(items);
          throw error;
        }
      },
    },
    follow(wanted) {
      consumer = wanted;
      wake();
    },
    resend,
    async settled() {
      while (running || rechecks.size > 0) await Promise.all([running, ...rechecks]);
    },
  };
}

const indexed = z.object({ PK: z.string(), SK: z.string() });

/** Keys of every journal's newest event, read from the by-op index: after a crash the views may lack them. */
export async function journalHeads(database: DynamoDBDocumentClient, name: string): Promise<Key[]> {
  const heads = new Map<string, string>();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await database.send(
      new ScanCommand({ TableName: name, IndexName: 'by-op', ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    for (const item of page.Items ?? []) {
      const { PK, SK } = indexed.parse(item);
      if (SK > (heads.get(PK) ?? '')) heads.set(PK, SK);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return [...heads].map(([PK, SK]) => ({ PK, SK })).filter(isJournalItem);
}
