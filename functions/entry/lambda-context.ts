// The context that Lambdas run with: the table on AWS, the real clock, real randomness.
import { setTimeout as sleep } from 'node:timers/promises';
import { entryStore } from '../journal/journal.store.ts';
import type { AppContext } from '../platform/app-context.ts';
import { dynamoClient, dynamoTable } from '../platform/dynamo-table.ts';

interface TableSettings {
  readonly KITTY_TABLE: string;
  readonly AWS_REGION: string;
  readonly DYNAMODB_ENDPOINT?: string | undefined;
}

export function lambdaContext(settings: TableSettings, place: string): AppContext {
  const endpoint = settings.DYNAMODB_ENDPOINT;
  const client = dynamoClient({ region: settings.AWS_REGION, ...(endpoint ? { endpoint } : {}) });
  const table = dynamoTable(client, settings.KITTY_TABLE);
  const now = () => new Date().toISOString();
  return { table, now, place, journals: { store: entryStore(table), now, sleep, random: Math.random } };
}
