// What a pool's history shows of money whose lot is gone: what is mine stays mine to see, and own money stays unseen by others.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

type Item = {
  readonly seq: number;
  readonly kind: string;
  readonly by: string;
  readonly postings: readonly { readonly from: string; readonly to: string; readonly pence: number }[];
};

async function page(poolId: string, as: TestPerson, after: number, limit: number) {
  return stage.done(stage.get(`/v1/pools/${poolId}/history?after=${after}&limit=${limit}`, as));
}
/** The whole history, read in pages of this size. */
async function historyOf(poolId: string, as: TestPerson, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { items: more, next } = await page(poolId, as, after, limit);
    items.push(...more);
    after = next;
  }
  return items;
}
const ofKind = (items: readonly Item[], kind: string, { personId }: TestPerson): Item['postings'] =>
  items.filter((one) => one.kind === kind && one.by === personId).flatMap(({ postings }) => postings);

/** What was set aside, by lot. Whose share comes first goes by their ids. */
const heldBy = (items: readonly Item[]): [string, number][] =>
  items
    .flatMap(({ postings }) => postings)
    .filter(({ to }) => to.startsWith('held:'))
    .map(({ from, pence }): [string, number] => [from, pence])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Rosa, and Sam who has put £4 of his own money in beside £20 of his budget; both have ordered a class for £18, the enterprise
 * has cancelled it, Sam has left and his lots are gone. Then he joined again, with nothing.
 */
async function samLeft(openBooks: boolean) {
  const [rosa, sam] = (await stage.people(2)) as [TestPerson, TestPerson];
  const pool = await stage.pool([rosa, sam], { pence: 2000, agreement: { openBooks, noticeWeeks: 0 } });
  const own = await stage.grant(sam, { stream: 'own-money', custody: 'stripe', ends_on: stage.inDays(90) });
  await stage.done(stage.contribute(pool.id, sam, own, 400));
  const offer = await stage.offer({ pricePence: 1800 });
  const commissionId = await stage.order(pool, offer, { sessions: 1 });
  await stage.done(stage.act(commissionId, 'cancellation', offer.owner));
  await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, sam));
  await kitty.advance(1);
  await stage.done(stage.accept(await stage.invitation(pool.id, rosa), sam));
  expect((await stage.see(pool.id, sam)).mine).toMatchObject({ freePence: 0, lots: [] });
  return { id: pool.id, rosa, sam };
}

test.each([200, 3, 1])('my own postings stay in what I see when my lots are gone, in pages of %i', async (limit) => {
  const { id, sam } = await samLeft(false);
  const items = await historyOf(id, sam, limit);
  expect(ofKind(items, 'contributed', sam)).toEqual([
    { from: 'allocation', to: 'lot:2', pence: 2000 },
    { from: 'allocation', to: 'lot:3', pence: 400 },
  ]);
  expect(ofKind(items, 'left', sam)).toEqual([
    { from: 'lot:2', to: 'allocation', pence: 2000 },
    { from: 'lot:3', to: 'allocation', pence: 400 },
  ]);
  expect(heldBy(items)).toEqual([
    ['lot:2', 500],
    ['lot:3', 400],
    ['lot:others', 900],
  ]);
});

test.each([200, 3, 1])(
  'the lots of others stay unseen when they are gone, with closed books, in pages of %i',
  async (limit) => {
    const { id, rosa, sam } = await samLeft(false);
    const items = await historyOf(id, rosa, limit);
    for (const kind of ['contributed', 'left']) expect(ofKind(items, kind, sam)).toEqual([]);
    expect(JSON.stringify(items)).not.toMatch(/lot:[23]|:[23]"|"pence":(400|500)\b/);
  },
);

test.each([200, 3, 1])(
  'own money of others stays unseen when its lot is gone, with open books, in pages of %i',
  async (limit) => {
    const { id, rosa, sam } = await samLeft(true);
    const items = await historyOf(id, rosa, limit);
    // What he put in of his budget is theirs to see; his own money, and what could be worked out from the rest, is not.
    expect(ofKind(items, 'contributed', sam)).toEqual([{ from: 'allocation', to: 'lot:2', pence: 2000 }]);
    expect(ofKind(items, 'left', sam)).toEqual([]);
    expect(heldBy(items)).toEqual([
      ['lot:1', 900],
      ['lot:others', 900],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/lot:3|:3"|"pence":(400|500|2400)\b/);
  },
);

test('own money whose lot alone is gone hides what its person paid beside it, with open books', async () => {
  const [rosa, sam] = (await stage.people(2)) as [TestPerson, TestPerson];
  const pool = await stage.pool([rosa, sam], { pence: 2000, agreement: { openBooks: true } });
  const own = await stage.grant(sam, { stream: 'own-money', custody: 'stripe', ends_on: stage.inDays(20) });
  await stage.done(stage.contribute(pool.id, sam, own, 400));
  const offer = await stage.offer({ pricePence: 1800 });
  const commissionId = await stage.order(pool, offer, { sessions: 1 });
  await stage.done(stage.act(commissionId, 'cancellation', offer.owner));
  await kitty.advance(22);
  await stage.invitation(pool.id, rosa);
  expect((await stage.see(pool.id, sam)).mine.lots).toHaveLength(1);
  const items = await historyOf(pool.id, rosa, 200);
  expect(JSON.stringify(items)).not.toMatch(/lot:3|:3"|"pence":(400|500)\b/);
  expect(JSON.stringify(await historyOf(pool.id, sam, 2))).toMatch(/"from":"lot:3",[^}]*"pence":400/);
});
