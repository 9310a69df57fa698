// What the Lambda bundles leave out of the AWS SDK is not missed: a bundle's table answers, fails and tries again as the whole SDK does.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as whole from '../../functions/platform/table.ts';
import { bundleFile, writeBundles } from '../../infra/bundle.ts';
import { databaseAt, makeTable } from '../../infra/local/database.ts';
import { startEngine } from '../../infra/local/engine.ts';

type Module = typeof whole;

let folder: string;
let lean: Module;
let engine: Awaited<ReturnType<typeof startEngine>>;
let server: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitty-lean-'));
  const bundle = await bundleFile('table', 'functions/platform/table.ts');
  await writeBundles([bundle], folder);
  lean = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'table/index.mjs')).href);
  engine = await startEngine();
  await makeTable(databaseAt(engine.endpoint), 'kitty');
});
afterEach(() => {
  server?.close();
});
afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

const config = (endpoint: string) => ({
  endpoint,
  region: 'eu-west-2',
  credentials: { accessKeyId: 'kitty', secretAccessKey: 'kitty' },
});
const tableOf = ({ dynamoClient, dynamoTable }: Module, endpoint: string, name = 'kitty') =>
  dynamoTable(dynamoClient(config(endpoint)), name);
const failure = (error: Error) => ({ name: error.name, message: error.message, cause: Object(error.cause).name });

/** Everything that Kitty does with a table, and what came of it. */
async function everything(module: Module, who: string): Promise<unknown[]> {
  const table = tableOf(module, engine.endpoint);
  const key = (SK: string) => ({ PK: `place#${who}`, SK });
  const bytes = Uint8Array.from([0, 1, 250]);
  const full = { ...key('A'), text: 'Zoë £5 😀', n: 12.5, no: undefined, list: [1, 'a', null, true], map: { bytes } };
  const seen: unknown[] = [];
  await table.put(full);
  seen.push(await table.get(full, true), await table.get(key('none')));
  seen.push(await table.putNew({ ...key('A'), text: 'too late' }), await table.putNew({ ...key('B'), n: 1 }));
  await table.putNewer({ ...key('B'), n: 3 }, 'n');
  await table.putNewer({ ...key('B'), n: 2 }, 'n');
  seen.push(await table.putAllNew([{ ...key('C') }, { ...key('D') }]), await table.putAllNew([{ ...key('C') }]));
  seen.push(await table.putAllNew([{ ...key('E') }, { ...key('C') }]));
  await table.merge(key('M'), [[['names'], { a: 'Rosa' }]]);
  await table.merge(key('M'), [[['names', 'b'], 'Sam']], [['names', 'a']]);
  await table.remove(key('D'));
  seen.push(await table.query({ pk: key('').PK }), await table.query({ pk: key('').PK, newestFirst: true, limit: 2 }));
  seen.push(await table.query({ pk: key('').PK, from: 'B', to: 'C' }));
  seen.push(await table.get({ PK: '', SK: '' }).catch(failure));
  seen.push(await tableOf(module, engine.endpoint, 'nowhere').get(full).catch(failure));
  return JSON.parse(JSON.stringify(seen).replaceAll(`place#${who}`, 'place#who'));
}

test('does everything that Kitty does with a table just as the whole SDK, on a real engine', async () => {
  const seen = await everything(lean, 'lean');
  expect(seen).toEqual(await everything(whole, 'whole'));
  expect(seen).toContain('written');
  expect(seen).toContain('lost');
  expect(seen).toContainEqual(expect.objectContaining({ name: 'ResourceNotFoundException' }));
});

/** A DynamoDB that answers so, in turn, and then with an item. */
async function answering(
  answers: readonly [status: number, body: object][],
): Promise<{ url: string; asked(): number }> {
  let asked = 0;
  server = createServer((request, response) => {
    request.resume();
    const [status, body] = answers[asked++] ?? [200, { Item: { PK: { S: 'a' }, SK: { S: 'b' } } }];
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, asked: () => asked };
}

const error = (name: string, more: object = {}): [number, object] => [
  400,
  { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'No.', ...more },
];

describe('an answer that the engine never gives', () => {
  const reasons = { CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict', Message: 'Busy.' }] };
  const wrong = { CancellationReasons: [{ Code: 'ValidationError', Message: 'Bad.' }] };
  test.each<[string, [number, object][]]>([
    [
      'a fault of theirs, twice',
      [
        [500, { __type: 'InternalServerError' }],
        [503, {}],
      ],
    ],
    ['throttling, then the item', [error('ThrottlingException')]],
    ['a fault of theirs that does not end', Array(5).fill([500, { __type: 'InternalServerError' }])],
    ['a condition that did not hold', [error('ConditionalCheckFailedException')]],
    ['a transaction in another’s way', [error('TransactionCanceledException', reasons)]],
    ['a transaction that is wrong', [error('TransactionCanceledException', wrong)]],
    ['another transaction', [error('TransactionConflictException')]],
    ['not allowed', [error('AccessDeniedException')]],
    ['a failure of an operation that is not ours', [error('BackupNotFoundException')]],
    ['a failure that nobody knows', [error('NewlyInventedException')]],
  ])('%s: is understood, and tried again, as by the whole SDK', async (_, answers) => {
    const outcomes = [];
    for (const module of [lean, whole]) {
      const { url, asked } = await answering(answers);
      const table = tableOf(module, url);
      const got = await table.get({ PK: 'a', SK: 'b' }).catch(failure);
      const put = await answering(answers);
      const both = [
        { PK: 'a', SK: 'b' },
        { PK: 'a', SK: 'c' },
      ];
      const written = await tableOf(module, put.url).putAllNew(both).catch(failure);
      outcomes.push({ got, tries: asked(), written, putTries: put.asked() });
      server?.close();
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
  });
});

test('finds its region in the environment, and says when it is missing', async () => {
  const { url } = await answering([]);
  const without = { ...config(url), region: undefined };
  const before = process.env.AWS_REGION;
  try {
    process.env.AWS_REGION = 'eu-west-2';
    const { dynamoClient, dynamoTable } = lean;
    const get = () => dynamoTable(dynamoClient(without as never), 'kitty').get({ PK: 'a', SK: 'b' });
    expect(await get()).toEqual({ PK: 'a', SK: 'b' });
    delete process.env.AWS_REGION;
    await expect(get()).rejects.toMatchObject({ cause: { message: 'Region is missing' } });
  } finally {
    if (before === undefined) delete process.env.AWS_REGION;
    else process.env.AWS_REGION = before;
  }
});
