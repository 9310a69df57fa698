// Each Lambda's first event and environment: enough to make it do its work once.
import { randomUUID } from 'node:crypto';
import { nextEntry } from '../../../functions/journal/entry.ts';
import { entryStore } from '../../../functions/journal/journal.store.ts';
import { poolKey } from '../../../functions/journal/journal.types.ts';
import { newId } from '../../../functions/kernel/id.ts';
import { poolReducer } from '../../../functions/pools/journal/pool-reducer.ts';
import { memoryTable } from '../memory.ts';
import { healthEvent, lambdaEnvironment } from './event.ts';

const PLACE = lambdaEnvironment.KITTY_PLACE ?? '';

/** A new pool's first event, as the stream hands it over. */
async function streamEvent(): Promise<object> {
  const table = memoryTable();
  const key = poolKey(PLACE, newId());
  const request = { idempotencyHash: newId(), bodyHash: '', actorId: newId() };
  const at = new Date().toISOString();
  const opened = { type: 'opened', postings: [], changes: [] };
  await entryStore(table).put([
    nextEntry(key, undefined, poolReducer.version, request, at, opened, JSON.stringify(poolReducer.empty)),
  ]);
  const [item] = await table.query({ pk: `${PLACE}#POOL#${key.id}` });
  const typed = (value: unknown): object =>
    value instanceof Uint8Array
      ? { B: Buffer.from(value).toString('base64') }
      : typeof value === 'number'
        ? { N: String(value) }
        : { S: String(value) };
  const NewImage = Object.fromEntries(Object.entries(item ?? {}).map(([name, value]) => [name, typed(value)]));
  return { Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '1', NewImage } }] };
}

/** Cognito's, before it makes a token for a funder who has never signed in. */
const signInEvent = {
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  request: {
    userAttributes: {
      email: 'fay@council.example',
      email_verified: 'true',
      name: 'Fay',
      'custom:kitty_funder': 'body',
    },
    groupConfiguration: { groupsToOverride: ['funder'] },
  },
  response: {},
};

/** Without a token, because there is no key server to check one with. */
const importEvent = {
  ...healthEvent,
  rawPath: '/v1/allocations/imports',
  headers: { ...healthEvent.headers, 'content-type': 'text/csv', 'idempotency-key': 'first' },
  requestContext: {
    ...healthEvent.requestContext,
    http: { ...healthEvent.requestContext.http, method: 'POST', path: '/v1/allocations/imports' },
  },
  body: '',
};

/** By the Lambda's name; scheduled Lambdas get an empty event. */
export const firstEvents = async (): Promise<Readonly<Record<string, object>>> => ({
  api: healthEvent,
  imports: importEvent,
  'on-sign-in': signInEvent,
  'on-journal': await streamEvent(),
});

/** The settings of all Lambdas: each reads only its own. */
export const everySetting = (endpoint: string): Readonly<Record<string, string>> => ({
  ...lambdaEnvironment,
  DYNAMODB_ENDPOINT: endpoint,
  AWS_ENDPOINT_URL_S3: endpoint,
  KITTY_WEB: 'https://kitty.example',
  KITTY_HEADS: 'heads',
  KITTY_NOTICES: 'notify',
  KITTY_SENDER_EMAIL: 'kitty@kitty.example',
  KITTY_NOTIFY_SECRET: 'notify',
  KITTY_NOTIFY_EMAIL_TEMPLATE: randomUUID(),
  KITTY_NOTIFY_TEXT_TEMPLATE: randomUUID(),
});
