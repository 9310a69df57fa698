// The local stand-in for the table's stream: every event reaches the views, even after failures and crashes.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { onRecords } from '../../functions/entry/on-journal.ts';
import { entryOf } from '../../functions/journal/journal.store.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import { dynamoTable } from '../../functions/platform/dynamo-table.ts';
import type { Item, Table } from '../../functions/platform/table.ts';
import { feedOf, journalHeads } from '../../infra/local/feed.ts';
import { startKitty, type TestKitty } from '../harness.ts';

let kitty: TestKitty;
/** The engine's table itself, without a feed. */
let table: Table;
beforeAll(async () => {
  kitty = await startKitty();
  table = dynamoTable(kitty.database, 'kitty');
});
afterAll(() => kitty.stop());

let made = 0;
const eventItem = (pool: string, seq: number): Item => {
  made += 1;
  const SK = `E#${String(seq).padStart(12, '0')}`;
  return { PK: `place#POOL#${pool}`, SK, op: `op-${made}`, h: 'h', v: 1, z: new Uint8Array([1]) };
};

/** A feed over the real table, with what its consumer is given. */
function watched(changes: Partial<Table> = {}, fails: (item: Item, time: number) => boolean = () => false) {
  const feed = feedOf({ ...table, ...changes });
  const given: string[] = [];
  feed.follow(async (items) =>
    items.filter((item) => {
      const name = `${item.PK.slice(11)} ${Number(item.SK.slice(2))}`;
      given.push(name);
      return fails(item, given.filter((one) => one === name).length);
    }),
  );
  return { feed, given };
}

test('passes on each written event once, in order, and nothing else', async () => {
  const { feed, given } = watched();
  expect(await feed.table.putAllNew([eventItem('a', 1)])).toEqual({ type: 'written' });
  expect(await feed.table.putAllNew([eventItem('a', 2), eventItem('b', 1)])).toEqual({ type: 'written' });
  expect(await feed.table.putAllNew([eventItem('a', 2)])).toMatchObject({ type: 'lost' });
  await feed.table.put({ PK: 'place#PERSON#x', SK: 'PROFILE' });
  await feed.settled();
  expect(given).toEqual(['a 1', 'a 2', 'b 1']);
});

test('retries an event that failed, and gives up one that always fails, without stopping the others', async () => {
  const { feed, given } = watched(
    {},
    (item, time) => item.PK.endsWith('poison') || (item.PK.endsWith('c') && time === 1),
  );
  await feed.table.putAllNew([eventItem('poison', 1), eventItem('c', 1), eventItem('d', 1)]);
  await feed.settled();
  const times = (name: string) => given.filter((one) => one === name).length;
  expect([times('poison 1'), times('c 1'), times('d 1')]).toEqual([4, 2, 1]);
});

test('reads again after a write whose answer was lost, and passes its event on only if it was written', async () => {
  const lostAnswer = async (items: readonly Item[]): Promise<never> => {
    if (items[0]?.PK.endsWith('e')) await table.putAllNew(items);
    throw new OutcomeUnknown('no answer');
  };
  const { feed, given } = watched({ putAllNew: lostAnswer });
  await expect(feed.table.putAllNew([eventItem('e', 1)])).rejects.toThrow(OutcomeUnknown);
  await expect(feed.table.putAllNew([eventItem('f', 1)])).rejects.toThrow(OutcomeUnknown);
  await feed.settled();
  expect(given).toEqual(['e 1']);
});

test('finds the newest event of every journal after a crash', async () => {
  const { feed, given } = watched();
  await table.putAllNew([eventItem('g', 1), eventItem('g', 2), eventItem('g', 10)]);
  const heads = await journalHeads(kitty.database, 'kitty');
  const mine = heads.filter((head) => head.PK.endsWith('#g'));
  expect(mine).toEqual([{ PK: 'place#POOL#g', SK: 'E#000000000010' }]);
  await feed.resend(mine);
  await feed.settled();
  expect(given).toEqual(['g 10']);
});

test('an event that cannot be read is answered as failed, and is not confused with items that are no events', async () => {
  const broken = eventItem('h', 1);
  expect(() => entryOf(broken)).toThrow();
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await onRecords(kitty.context, [broken, { PK: 'place#PERSON#y', SK: 'PROFILE' }])).toEqual([broken]);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
