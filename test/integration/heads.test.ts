// Journal heads that were stored one night prove that nobody rewrote earlier events: every way of doing so is detected.
import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkHeads } from '../../functions/heads/checking.actions.ts';
import type { Head } from '../../functions/heads/heads.rules.ts';
import { unpackHeads } from '../../functions/heads/heads.store.ts';
import { keepHeads } from '../../functions/heads/keeping.actions.ts';
import { nextEntry, stateOf } from '../../functions/journal/entry.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { type Entry, type JournalKey, poolKey } from '../../functions/journal/journal.types.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import type { Bucket } from '../../functions/platform/bucket.ts';
import type { Item, Table } from '../../functions/platform/table.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
let pool: JournalKey;
/** What was stored, by key. */
const objects = new Map<string, Uint8Array>();
const bucket: Bucket = {
  async putNew(key, body) {
    if (objects.has(key)) return 'taken';
    objects.set(key, body);
    return 'written';
  },
};
const KEY = `${HOME}/2026-06-01.jsonl.gz`;
const kept = (): Head[] => unpackHeads(objects.get(KEY) ?? new Uint8Array());

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  const people = (await Promise.all(['Ann', 'Ben'].map((name) => kitty.newPerson(name, ['holder'])))) as [
    TestPerson,
    TestPerson,
  ];
  const { id } = await stage.pool(people, { pence: 6000 });
  pool = poolKey(HOME, id);
  await kitty.settled();
});
afterAll(() => kitty.stop());

const faultsIn = async (heads: readonly Head[]): Promise<string[]> => {
  const faults: string[] = [];
  await checkHeads(kitty.context.journals.store, HOME, heads, (fault) => faults.push(fault));
  return faults;
};
const nameOfPool = () => `POOL#${pool.id}`;
const entries = (): Promise<Entry[]> => kitty.context.journals.store.range(pool, 0, 1000);
const itemOf = async (seq: number): Promise<Item> => {
  const [item] = await kitty.context.table.query({
    pk: `${HOME}#${nameOfPool()}`,
    from: `E#${String(seq).padStart(12, '0')}`,
    limit: 1,
    consistent: true,
  });
  if (!item) throw new Error(`there is no event ${seq}`);
  return item;
};
const put = (item: object) => kitty.database.send(new PutCommand({ TableName: 'kitty', Item: item as Item }));
const remove = ({ PK, SK }: Item) => kitty.database.send(new DeleteCommand({ TableName: 'kitty', Key: { PK, SK } }));

/** Changes the table, runs the check, and undoes the change; answers what the check said. */
async function faultsAfter(change: () => Promise<unknown>): Promise<string[]> {
  const all = await Promise.all((await entries()).map(({ seq }) => itemOf(seq)));
  await change();
  const faults = await faultsIn(kept());
  for (const item of all) await put(item);
  return faults;
}

describe('every night', () => {
  test('each journal of the place is a line: its name, seq and hash; nothing about anybody', async () => {
    expect(await keepHeads(kitty.context, bucket, HOME)).toEqual({ heads: 3, damaged: [], kept: 'now' });
    const [head] = (await entries()).slice(-1);
    expect(kept().map(({ journal }) => journal.split('#')[0])).toEqual(['ALLOC', 'ALLOC', 'POOL']);
    expect(kept()).toContainEqual({
      journal: nameOfPool(),
      seq: head?.seq,
      hash: head?.hash,
      v: head?.version,
      at: expect.stringMatching(/^2026-06-01T/),
    });
    const text = gunzipSync(objects.get(KEY) ?? '').toString();
    expect(text).not.toMatch(/Ann|Ben|@|Tuesday/);
    expect(Object.keys(JSON.parse(text.split('\n')[0] ?? ''))).toEqual(['journal', 'seq', 'hash', 'v', 'at']);
  });

  test('a second run of the same day changes nothing', async () => {
    const before = objects.get(KEY);
    expect(await keepHeads(kitty.context, bucket, HOME)).toMatchObject({ heads: 3, kept: 'before' });
    expect(objects.get(KEY)).toBe(before);
  });

  test('another place’s journals are not among them, and a place without any is empty', async () => {
    expect(await keepHeads(kitty.context, bucket, 'elsewhere')).toMatchObject({ heads: 0 });
    expect([...objects.keys()]).toEqual([KEY, 'elsewhere/2026-06-01.jsonl.gz']);
  });

  test('all pages of a large place are read, each journal once', async () => {
    const [entry] = await entries();
    const ids = Array.from({ length: 2345 }, (_, i) => String(i).padStart(16, '0'));
    const views = ids.map((id) => ({ PK: 'large#VIEW', SK: `POOL#${id}`, seq: 1, totals: {} }));
    const table = {
      ...kitty.context.table,
      query: async ({ from = '', limit = 0 }) => views.filter(({ SK }) => SK >= from).slice(0, limit),
    } as Table;
    const head = async (key: JournalKey) => entry && { ...entry, key };
    const journals = { ...kitty.context.journals, store: { ...kitty.context.journals.store, head } };
    expect(await keepHeads({ ...kitty.context, table, journals }, bucket, 'large')).toMatchObject({ heads: 2345 });
    const names = unpackHeads(objects.get('large/2026-06-01.jsonl.gz') ?? new Uint8Array()).map(
      ({ journal }) => journal,
    );
    expect(names).toEqual(views.map(({ SK }) => SK));
  });

  test('a damaged journal is named and stops no other; without an answer from the table nothing is stored', async () => {
    const tomorrow = { ...kitty.context, now: () => '2026-06-02T03:15:00.000Z' };
    const head = (await entries()).at(-1)?.seq ?? 0;
    await faultsAfter(async () => {
      const item = await itemOf(head);
      await put({ ...item, z: new Uint8Array([1, 2, 3]) });
      expect(await keepHeads(tomorrow, bucket, HOME)).toEqual({ heads: 2, damaged: [nameOfPool()], kept: 'now' });
    });
    const away = { ...kitty.context.journals.store, head: () => Promise.reject(new OutcomeUnknown('no answer')) };
    const later = {
      ...kitty.context,
      now: () => '2026-06-03T03:15:00.000Z',
      journals: { ...kitty.context.journals, store: away },
    };
    await expect(keepHeads(later, bucket, HOME)).rejects.toThrow('no answer');
    expect(objects.has(`${HOME}/2026-06-03.jsonl.gz`)).toBe(false);
  });
});

