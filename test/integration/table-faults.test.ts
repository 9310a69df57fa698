// Throttling, conflicts and lost answers at the SDK: a journal's event is written once, and every answer is the same.
import { Readable } from 'node:stream';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { append, type JournalDeps, only } from '../../functions/journal/append.ts';
import { DICTIONARY } from '../../functions/journal/journal.dictionary.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import type { CommandMeta, JournalKey, Reducer } from '../../functions/journal/journal.types.ts';
import { read } from '../../functions/journal/read.ts';
import { ok, refuse } from '../../functions/kernel/result.ts';
import { dynamoClient, dynamoTable } from '../../functions/platform/dynamo-table.ts';
import type { Item } from '../../functions/platform/table.ts';

// ── A minimal journal: a jar of pence ──

interface Jar {
  readonly pence: number;
}
interface Put {
  readonly pence: number;
}

const jar = (v = 2): Reducer<Jar, Put, number, 'empty'> => ({
  kind: 'POOL',
  version: v,
  upgradeState: () => {
    throw new Error('there is no older version');
  },
  upgradeChange: () => {
    throw new Error('there is no older version');
  },
  empty: { pence: 0 },
  decide: (state, { pence }) =>
    state.pence + pence < 0
      ? refuse('empty')
      : ok({ decision: { type: 'put', postings: [], changes: [pence] }, state: { pence: state.pence + pence } }),
  apply: (state, { changes }) => ({ pence: changes.reduce((sum, pence) => sum + pence, state.pence) }),
  dueStep: () => undefined,
  maxBytes: () => 1000,
});

const keyOf = (id: string): JournalKey => ({ place: 'place', kind: 'POOL', id });
const A = keyOf('a');
const B = keyOf('b');
const request = (op: string, body = 'body'): CommandMeta => ({
  idempotencyHash: op,
  bodyHash: body,
  actorId: 'someone',
});

// ── A table in memory behind the SDK's client, with injected faults ──

const failure = (name: string): Error => Object.assign(new Error(`${name}!`), { name });
const throttled = () => failure('ThrottlingException');
const timeout = () => failure('TimeoutError');
const about = { $metadata: {}, message: 'no' };
type Raw = Record<string, AttributeValue>;
const conditionFailed = (Item?: Raw) => new ConditionalCheckFailedException({ ...about, ...(Item ? { Item } : {}) });
const conflict = () => new TransactionConflictException(about);
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...about, CancellationReasons: codes.map((Code) => ({ Code })) });

/** `before`: the request is not carried out; `after`: it is carried out, but its answer is lost. */
interface Fault {
  readonly when: 'before' | 'after';
  readonly error: () => Error;
}

const items = new Map<string, Item>();
let faults: Fault[] = [];
let writes = 0;
let reads = 0;
const clock = { ms: 0 };

const nameOf = (item: { PK: string; SK: string }): string => `${item.PK} ${item.SK}`;

function write(puts: readonly Item[], inTransaction: boolean): object {
  writes++;
  const fault = faults.shift();
  if (fault?.when === 'before') throw fault.error();
  const taken = puts.map((item) => items.get(nameOf(item))).map((item) => item && marshall(item));
  if (taken.some((item) => item !== undefined)) {
    if (!inTransaction) throw conditionFailed(taken[0]);
    const CancellationReasons = taken.map((Item) =>
      Item ? { Code: 'ConditionalCheckFailed', Item } : { Code: 'None' },
    );
    throw new TransactionCanceledException({ ...about, CancellationReasons });
  }
  for (const item of puts) items.set(nameOf(item), item);
  if (fault) throw fault.error();
  return {};
}

const mock = mockClient(DynamoDBClient);
const table = dynamoTable(dynamoClient({ region: 'eu-west-2' }), 'kitty');
const deps: JournalDeps = {
  store: entryStore(table),
  now: () => new Date(Date.UTC(2026, 8, 1) + clock.ms).toISOString(),
  sleep: async (ms) => {
    clock.ms += ms;
  },
  random: () => 0.5,
};

