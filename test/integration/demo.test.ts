// The demo place as it is loaded: its size to the penny, the same everywhere, alive, whole after a crash, and apart from the second place.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryStore } from '../../functions/journal/journal.store.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import type { Table } from '../../functions/platform/table.ts';
import { type View, viewsOf } from '../../functions/views/views.store.ts';
import { journalHeads } from '../../infra/local/feed.ts';
import { loadDemoOnce } from '../../infra/local/load-once.ts';
import { startKitty, type TestKitty } from '../harness.ts';

const STARTS = '2026-06-03T09:00:00.000Z';
const PATIENCE_MS = 120_000;

let kitty: TestKitty;
let views: View[];
beforeAll(async () => {
  kitty = await startKitty({ demo: true, startsAt: STARTS });
  await kitty.settled();
  views = await viewsOf(kitty.context.table, kitty.context.place);
}, PATIENCE_MS);
afterAll(() => kitty.stop());

const allocations = (): View[] => views.filter(({ SK }) => SK.startsWith('ALLOC#'));
const pools = (): View[] => views.filter(({ SK }) => SK.startsWith('POOL#'));
const total = (of: readonly View[], ...names: string[]): number =>
  of
    .flatMap(({ totals }) => Object.values(totals))
    .reduce((sum, totals) => sum + names.reduce((part, name) => part + (totals[name] ?? 0), 0), 0);

test('350 people have £2,600,000.00 a year together', async () => {
  const people = new Set<string>();
  const funder = await kitty.persona('funder');
  for (const { SK } of allocations()) {
    const [entry] = await kitty.context.journals.store.range(
      { place: kitty.context.place, kind: 'ALLOC', id: SK.slice(6) },
      0,
      1,
    );
    const state = JSON.parse(entry?.stateText ?? '{}');
    people.add(state.personId);
    expect(state.funder).toBe(funder.funder);
  }
  expect(people.size).toBe(350);
  expect(total(allocations(), 'granted')).toBe(260_000_000);
});

test('every penny that was granted is somewhere, once', async () => {
  expect(total(allocations(), 'balance', 'pooled', 'returned')).toBe(260_000_000);
  const released = await Promise.all(
    pools().map(async ({ SK, seq }) => {
      const key = { place: kitty.context.place, kind: 'POOL' as const, id: SK.slice(5) };
      const [entry] = await kitty.context.journals.store.range(key, seq - 1, 1);
      return JSON.parse(entry?.stateText ?? '').releasedPence;
    }),
  );
  const paid = released.reduce((sum, pence) => sum + pence, 0);
  expect(total(pools(), 'free', 'held') + paid).toBe(total(allocations(), 'pooled'));
  const { body } = await kitty.call('GET', '/v1/totals', { as: await kitty.persona('funder') });
  expect(body).toMatchObject({ grantedPence: 260_000_000, paidPence: paid, allocations: 356, pools: 12 });
});

test('every pool’s chain of events is whole', async () => {
  const funder = await kitty.persona('funder');
  expect(pools()).toHaveLength(12);
  for (const { SK, seq } of pools()) {
    const { body } = await kitty.call('GET', `/v1/journals/pools/${SK.slice(5)}/audit`, { as: funder });
    expect(body).toEqual({ events: seq, valid: true });
  }
});

test('pools are in every state that people meet', async () => {
  const states = new Set<string>();
  for (const { SK } of pools()) {
    const id = SK.slice(5);
    const key = { place: kitty.context.place, kind: 'POOL', id } as const;
    const head = JSON.parse((await kitty.context.journals.store.head(key))?.stateText ?? '{}');
    if (Object.keys(head.invitations).length > 0) states.add('invited');
    const [personId = ''] = Object.keys(head.members);
    const as = { place: kitty.context.place, personId, roles: ['holder'] as const };
    const { body: pool } = await kitty.call('GET', `/v1/pools/${id}`, { as });
    for (const { leavingOn } of pool.members) if (leavingOn) states.add('leaving');
    for (const { kind, status } of pool.proposals) states.add(`${kind} ${status}`);
    for (const { id: commission } of pool.commissions) {
      const { body } = await kitty.call('GET', `/v1/commissions/${commission}`, { as });
      for (const { status } of [body, ...body.sessions]) states.add(status);
    }
  }
  for (const state of ['buy open', 'buy waiting', 'buy agreed', 'buy not-agreed', 'agreement open'])
    expect(states).toContain(state);
  for (const state of ['requested', 'accepted', 'refused', 'done', 'leaving', 'invited'])
    expect(states).toContain(state);
  for (const state of ['planned', 'delivered', 'disputed', 'released', 'cancelled']) expect(states).toContain(state);
  expect(states).not.toContain('not-funded');
});

test('40 enterprises list one to three offers each', async () => {
  const found = new Map<string, number>();
  let after = '';
  do {
    const { body } = await kitty.call('GET', `/v1/offers?limit=100&near=RM10&after=${after}`);
    for (const { enterpriseId } of body.items) found.set(enterpriseId, (found.get(enterpriseId) ?? 0) + 1);
    after = body.next ?? '';
  } while (after !== '');
  expect(found.size).toBe(40);
  for (const offers of found.values()) expect(offers).toBeGreaterThanOrEqual(1);
  for (const offers of found.values()) expect(offers).toBeLessThanOrEqual(3);
});

