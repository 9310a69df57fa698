// Restoring, rehearsed: what a table has lost comes back out of an earlier copy of it, exactly, and nothing newer is touched.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entryOf, isJournalItem } from '../../functions/journal/journal.store.ts';
import type { Item } from '../../functions/platform/table.ts';
import { type PutBackOptions, putBack } from '../../infra/aws/restore/put-back.ts';
import { rebuildViews } from '../../infra/aws/restore/rebuild-views.ts';
import { makeTable } from '../../infra/local/database.ts';
import { startKitty, type TestKitty } from '../harness.ts';
import { type Pool, type Stage, stageOn } from '../stage.ts';

const LIVE = 'kitty';
const BACKUP = 'kitty-at-then';

let kitty: TestKitty;
let stage: Stage;
/** With a commission that is over, one that runs, and notices that wait for the day's digest. */
let pool: Pool;
/** Everything, as it was at the moment of the backup. */
let then: ReadonlyMap<string, Item>;
let totals: unknown;

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  pool = await stage.pool(await stage.people(6), { pence: 6000 });
  const offer = await stage.offer();
  const over = await stage.order(pool, offer, { sessions: 1, startsOn: stage.inDays(10) });
  const argued = await stage.order(pool, offer, { sessions: 1, startsOn: stage.inDays(10) });
  for (const one of [over, argued]) await stage.done(stage.act(one, 'acceptance', offer.owner));
  await kitty.advance(11);
  await stage.done(stage.act(over, 'sessions/1/delivery', offer.owner));
  const [someone = offer.owner] = pool.people;
  await stage.done(stage.act(argued, 'sessions/1/dispute', someone, { reason: 'Nobody came' }));
  await kitty.advance(8);
  for (const person of pool.people)
    await stage.done(stage.put('/v1/me/contact', person, { by: 'email', digest: true }));
  const runs = await stage.order(pool, offer, { sessions: 3 });
  await stage.done(stage.act(runs, 'acceptance', offer.owner));
  await stage.pool(await stage.people(2), { pence: 500 });
  await kitty.settled();
  then = await dump(LIVE);
  totals = await totalsNow();
  await makeTable(kitty.database, BACKUP);
  for (const item of then.values()) await put(BACKUP, item);
});
afterAll(() => kitty.stop());

/** Live is as it was then, before each test. */
beforeEach(async () => {
  for (const [name, item] of await dump(LIVE)) if (!then.has(name)) await lose(item);
  for (const item of then.values()) await put(LIVE, item);
});

const nameOf = ({ PK, SK }: Item): string => `${PK} ${SK}`;
const put = (TableName: string, Item: Item) => kitty.database.send(new PutCommand({ TableName, Item }));
const lose = ({ PK, SK }: Item) => kitty.database.send(new DeleteCommand({ TableName: LIVE, Key: { PK, SK } }));
const totalsNow = () => stage.done(stage.get('/v1/totals', stage.funder));