const CONDITION = {
  ConditionExpression: 'attribute_not_exists(PK)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
};

beforeEach(() => {
  items.clear();
  faults = [];
  writes = 0;
  reads = 0;
  clock.ms = 0;
  mock.reset();
  mock.on(PutItemCommand).callsFake(async (input: PutItemCommandInput) => {
    expect(input).toMatchObject(CONDITION);
    return write([unmarshall(input.Item ?? {}) as Item], false);
  });
  mock.on(TransactWriteItemsCommand).callsFake(async ({ TransactItems = [] }: TransactWriteItemsCommandInput) => {
    for (const { Put } of TransactItems) expect(Put).toMatchObject(CONDITION);
    return write(
      TransactItems.map(({ Put }) => unmarshall(Put?.Item ?? {}) as Item),
      true,
    );
  });
  mock.on(GetItemCommand).callsFake(async ({ Key }) => {
    const found = items.get(nameOf(unmarshall(Key) as Item));
    return found ? { Item: marshall(found) } : {};
  });
  mock.on(QueryCommand).callsFake(async (input) => {
    reads++;
    expect(input.ConsistentRead).toBe(true);
    const values = unmarshall(input.ExpressionAttributeValues);
    const sort: string = input.ExpressionAttributeNames['#r'];
    expect(input.IndexName).toBe(sort === 'op' ? 'by-op' : undefined);
    const found = [...items.values()]
      .filter((item) => item.PK === values[':h'])
      .filter((item) => String(item[sort]) >= values[':r'] && String(item[sort]) <= (values[':t'] ?? '~'))
      .sort((a, b) => (a.SK < b.SK ? -1 : 1));
    const page = (input.ScanIndexForward ? found : found.toReversed()).slice(0, input.Limit);
    return { Items: page.map((item) => marshall(item)) };
  });
});

const put = (op: string, pence: number, body?: string, key = A) =>
  append(deps, request(op, body), jar(), key, only({ pence }));

/** Writes to two journals in one transaction. */
const putBoth = (op: string, pence: number) =>
  append(deps, request(op), jar(), A, {
    async command(_, transaction) {
      const other = await transaction.open(jar(), B);
      if (!other.ok) return other;
      const done = other.value.decide({ pence });
      return done.ok ? ok({ pence }) : done;
    },
  });

const penceIn = async (key = A) => {
  const found = await read(deps, jar(), key);
  return found.ok ? (found.value?.state.pence ?? 0) : undefined;
};

const tokens = () =>
  mock.commandCalls(TransactWriteItemsCommand).map((call) => call.args[0].input.ClientRequestToken ?? 'none');

