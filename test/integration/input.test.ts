// Bad input to any operation that takes a body is refused with a sentence that names the field, and nothing is written.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../functions/kernel/id.ts';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Operation, operations, type Scene, type Schema, sampleOf, samplesOf, sceneOn } from '../samples.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
let scene: Scene;
const errors = vi.spyOn(console, 'error');

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  scene = await sceneOn(stage);
});
beforeEach(() => {
  errors.mockClear();
});
afterAll(() => kitty.stop());

const withBody = operations.filter(({ takes }) => takes !== undefined);
const withJson = withBody.filter(({ takes }) => takes === 'application/json');

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Everything in the table: each item by its key, with a digest of its content. */
async function everything(): Promise<string[]> {
  // Views and notices of earlier events may still be being written.
  await kitty.settled();
  const items: string[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await kitty.database.send(
      new ScanCommand({ TableName: 'kitty', ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    for (const item of page.Items ?? []) items.push(`${item.PK} ${item.SK} ${sha256(inOrder(item))}`);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.sort();
}

/** Somebody who is permitted, so that only the input is wrong. */
function doer({ who, relation = '' }: Operation): TestPerson {
  if (who === 'funder') return stage.funder;
  return /owners|runs the enterprise$/.test(relation) ? scene.owner : scene.member;
}

interface Sent {
  readonly text: string;
  readonly type?: string | null;
  readonly key?: string | null;
}

function send(operation: Operation, { text, type = operation.takes ?? null, key }: Sent): Promise<Answer> {
  const { path } = sampleOf(samplesOf(stage, scene), operation);
  return kitty.call(operation.method, path, {
    as: doer(operation),
    csv: text,
    headers: { 'content-type': type ?? '' },
    ...(key === undefined ? {} : { key }),
  });
}

/** Refused with this status and code, in problem+json that says which field. */
function expectRefused(answer: Answer, status: number, code: string, what: string, field?: string): void {
  expect([what, answer.status, answer.body?.code]).toEqual([what, status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(/\w{3}.*\.$/) });
  expect(JSON.stringify(answer.body)).not.toMatch(/ZodError|node_modules|at .*\.ts:\d/);
  // Sentences for people, not a library's messages.
  for (const one of answer.body.errors ?? [])
    expect([what, one.detail]).toEqual([what, expect.not.stringMatching(/^Invalid|expected/)]);
  if (field === undefined) return;
  const named = answer.body.errors.find(
    (one: { field: string }) => one.field === field || one.field.startsWith(`${field}.`),
  );
  expect([what, field, named]).toEqual([
    what,
    field,
    { field: expect.any(String), detail: expect.stringMatching(/\w{3}.*\./) },
  ]);
}

type Path = readonly (string | number)[];

/** The paths in a sample body that hold a value, each with that value. */
function* places(value: unknown, at: Path = []): Generator<[Path, unknown]> {
  if (at.length > 0) yield [at, value];
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* places(one, [...at, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* places(one, [...at, name]);
}

function changed(body: object, at: Path, value: unknown): object {
  const copy = structuredClone(body) as Record<string | number, never>;
  const last = at.at(-1) ?? '';
  const parent = at.slice(0, -1).reduce((one, name) => one[name] as never, copy);
  (parent as Record<string | number, unknown>)[last] = value;
  return copy;
}

/** Marks a number that JSON.stringify cannot write. */
const RAW = '<raw>';
const RAW_NUMBERS = ['1e400', '-1e400', '9007199254740993', '1e21'];

/** Values that are never allowed in place of this one. */
function wrongFor(value: unknown): unknown[] {
  if (typeof value === 'string')
    return [
      1,
      true,
      null,
      [value],
      { text: value },
      `${value}\u0000`,
      `a\u0007${value}`,
      `${value}\u202ex`,
      `${value}\u2028x`,
      `${value}${'x'.repeat(10_000)}`,
    ];
  if (typeof value === 'number')
    return [
      String(value),
      true,
      null,
      [value],
      { n: value },
      -1,
      value + 0.5,
      '',
      'NaN',
      ...RAW_NUMBERS.map((n) => RAW + n),
    ];
  if (typeof value === 'boolean') return ['true', 1, 0, null, [], {}];
  if (Array.isArray(value))
    return ['x', 1, null, {}, { 0: 'x' }, [null], [[]], Array.from({ length: 60 }, () => value[0])];
  return ['x', 1, null, [], [value], true];
}

const written = (body: unknown): string =>
  JSON.stringify(body).replace(new RegExp(`"${RAW}([^"]+)"`), (_, number: string) => number);

describe.each(withJson.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test('refuses a body that is not JSON, has another content type, is too large, or comes without an Idempotency-Key', async () => {
    const [body = {}] = sampleOf(samplesOf(stage, scene), operation).bodies ?? [];
    const text = JSON.stringify(body);
    const before = await everything();
    for (const bad of [
      '',
      ' ',
      '{',
      '{"a":',
      `${text}x`,
      `${text}${text}`,
      'NaN',
      "{'a':1}",
      'undefined',
      '\u0000',
      `\uFEFF`,
    ])
      expectRefused(await send(operation, { text: bad }), 400, 'bad-json', bad);
    for (const type of [
      'text/plain',
      'text/csv',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
      null,
    ])
      expectRefused(await send(operation, { text, type }), 415, 'wrong-type', String(type), 'Content-Type');
    const large = JSON.stringify({ ...body, more: 'x'.repeat(65 * 1024) });
    expectRefused(await send(operation, { text: large }), 413, 'too-large', '65 KB');
    for (const key of [null, '', 'k'.repeat(256), 'k'.repeat(10_000)])
      expectRefused(await send(operation, { text, key }), 400, 'key-missing', `key ${key?.length}`, 'Idempotency-Key');
    expect(await everything()).toEqual(before);
    expect(errors).not.toHaveBeenCalled();
  });

  test('refuses lists, texts, numbers and nothing for an object, unknown fields, and deep nests', async () => {
    const { bodies = [] } = sampleOf(samplesOf(stage, scene), operation);
    const before = await everything();
    for (const bad of ['null', 'true', '1', '"x"', '[]', `[${JSON.stringify(bodies[0])}]`])
      expectRefused(await send(operation, { text: bad }), 400, 'bad-input', bad, 'body');
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expectRefused(await send(operation, { text: deep }), 400, 'bad-input', 'deep', 'body');
    for (const body of bodies) {
      const inside = JSON.stringify(body).slice(1, -1);
      const more = inside === '' ? '' : `,${inside}`;
      for (const name of ['extra', 'constructor', 'prototype', '__proto__', 'id', 'PK', 'toString', ' ', ''])
        for (const value of ['1', '{"polluted":true}', deep]) {
          const text = `{${JSON.stringify(name)}:${value}${more}}`;
          expectRefused(await send(operation, { text }), 400, 'bad-input', `${name}: ${value.slice(0, 20)}`);
        }
      const answer = await send(operation, { text: `{"extra":1${more}}` });
      expectRefused(answer, 400, 'bad-input', 'extra', 'extra');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(await everything()).toEqual(before);
    expect(errors).not.toHaveBeenCalled();
  });

  test('refuses wrong values in every field of every depth, and names the field', async () => {
    const { bodies = [] } = sampleOf(samplesOf(stage, scene), operation);
    const before = await everything();
    for (const body of bodies)
      for (const [at, value] of places(body))
        for (const wrong of wrongFor(value)) {
          const text = written(changed(body, at, wrong));
          const what = `${at.join('.')}: ${JSON.stringify(wrong).slice(0, 60)}`;
          // For a list with one wrong item, the list or the item may be named.
          expectRefused(await send(operation, { text }), 400, 'bad-input', what, at.join('.'));
        }
    expect(await everything()).toEqual(before);
    expect(errors).not.toHaveBeenCalled();
  });

  test('has a sample that holds every field that it takes', () => {
    const { bodies = [] } = sampleOf(samplesOf(stage, scene), operation);
    const fields = (schema: Schema, at = ''): string[] => [
      ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
        `${at}${name}`,
        ...fields(one, `${at}${name}.`),
      ]),
      ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((one) => fields(one, at)),
    ];
    const sampled = new Set(bodies.flatMap((body) => [...places(body)].map(([at]) => at.join('.'))));
    expect(fields(operation.schema).filter((name) => !sampled.has(name))).toEqual([]);
  });
});

describe.each(withBody.filter(({ takes }) => takes === 'text/csv').map((one) => [one.name, one] as const))(
  '%s',
  (_, operation) => {
    test('refuses a body that is empty, too large, not CSV, has another content type, or comes without an Idempotency-Key', async () => {
      const { csv = '' } = sampleOf(samplesOf(stage, scene), operation);
      const before = await everything();
      expectRefused(await send(operation, { text: '' }), 400, 'bad-input', 'empty', 'body');
      for (const text of [' ', '\u0000\u0001', '{"a":1}', '"', ',,,,,,,,,,', 'x'.repeat(100_000), '\n'.repeat(100_000)])
        expectRefused(await send(operation, { text }), 400, 'bad-file', text.slice(0, 20), 'body');
      for (const type of ['application/json', 'text/plain', 'application/octet-stream', null])
        expectRefused(await send(operation, { text: csv, type }), 415, 'wrong-type', String(type), 'Content-Type');
      const large = `${csv}\n${'x'.repeat(1100 * 1024)}`;
      expectRefused(await send(operation, { text: large }), 413, 'too-large', '1.1 MB');
      for (const key of [null, 'k'.repeat(256)])
        expectRefused(await send(operation, { text: csv, key }), 400, 'key-missing', 'key', 'Idempotency-Key');
      expect(await everything()).toEqual(before);
      expect(errors).not.toHaveBeenCalled();
    });
  },
);

test('a malformed id in a path is answered with 404, never 500', async () => {
  const samples = samplesOf(stage, scene);
  for (const operation of operations) {
    const { path, bodies } = sampleOf(samples, operation);
    const [address = '', query] = path.split('?');
    const names = operation.path.split('/');
    for (const [i, name] of names.entries()) {
      if (!name.startsWith('{')) continue;
      for (const bad of [
        'x',
        '0',
        '-1',
        '%00',
        '%F0%9F%98%80',

        'x'.repeat(5000),
        "'%20OR%201=1",
        '%23',
        '*',
      ]) {
        const parts = address.split('/');
        parts[i] = bad;
        const answer = await kitty.call(operation.method, [parts.join('/'), query].filter(Boolean).join('?'), {
          as: doer(operation),
          ...(bodies ? { body: bodies[0] } : {}),
        });
        expect([operation.name, bad, answer.status, answer.body?.code]).toEqual([
          operation.name,
          bad,
          404,
          'not-found',
        ]);
      }
    }
  }
  expect(errors).not.toHaveBeenCalled();
});

test('a bad token is answered with 401, and malformed headers never with 500', async () => {
  for (const as of ['x', 'a.b.c', '', 'x'.repeat(20_000), `${await kitty.tokenFor(scene.member)}x`])
    expect([as.slice(0, 20), (await kitty.call('GET', '/v1/me', { as })).status]).toEqual([as.slice(0, 20), 401]);
  for (const personId of ['', 'x', 'x'.repeat(10_000), '#', '*'])
    expect((await kitty.call('GET', '/v1/pools', { as: scene.member, for: { personId } })).status).toBe(404);
  expect(errors).not.toHaveBeenCalled();
});
