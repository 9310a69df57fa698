// The queue of disputes that nobody has decided for 14 days: who has one, what is in it, and when.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onRecords } from '../../functions/entry/on-journal.ts';
import { isJournalItem } from '../../functions/journal/journal.store.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Offer, type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
let broker: TestPerson;
let council: TestPerson;
let board: TestPerson;
beforeEach(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
  broker = await kitty.newPerson('Bea', ['broker']);
  council = stage.funder;
  board = { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' };
});

afterEach(() => kitty.stop());

const queue = async (as: TestPerson, query = '') => stage.done(stage.get(`/v1/disputes${query}`, as));
const ids = async (as: TestPerson): Promise<string[]> =>
  (await queue(as)).items.map((one: { commissionId: string }) => one.commissionId);

interface Disputed {
  readonly id: string;
  readonly poolId: string;
  readonly rosa: TestPerson;
  readonly offer: Offer;
}
/** Rosa and Sam have ordered two sessions for £30; the first (or another) is in dispute. With `health`, Sam has £60 of the health board's too. */
async function disputed({ health = '', session = 1 } = {}): Promise<Disputed> {
  const [rosa, sam] = (await stage.people(2)) as [TestPerson, TestPerson];
  const pool = await stage.pool([rosa, sam], { pence: 6000 });
  if (health !== '') {
    const row = stage.row(sam, { stream: 'health', ends_on: health });
    await stage.done(kitty.call('POST', '/v1/allocations/imports', { as: board, csv: stage.file(row) }));
    const from = (await stage.allocations(sam)).find((one: { stream: string }) => one.stream === 'health').id;
    await stage.done(stage.contribute(pool.id, sam, from, 6000));
  }
  const offer = await stage.offer();
  const id = await stage.order(pool, offer, { startsOn: stage.inDays(1) });
  await stage.done(stage.act(id, 'acceptance', offer.owner));
  await kitty.advance(7 * session - 6);
  await stage.done(stage.act(id, `sessions/${session}/dispute`, rosa, { reason: 'Nobody came' }));
  return { id, poolId: pool.id, rosa, offer };
}
const names = (as: TestPerson, { id }: Disputed, payPence: number) =>
  stage.done(stage.act(id, 'sessions/1/resolution', as, { payPence, reason: 'It was half as long' }));

describe('a dispute', () => {
  test('is in the queue when it has stood for 14 days, and not before', async () => {
    const one = await disputed();
    const { at: disputedAt } = (await stage.done(stage.get(`/v1/pools/${one.poolId}/history`, one.rosa))).items.at(-1);
    await kitty.advance(13);
    expect(await queue(broker)).toEqual({ items: [], next: null });
    await kitty.advance(1);
    const item = {
      commissionId: one.id,
      session: 1,
      poolId: one.poolId,
      poolName: 'Tuesday dancers',
      title: 'Dance class',
      enterpriseId: one.offer.enterpriseId,
      disputedAt,
      pricePence: 3000,
    };
    expect(await queue(broker)).toEqual({ items: [item], next: null });
    await names(one.offer.owner, one, 2000);
    await kitty.settled();
    expect(await queue(broker)).toEqual({ items: [{ ...item, saidPence: { enterprise: 2000 } }], next: null });
    await names(one.rosa, one, 1000);
    await kitty.settled();
    const saidPence = { pool: 1000, enterprise: 2000 };
    expect(await queue(council)).toEqual({ items: [{ ...item, saidPence }], next: null });
  });

  test.each([
    [
      'both sides name the same sum',
      async (one: Disputed) => {
        await names(one.offer.owner, one, 2000);
        await names(one.rosa, one, 2000);
      },
    ],
    ['a broker decides it', (one: Disputed) => names(broker, one, 500)],
    ['nothing is to be paid', (one: Disputed) => names(broker, one, 0)],
  ])('leaves the queue when %s, also when its events come again in any order', async (_, settle) => {
    const one = await disputed();
    await kitty.advance(14);
    expect(await ids(broker)).toEqual([one.id]);
    await settle(one);
    await kitty.settled();
    expect(await ids(broker)).toEqual([]);
    const pk = `${kitty.context.place}#POOL#${one.poolId}`;
    const events = (await kitty.context.table.query({ pk })).filter(isJournalItem);
    for (const items of [events, events.toReversed()])
      expect(await onRecords(kitty.context, items, '9999')).toEqual([]);
    expect(await ids(broker)).toEqual([]);
  });

  test('whose end is seen before its beginning never comes into the queue', async () => {
    const one = await disputed();
    await kitty.advance(14);
    await names(broker, one, 0);
    await kitty.settled();
    await kitty.context.table.remove({ PK: `${kitty.context.place}#DISPUTES`, SK: `${one.id}#1` });
    const pk = `${kitty.context.place}#POOL#${one.poolId}`;
    const events = (await kitty.context.table.query({ pk })).filter(isJournalItem);
    await onRecords(kitty.context, events.toReversed(), '9999');
    expect(await ids(broker)).toEqual([]);
  });
});

describe('the queue', () => {
  test('is the oldest first, page by page', async () => {
    const all: string[] = [];
    for (let i = 0; i < 3; i++) all.push((await disputed()).id);
    await kitty.advance(12);
    expect(await ids(broker)).toEqual(all.slice(0, 1));
    await kitty.advance(2);
    expect(await ids(broker)).toEqual(all);
    const pages: string[][] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { items, next } = await queue(
        broker,
        `?limit=2${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
      );
      pages.push(items.map((one: { commissionId: string }) => one.commissionId));
      after = next;
    }
    expect(pages).toEqual([all.slice(0, 2), all.slice(2)]);
    expect((await queue(broker, '?limit=3')).next).toBeNull();
  });

  test('of a funder has the disputes in which its own money is held, also page by page', async () => {
    const none = await disputed();
    // Sam's share is paid from what ends first: here the council's, there the health board's.
    const beside = await disputed({ health: stage.inDays(400) });
    const held = await disputed({ health: stage.inDays(60) });
    await kitty.advance(14);
    // And here the health board's for the first session, which nobody has marked yet, and the council's for the second.
    const before = await disputed({ health: stage.inDays(3), session: 2 });
    await kitty.advance(14);
    expect(await ids(council)).toEqual([none.id, beside.id, held.id, before.id]);
    expect(await ids(board)).toEqual([held.id]);
    expect(await queue(board, '?limit=1')).toMatchObject({ items: [{ commissionId: held.id }], next: null });
    const other = { ...(await kitty.newPerson('Ned', ['funder'])), funder: 'another' };
    expect(await queue(other)).toEqual({ items: [], next: null });
  });

  test('is nobody else’s: not the group’s, the enterprise’s, a stranger’s, nor that of another place', async () => {
    const { rosa, offer } = await disputed();
    await kitty.advance(14);
    for (const as of [rosa, offer.owner, await kitty.newPerson('Stan', ['holder'])])
      expect(statusAndCode(await stage.get('/v1/disputes', as))).toEqual([404, 'not-found']);
    expect(await queue(await kitty.newPerson('Elsie', ['broker'], 'elsewhere'))).toEqual({ items: [], next: null });
  });

  test('is asked for in words that it understands', async () => {
    for (const query of ['?limit=0', '?limit=x', '?after=x', '?first=1'])
      expect(statusAndCode(await stage.get(`/v1/disputes${query}`, broker))).toEqual([400, 'bad-input']);
  });
});
