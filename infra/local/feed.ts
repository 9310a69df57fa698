// Stands in for the table's stream on one machine: hands every written event on, in order, after the write.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isJournalItem } from '../../functions/journal/journal.store.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import { logError } from '../../functions/platform/log.ts';
import type { Item, Key, Table } from '../../functions/platform/table.ts';

/** Takes items and answers those that failed, to be given again. */
type Consumer = (items: readonly Item[]) => Promise<Item[]>;

const BATCH = 100;
const TRIES = 4;
const FIRST_WAIT_MS = 100;
/** By then a write whose answer was lost has happened, or never will. */
const DOUBT_MS = 1000;

export interface Feed {
  /** The table, watched: every event written through it goes to the consumer. */
  readonly table: Table;
  follow(consumer: Consumer): void;
  /** Sends these again, as the engine has them. */
  resend(keys: readonly Key[]): Promise<void>;
  /** Resolves when all that has been written so far has been consumed, or given up after several tries. */
  settled(): Promise<void>;
}

export function feedOf(table: Table): Feed {
  const waiting: Item[] = [];
  const doubts = new Set<Promise<void>>();
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

  function take(items: readonly Item[]): void {
    waiting.push(...items.filter(isJournalItem));
    wake();
  }

  async function resend(keys: readonly Key[]): Promise<void> {
    for (const key of keys) {
      const item = await table.get(key, true);
      if (item) take([item]);
    }
  }

  function doubt(items: readonly Item[]): void {
    const look = sleep(DOUBT_MS)
      .then(() => resend(items))
      .catch((error) => logError('feed-failed', error))
      .finally(() => doubts.delete(look));
    doubts.add(look);
  }

  return {
    table: {
      ...table,
      async putAllNew(items) {
        try {
          const outcome = await table.putAllNew(items);
          if (outcome.type === 'written') take(items);
          return outcome;
        } catch (error) {
          if (error instanceof OutcomeUnknown) doubt(items);
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
      while (running || doubts.size > 0) await Promise.all([running, ...doubts]);
    },
  };
}

const indexed = z.object({ PK: z.string(), SK: z.string() });

/** The newest event of every journal, from the index that only events have: what a crash may have kept from the views. */
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