describe('one journal', () => {
  test.each<[string, Fault[]]>([
    ['throttling', [{ when: 'before', error: throttled }]],
    ['throttling thrice', Array.from({ length: 3 }, (): Fault => ({ when: 'before', error: throttled }))],
    ['provisioned throughput', [{ when: 'before', error: () => failure('ProvisionedThroughputExceededException') }]],
    ['a transaction in the way', [{ when: 'before', error: conflict }]],
    ['a time-out before it was done', [{ when: 'before', error: timeout }]],
    ['a time-out after it was done', [{ when: 'after', error: timeout }]],
    ['a broken connection after it was done', [{ when: 'after', error: () => failure('ECONNRESET') }]],
    ['a server fault after it was done', [{ when: 'after', error: () => failure('InternalServerError') }]],
    // When the SDK retries a put that was carried out, the condition fails on the put's own item.
    ['the SDK’s retry of a put that was done', [{ when: 'after', error: conditionFailed }]],
    [
      'one after another',
      [
        { when: 'before', error: throttled },
        { when: 'before', error: timeout },
        { when: 'before', error: conflict },
        { when: 'after', error: timeout },
      ],
    ],
  ])('%s: the event is written once, and the answer is as without it', async (_, some) => {
    const calm = await put('calm', 5, 'body', B);
    faults = [...some];
    const done = await put('op', 5);
    expect(done).toMatchObject({ ok: true, value: { seq: 1, state: { pence: 5 }, changes: [5] } });
    expect(done.ok && calm.ok && done.value.state).toEqual(calm.ok && calm.value.state);
    expect(faults).toEqual([]);
    expect(await penceIn()).toBe(5);
    const before = items.size;
    expect(await put('op', 5)).toEqual(done);
    expect(items.size).toBe(before);
  });

  test('after a lost answer and other events, the replay still gives the first answer', async () => {
    faults = [{ when: 'after', error: timeout }];
    const first = await put('first', 5);
    await put('second', 7);
    await put('third', -3);
    expect(await put('first', 5)).toEqual(first);
    expect(await put('first', 5, 'another body')).toEqual(refuse('key-reused'));
    expect(await penceIn()).toBe(9);
  });

  test('a write whose outcome is always unknown is answered with busy after 5 seconds, and written at most once', async () => {
    faults = Array.from({ length: 1000 }, (): Fault => ({ when: 'before', error: timeout }));
    expect(await put('op', 5)).toEqual(refuse('busy'));
    expect(clock.ms).toBeGreaterThan(5000);
    expect(clock.ms).toBeLessThan(6500);
    expect(items.size).toBe(0);
    faults = [];
    expect(await put('op', 5)).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  test('reads that are throttled are tried again, then busy', async () => {
    mock.on(QueryCommand).rejects(throttled());
    expect(await put('op', 5)).toEqual(refuse('busy'));
    expect(writes).toBe(0);
    expect(clock.ms).toBeGreaterThan(5000);
  });

  test.each([
    'AccessDeniedException',
    'ValidationException',
    'ResourceNotFoundException',
    'UnrecognizedClientException',
  ])('%s on a write surfaces at once', async (name) => {
    faults = [{ when: 'before', error: () => failure(name) }];
    await expect(put('op', 5)).rejects.toThrow(name);
    expect(writes).toBe(1);
    expect(clock.ms).toBe(0);
  });

  test('AccessDeniedException on a read surfaces at once', async () => {
    mock.on(QueryCommand).callsFake(async () => {
      reads++;
      throw failure('AccessDeniedException');
    });
    await expect(put('op', 5)).rejects.toThrow('AccessDenied');
    expect(reads).toBe(1);
    expect(writes).toBe(0);
  });

  test('an entry of a newer version answers being-updated, to a new request and to a replay', async () => {
    await append(deps, request('newer'), jar(3), A, only({ pence: 5 }));
    expect(await put('op', 5)).toEqual(refuse('being-updated'));
    expect(await read(deps, jar(), A)).toEqual(refuse('being-updated'));
    expect(await put('newer', 5)).toEqual(refuse('being-updated'));
    expect(items.size).toBe(1);
  });

  test('a damaged state throws, and nothing is written over it', async () => {
    await put('op', 5);
    const [mine] = items.values();
    if (!mine) throw new Error('an event was expected');
    const text = inflateSync(mine.z as Uint8Array, { dictionary: DICTIONARY }).toString();
    items.set(nameOf(mine), {
      ...mine,
      z: deflateSync(text.replace('{"pence":5}', '{"pence":6}'), { dictionary: DICTIONARY }),
    });
    await expect(put('next', 1)).rejects.toThrow('damaged at seq 1');
    await expect(put('op', 5)).rejects.toThrow('damaged at seq 1');
    await expect(penceIn()).rejects.toThrow('damaged at seq 1');
    expect(items.size).toBe(1);
  });
});

describe('two journals in one transaction', () => {
  test.each<[string, Fault[]]>([
    ['a conflict', [{ when: 'before', error: () => cancelled('TransactionConflict', 'None') }]],
    ['a throttled part', [{ when: 'before', error: () => cancelled('None', 'ThrottlingError') }]],
    [
      'a condition failed for another’s write',
      [{ when: 'before', error: () => cancelled('ConditionalCheckFailed', 'None') }],
    ],
    ['still in progress', [{ when: 'before', error: () => failure('TransactionInProgressException') }]],
    ['a time-out before it was done', [{ when: 'before', error: timeout }]],
    ['a time-out after it was done', [{ when: 'after', error: timeout }]],
    [
      'conditions failed by its own first try',
      [{ when: 'after', error: () => cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed') }],
    ],
  ])('%s: both are written once', async (_, some) => {
    faults = [...some];
    const done = await putBoth('op', 5);
    expect(done).toMatchObject({ ok: true, value: { seq: 1, state: { pence: 5 } } });
    expect(await putBoth('op', 5)).toEqual(done);
    expect([await penceIn(A), await penceIn(B)]).toEqual([5, 5]);
    expect(items.size).toBe(2);
  });

  test('each attempt has a token of its own, not derived from the idempotency hash', async () => {
    faults = [
      { when: 'before', error: timeout },
      { when: 'before', error: conflict },
    ];
    await putBoth('op', 5);
    expect(new Set(tokens()).size).toBe(3);
    items.clear();
    await putBoth('op', 5);
    expect(new Set(tokens()).size).toBe(4);
  });

  test('a concurrent write to the second journal starts the attempt over', async () => {
    await put('before', 1, 'body', B);
    let once = true;
    const done = await append(deps, request('op'), jar(), A, {
      async command(_, transaction) {
        const other = await transaction.open(jar(), B);
        if (!other.ok) return other;
        if (once) await put('between', 1, 'body', B);
        once = false;
        const did = other.value.decide({ pence: -2 });
        return did.ok ? ok({ pence: 2 }) : did;
      },
    });
    expect(done).toEqual(refuse('empty'));
    expect(await penceIn(B)).toBe(2);
  });

  test('a transaction cancelled because it is malformed surfaces at once', async () => {
    faults = [{ when: 'before', error: () => cancelled('ValidationError', 'None') }];
    await expect(putBoth('op', 5)).rejects.toThrow(TransactionCanceledException);
    expect(writes).toBe(1);
    expect(clock.ms).toBe(0);
  });
});

describe('the SDK’s own second try, on the wire', () => {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  const answer = (statusCode: number, body: object) => ({
    response: { statusCode, headers, body: Readable.from([JSON.stringify(body)]) },
  });

  /** A table over a wire that loses the first answer to each write; `bodies` are the writes as they were sent. */
  const lossy = (second: () => ReturnType<typeof answer>) => {
    const bodies: string[] = [];
    const client = dynamoClient({
      region: 'eu-west-2',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      requestHandler: {
        handle: async ({ body }: { body: Uint8Array }) => {
          bodies.push(new TextDecoder().decode(body));
          if (bodies.length === 1) throw timeout();
          return second();
        },
      },
    });
    return { bodies, table: dynamoTable(client, 'kitty') };
  };
  const item = { PK: 'place#POOL#a', SK: 'E#000000000001' };

  beforeEach(() => mock.restore());
  afterAll(() => mock.restore());

  test('a put that finds its own item counts as lost, so that the loop looks for its idempotency hash', async () => {
    const { bodies, table } = lossy(() =>
      answer(400, { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' }),
    );
    expect(await table.putAllNew([item])).toEqual({ type: 'lost' });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  test('a transaction is sent again with the same token, so that it is done once', async () => {
    const { bodies, table } = lossy(() => answer(200, {}));
    expect(await table.putAllNew([item, { ...item, PK: 'place#POOL#b' }])).toEqual({ type: 'written' });
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).toContain('ClientRequestToken');
  });
});