describe('personas', () => {
  test('are one funder, one broker, holders and enterprise owners of the home place', async () => {
    const { body } = await kitty.call('GET', '/local/personas');
    const keys = body.items.map(({ key }: { key: string }) => key);
    expect(keys).toEqual([
      ...['funder', 'broker', 'dawn', 'gus', 'fatima'],
      ...['rosa', 'sam', 'priya', 'joe', 'mary', 'ade', 'leo', 'nina'],
    ]);
  });

  test('who hold a budget have at least £120 to put into a new pool', async () => {
    for (const { key, roles, place } of kitty.personas) {
      if (!roles.includes('holder')) continue;
      const { body } = await kitty.call('GET', '/v1/allocations', { as: await kitty.persona(key) });
      const [own] = body.items;
      expect(own.availablePence, `${key} in ${place}`).toBeGreaterThanOrEqual(12_000);
      expect(own).toMatchObject({ pooling: true, outcomes: expect.arrayContaining(['friendship']) });
    }
  });

  test('rosa is in one lively pool, and nina acts for leo in his', async () => {
    const { body } = await kitty.call('GET', '/v1/pools', { as: await kitty.persona('rosa') });
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: 'Tuesday dancers', freePence: 7200, heldPence: 37_800 });
    const [nina, leo] = [await kitty.persona('nina'), await kitty.persona('leo')];
    const { body: his } = await kitty.call('GET', '/v1/pools', { as: nina, for: leo });
    expect(his.items).toMatchObject([{ name: 'Saturday football' }]);
  });
});

test('nobody is told of what the demo did, not even when a start sends its newest events again', async () => {
  await kitty.local.feed.resend(await journalHeads(kitty.database, 'kitty'));
  await kitty.settled();
  expect(await kitty.local.outbox.messages()).toEqual([]);
});

test('the second place and the first see nothing of each other', async () => {
  const [rosa, ngozi, dawn] = [await kitty.persona('rosa'), await kitty.persona('ngozi'), await kitty.persona('dawn')];
  const home = (await kitty.call('GET', '/v1/pools', { as: rosa })).body.items[0].id;
  const theirs = (await kitty.call('GET', '/v1/pools', { as: ngozi })).body.items;
  expect(theirs).toMatchObject([{ name: 'Garden friends' }]);
  const offers = (await kitty.call('GET', '/v1/offers?limit=100', { as: ngozi })).body.items;
  expect(offers.map(({ title }: { title: string }) => title).sort()).toEqual(['Garden afternoon', 'Soup club']);
  const hidden: [typeof rosa, string][] = [
    [rosa, `/v1/pools/${theirs[0].id}`],
    [rosa, `/v1/pools/${theirs[0].id}/history`],
    [rosa, `/v1/offers/${offers[0].id}`],
    [dawn, `/v1/enterprises/${offers[0].enterpriseId}`],
    [await kitty.persona('funder'), `/v1/pools/${theirs[0].id}`],
    [await kitty.persona('funder'), `/v1/journals/pools/${theirs[0].id}/audit`],
    [ngozi, `/v1/pools/${home}`],
    [await kitty.persona('lambeth-funder'), `/v1/pools/${home}`],
  ];
  for (const [as, path] of hidden) expect((await kitty.call('GET', path, { as })).status, path).toBe(404);
  const seen = await viewsOf(kitty.context.table, 'lambeth');
  expect(seen.filter(({ SK }) => SK.startsWith('ALLOC#'))).toHaveLength(3);
});

test(
  'after a crash half-way, and two days, it comes out the same as anywhere else',
  async () => {
    const other = await startKitty({ startsAt: STARTS });
    const folder = mkdtempSync(join(tmpdir(), 'kitty-demo-'));
    await expect(loadDemoOnce(contextThatFails(other.context, 4400), folder)).rejects.toThrow('crash');
    other.local.clock.advanceDays(2);
    await loadDemoOnce(other.context, folder);
    await other.settled();
    const plain = (all: readonly View[]) => all.map(({ SK, seq, totals }) => ({ SK, seq, totals }));
    expect(plain(await viewsOf(other.context.table, other.context.place))).toEqual(plain(views));
    rmSync(folder, { recursive: true, force: true });
    await other.stop();
  },
  PATIENCE_MS,
);

/** Throws at every call of the table from a certain one on, as a process that has been killed sends none. */
function contextThatFails(context: AppContext, calls: number): AppContext {
  let left = calls;
  const counted =
    <Arguments extends unknown[], Answer>(method: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      left -= 1;
      if (left < 0) throw new Error('crash');
      return method.apply(context.table, given);
    };
  const { table } = context;
  const broken: Table = {
    get: counted(table.get),
    query: counted(table.query),
    put: counted(table.put),
    putNew: counted(table.putNew),
    putNewer: counted(table.putNewer),
    putAllNew: counted(table.putAllNew),
    merge: counted(table.merge),
    remove: counted(table.remove),
  };
  return { ...context, table: broken, journals: { ...context.journals, store: entryStore(broken) } };
}