async function dump(TableName: string): Promise<Map<string, Item>> {
  const items: Item[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await kitty.database.send(
      new ScanCommand({ TableName, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    // The outbox is of this machine only.
    items.push(...((page.Items ?? []) as Item[]).filter(({ PK }) => !PK.startsWith('LOCAL#')));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return new Map(items.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).map((item) => [nameOf(item), item]));
}

async function loseAll(which: (item: Item) => boolean): Promise<Item[]> {
  const lost = [...(await dump(LIVE)).values()].filter(which);
  for (const item of lost) await lose(item);
  return lost;
}
/** Nobody has been erased, unless said. */
const restore = (more: Partial<PutBackOptions> = {}) =>
  putBack({ database: kitty.database, backup: BACKUP, live: LIVE, write: true, erased: [], ...more });

const isOf = (id: string) => (item: Item) => `${item.PK}#${item.SK}`.split('#').includes(id);
const eventsOf = (items: Iterable<Item>, id: string) =>
  [...items].filter((item) => isJournalItem(item) && item.PK.endsWith(`#${id}`));
const isView = ({ PK }: Item) => /^[^#]+#(VIEW|COMMISSION|WORK|DISPUTES|REMINDER)\b/.test(PK);
const whole = { leftOut: [], problems: [] };
/** A notice that waited then is there, but will not be sent. */
const unsent = (items: ReadonlyMap<string, Item>) =>
  new Map(
    [...items].map(([name, { duePlace, dueAt, ...item }]) => [
      name,
      /#NOTICE#/.test(item.PK)
        ? { ...item, status: item.status === 'waiting' ? 'taken' : item.status }
        : { ...item, ...(duePlace ? { duePlace, dueAt } : {}) },
    ]),
  );

describe('a loss', () => {
  test('of a pool’s last events and a person’s items is made good, and a second run finds nothing to do', async () => {
    const [rosa] = pool.people;
    const last = eventsOf(then.values(), pool.id).slice(-3);
    const own = [...then.values()].filter((item) => item.PK.endsWith(`#PERSON#${rosa?.personId}`));
    for (const item of [...last, ...own]) await lose(item);
    expect(own.length).toBeGreaterThan(2);

    // Looking changes nothing.
    const found = { events: 3, journals: 1, items: own.length, grants: 0, ...whole };
    expect(await restore({ write: false })).toEqual(found);
    expect((await dump(LIVE)).size).toBe(then.size - 3 - own.length);

    expect(await restore()).toEqual(found);
    expect(await dump(LIVE)).toEqual(then);
    expect(await restore()).toEqual({ events: 0, journals: 0, items: 0, grants: 0, ...whole });
    expect(await dump(LIVE)).toEqual(then);
  });

  test('of everything is made good: every chain is valid, every sum and view as it was', async () => {
    const lost = await loseAll(() => true);
    expect((await dump(LIVE)).size).toBe(0);

    const report = await restore();
    expect(report).toMatchObject(whole);
    expect(report.events + report.items).toBe(lost.length);
    await rebuildViews(kitty.database, LIVE);
    expect(await dump(LIVE)).toEqual(unsent(then));

    expect(await totalsNow()).toEqual(totals);
    const journals = new Set([...then.values()].filter(isJournalItem).map(({ PK }) => PK));
    expect(journals.size).toBeGreaterThan(8);
    for (const pk of journals) {
      const [, kind, id] = pk.split('#');
      const path = `/v1/journals/${kind === 'POOL' ? 'pools' : 'allocations'}/${id}/audit`;
      const { body } = await stage.get(path, stage.funder);
      expect(body, path).toEqual({ events: eventsOf(then.values(), id ?? '').length, valid: true });
    }
  });

  test('of everything is made good when putting back dies half-way and is run again', async () => {
    await loseAll(() => true);
    let left = 40;
    const { send } = kitty.database;
    kitty.database.send = ((command: object) => {
      if (command instanceof PutItemCommand && left-- === 0) return Promise.reject(new Error('the network is gone'));
      return (send as (command: object) => Promise<unknown>).call(kitty.database, command);
    }) as typeof send;
    await expect(restore()).rejects.toThrow('Error');
    kitty.database.send = send;
    const halfWay = (await dump(LIVE)).size;
    expect(halfWay).toBeGreaterThan(0);
    expect(halfWay).toBeLessThan(then.size);
    expect(await restore()).toMatchObject(whole);
    expect(await dump(LIVE)).toEqual(unsent(then));
  });

  test('of views alone needs no backup: they are made again out of the journals, and nobody is told anything', async () => {
    const lost = await loseAll(isView);
    expect(lost.length).toBeGreaterThan(8);
    expect(await rebuildViews(kitty.database, LIVE)).toBe([...then.values()].filter(isJournalItem).length);
    expect(await dump(LIVE)).toEqual(then);
  });
});

describe('what is newer', () => {
  test('stays: what people did since the backup is neither undone nor overwritten', async () => {
    const [rosa, sam] = pool.people;
    if (!rosa || !sam) throw new Error('nobody');
    await stage.done(stage.contribute(pool.id, rosa, pool.allocations[0] ?? '', 700));
    await stage.done(stage.put('/v1/me/contact', rosa, { by: 'none' }));
    await kitty.settled();
    const now = await dump(LIVE);
    await loseAll((item) => item.PK.endsWith(`#PERSON#${sam.personId}`));
    expect(await restore()).toMatchObject({ events: 0, ...whole });
    await rebuildViews(kitty.database, LIVE);
    expect(await dump(LIVE)).toEqual(now);
  });

  test('wins where a journal went on after its loss: that one is left alone and named, the others come back', async () => {
    const [rosa] = pool.people;
    if (!rosa) throw new Error('nobody');
    const last = eventsOf(then.values(), pool.id).slice(-2);
    const first = entryOf(last[0] as Item).seq;
    for (const item of last) await lose(item);
    await loseAll((item) => item.PK.endsWith(`#ALLOC#${pool.allocations[1]}`));
    await stage.invitation(pool.id, rosa);
    const now = eventsOf((await dump(LIVE)).values(), pool.id);

    const { problems, journals } = await restore();
    expect(problems).toEqual([
      `POOL#${pool.id} went on after its loss: event ${first} is another one now than in the backup. Nothing was put back into it; somebody must decide which is right.`,
    ]);
    expect(journals).toBe(1);
    expect(eventsOf((await dump(LIVE)).values(), pool.id)).toEqual(now);
  });

  test('is missed when it was lost itself: the half of a payment that is left is named', async () => {
    const [rosa] = pool.people;
    if (!rosa) throw new Error('nobody');
    const [allocation = ''] = pool.allocations;
    const { seq } = await stage.done(stage.contribute(pool.id, rosa, allocation, 700));
    await loseAll((item) => item.PK.endsWith(`#ALLOC#${allocation}`));
    const { problems } = await restore();
    const lost = eventsOf(then.values(), allocation).length + 1;
    expect(problems).toEqual([
      `Event ${seq} of POOL#${pool.id} moved money with event ${lost} of ALLOC#${allocation}, which is lost.`,
    ]);
  });

  test('is a hole where it was lost from the middle: the journal is named as broken', async () => {
    const [rosa] = pool.people;
    if (!rosa) throw new Error('nobody');
    for (let i = 0; i < 3; i++) await stage.invitation(pool.id, rosa);
    const [hole] = eventsOf((await dump(LIVE)).values(), pool.id).slice(-3);
    if (!hole) throw new Error('no event');
    await lose(hole);
    const { problems } = await restore();
    expect(problems).toEqual([expect.stringMatching(`^POOL#${pool.id} is broken at event ${entryOf(hole).seq} `)]);
  });
});

describe('what cannot be read', () => {
  test('is named and left alone, and keeps nothing else from coming back', async () => {
    const [damaged] = eventsOf(then.values(), pool.id);
    if (!damaged) throw new Error('no event');
    await put(LIVE, { ...damaged, z: Buffer.from('damaged') });
    await loseAll((item) => item.PK.endsWith(`#ALLOC#${pool.allocations[1]}`));
    const { problems, journals } = await restore();
    expect(problems).toEqual([`Event ${nameOf(damaged)} cannot be read. Nothing was put back into its journal.`]);
    expect(journals).toBe(1);
  });
});

describe('people', () => {
  test('who are absent come back only when an operator has said who must stay erased', async () => {
    const [rosa, sam] = pool.people;
    if (!rosa || !sam) throw new Error('nobody');
    const isTheirs = (item: Item) =>
      !isJournalItem(item) && [rosa, sam].some(({ personId }) => isOf(personId)(item) || item.personId === personId);
    const texts = ({ PK, SK }: Item) => PK.endsWith(`#POOLTEXT#${pool.id}`) && SK === 'A';
    const lost = await loseAll((item) => isTheirs(item) || texts(item));
    const knows = async (email: string) => JSON.stringify([...(await dump(LIVE)).values()]).includes(email);

    const undecided = { database: kitty.database, backup: BACKUP, live: LIVE };
    const { leftOut: asked } = await putBack({ ...undecided, write: false });
    expect(asked.map(({ email }) => email).sort()).toEqual([rosa.email, sam.email].sort());
    await expect(putBack({ ...undecided, write: true })).rejects.toThrow(
      /^People are missing \(2; .*lost, or erased since/,
    );
    await expect(restore({ erased: ['roza@example.org'] })).rejects.toThrow(/^Nobody who is missing .* “roza@/);
    expect((await dump(LIVE)).size).toBe(then.size - lost.length);
    const { leftOut } = await restore({ erased: [rosa.email.toUpperCase()] });
    expect(leftOut.map(({ personId }) => personId)).toEqual([rosa.personId]);
    const now = await dump(LIVE);
    expect([await knows(sam.email), await knows(rosa.email)]).toEqual([true, false]);
    expect([...now.values()].filter((item) => !isJournalItem(item) && isOf(rosa.personId)(item))).toEqual([]);
    const namesIn = (items: Iterable<Item>) => [...items].find(texts)?.names;
    expect(namesIn(lost)).toHaveProperty(rosa.personId);
    expect(namesIn(now.values())).not.toHaveProperty(rosa.personId);
    expect(namesIn(now.values())).toHaveProperty(sam.personId, 'Sam');
    // The sums stay, though she is forgotten.
    expect(await totalsNow()).toEqual(totals);
  });

  test('are not sent again what waited at the moment of the backup and went out since', async () => {
    const waiting = [...then.values()].filter(({ PK, status }) => /#NOTICE#/.test(PK) && status === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    for (const item of waiting) await lose(item);
    expect(await restore()).toMatchObject({ items: waiting.length });
    const now = await dump(LIVE);
    for (const item of waiting) {
      expect(now.get(nameOf(item))).toMatchObject({ status: 'taken' });
      expect(now.get(nameOf(item))).not.toHaveProperty('dueAt');
    }
  });
});