/** Another history of the pool whose chain is valid, as somebody who knows Kitty's code could write it. */
async function rewrite(): Promise<void> {
  const store = entryStore(kitty.context.table);
  const all = await entries();
  for (const { seq } of all) await remove(await itemOf(seq));
  let before: Entry | undefined;
  for (const one of all) {
    const event = JSON.parse(one.text);
    const at = event.at.replace('2026-06-01', '2026-05-31');
    const state = poolReducer.apply(before ? stateOf(poolReducer, before) : poolReducer.empty, { ...event, at });
    const entry = nextEntry(pool, before, one.version, event, at, event, JSON.stringify(state), event.peers);
    expect(await store.put([entry])).toEqual({ type: 'written' });
    before = entry;
  }
}

describe('later', () => {
  test('journals with newer events still contain the stored heads', async () => {
    const [member] = (await entries()).map(({ text }) => JSON.parse(text).actorId);
    expect(member).toBeDefined();
    const guest = await kitty.newPerson('Guest', ['holder']);
    await stage.pool([guest], { pence: 100 });
    expect(await faultsIn(kept())).toEqual([]);
  });

  test('one changed byte of an event’s text is named', async () => {
    const faults = await faultsAfter(async () => {
      const [, second] = await entries();
      if (!second) throw new Error('too short');
      const store = entryStore({
        ...kitty.context.table,
        putAllNew: ([item]) => put(item as Item).then(() => ({ type: 'written' as const })),
      });
      await store.put([{ ...second, text: second.text.replace('2026-06-01', '2026-06-02') }]);
    });
    expect(faults).toEqual([`${nameOfPool()} does not fit together: event 2 is missing or was altered.`]);
    expect(await faultsIn(kept())).toEqual([]);
  });

  test('one changed byte of a stored item is named, wherever it is', async () => {
    const { z } = await itemOf(3);
    const bytes = z as Uint8Array;
    for (const i of [0, 5, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Uint8Array.from(bytes, (byte, at) => (at === i ? byte ^ 1 : byte));
      const faults = await faultsAfter(async () => put({ ...(await itemOf(3)), z: changed }));
      expect(faults, String(i)).toEqual([`${nameOfPool()} does not fit together: event 3 is missing or was altered.`]);
    }
  });

  test('a missing event is named, in the middle and at the end', async () => {
    const { length } = await entries();
    expect(await faultsAfter(async () => remove(await itemOf(2)))).toEqual([
      `${nameOfPool()} does not fit together: event 2 is missing or was altered.`,
    ]);
    expect(await faultsAfter(async () => remove(await itemOf(length)))).toEqual([
      `${nameOfPool()} was cut off: event ${length} was kept, and it now ends with event ${length - 1}.`,
    ]);
  });

  test('a rewritten history with a valid chain is named: only the stored heads show it', async () => {
    const { length } = await entries();
    expect(await faultsAfter(rewrite)).toEqual([
      `${nameOfPool()} was rewritten: it fits together, but its event ${length} is not the one that was kept.`,
    ]);
  });

  test('the audit for members names a damaged event, too, and does not fail', async () => {
    const [head] = (await entries()).slice(-1);
    const member = Object.keys(JSON.parse(head?.stateText ?? '{}').members)[0] ?? '';
    const as = { personId: member, place: HOME, roles: ['holder' as const], name: '', email: '' };
    await faultsAfter(async () => {
      await put({ ...(await itemOf(2)), z: new Uint8Array([9]) });
      const { status, body } = await kitty.call('GET', `/v1/journals/pools/${pool.id}/audit`, { as });
      expect([status, body]).toEqual([200, { events: 1, valid: false, brokenAt: 2 }]);
    });
  });
});

describe('npm run check-heads', () => {
  const file = join(tmpdir(), `kitty-heads-${process.pid}.jsonl.gz`);
  afterAll(() => rmSync(file, { force: true }));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['infra/aws/check-heads.ts', ...args], {
      env: { ...process.env, DYNAMODB_ENDPOINT: kitty.endpoint },
    });
  const usual = ['--file', file, '--place', HOME, '--table', 'kitty'];

  test('says in a sentence that nothing has changed, or names each journal that has', async () => {
    writeFileSync(file, objects.get(KEY) ?? '');
    expect((await run(...usual)).stdout).toBe('All 3 journals still hold every event that was kept, unchanged.\n');
    const item = await itemOf(2);
    await put({ ...item, h: String(item.h).replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) });
    await expect(run(...usual)).rejects.toMatchObject({
      code: 1,
      stderr: `${nameOfPool()} does not fit together: event 2 is missing or was altered.\n1 of 3 journals are not as they were kept.\n`,
    });
    await put(item);
  });

  test('says what is missing', async () => {
    await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^Say --file/) });
    await expect(run('--file', file)).rejects.toMatchObject({ stderr: expect.stringMatching(/^There is no stage/) });
    writeFileSync(file, '{"journal":"POOL#x"}\n');
    await expect(run(...usual)).rejects.toMatchObject({ stderr: 'Line 1 is not a journal’s head.\n' });
  });
});
