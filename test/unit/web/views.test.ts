// What the API says of a pool and a commission, and what the pages make of it: why something is not going ahead, who has
// confirmed, until when a session can be marked, and what leaving would do.
import { describe, expect, test } from 'vitest';
import { commissionViewOf } from '../../../functions/commissions/commissions.view.ts';
import { ALLOCATION } from '../../../functions/journal/accounts.ts';
import { addDays, dayOf, londonInstant } from '../../../functions/kernel/clock.ts';
import { dueIn } from '../../../functions/pools/journal/due.ts';
import { pool as wirePool } from '../../../functions/pools/pools.schema.ts';
import type { PoolTexts } from '../../../functions/pools/pools.store.ts';
import { poolViewOf } from '../../../functions/pools/pools.view.ts';
import { lastDayToMark } from '../../../web/src/pages/commissions/session-times.ts';
import { leavingFrom } from '../../../web/src/pages/pools/leave.rules.ts';
import { ORDER, people, TestPool, TODAY } from '../../property/test-pool.ts';

const PEOPLE = people(3);
const TEXTS: PoolTexts = { name: 'Dancers', purpose: 'To dance', names: {}, titles: {}, titledOn: {} };
const poolFor = ({ state, at }: TestPool, person: string) => wirePool.parse(poolViewOf(state, 1, TEXTS, person, at));
const orderFor = (pool: TestPool, id: string, personId: string) =>
  commissionViewOf(`pool-${id}`, pool.state, pool.commission(id), { poolName: '', title: '' }, { personId });
const funded = (pence = 20_000): TestPool => {
  const pool = new TestPool(PEOPLE);
  for (const person of PEOPLE) pool.give(person, pence);
  return pool;
};

test('a proposal that is not going ahead says why, and one that is going ahead or was taken back does not', () => {
  const pool = funded();
  const propose = (id: string) =>
    pool.does('p0', { type: 'propose', id, barred: [], idea: { kind: 'buy', order: ORDER } });
  const said = () =>
    poolFor(pool, 'p1').proposals.map(({ id, status, notAgreedBecause }) => [id, status, notAgreedBecause]);
  propose('x');
  for (const person of PEOPLE)
    pool.does(person, { type: 'vote', id: 'x', vote: { choice: 'block', joining: false }, ownedEnterpriseIds: [] });
  expect(said()).toEqual([['x', 'not-agreed', 'votes']]);
  propose('y');
  pool.does('p0', { type: 'withdraw-proposal', id: 'y' });
  pool.agree();
  expect(said().slice(1)).toEqual([
    ['y', 'withdrawn', undefined],
    [expect.any(String), 'agreed', undefined],
  ]);
});

describe('a session', () => {
  test('says to everybody who came whether they have confirmed it, while it waits to be paid, and to nobody else', () => {
    const pool = funded();
    const id = pool.agree();
    pool.accept(id);
    const mine = (person: string) => orderFor(pool, id, person).sessions[0]?.confirmedByMe;
    pool.wait(14);
    expect(mine('p0')).toBeUndefined();
    pool.deliver(id, 1);
    pool.does('p1', { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] });
    expect([...PEOPLE, 'stranger'].map(mine)).toEqual([false, true, false, undefined]);
    expect(
      commissionViewOf('', pool.state, pool.commission(id), { poolName: '', title: '' }).sessions[0],
    ).not.toHaveProperty('confirmedByMe');
    pool.wait(1);
    expect(PEOPLE.map(mine)).toEqual([undefined, undefined, undefined]);
  });

  test('can be marked until the end of the day that the pages name: then its money goes back', () => {
    const pool = funded();
    pool.accept(pool.agree());
    const due = dueIn(pool.state).find(({ command }) => command.type === 'forget-session')?.due;
    expect(due).toBe(londonInstant(addDays(lastDayToMark(ORDER.startsOn), 1)));
  });
});

describe('leaving', () => {
  /** What the page says before, and what the departure then does. */
  function leave(pool: TestPool, ids: readonly string[], person = 'p1') {
    const said = leavingFrom(
      poolFor(pool, person),
      ids.map((id) => orderFor(pool, id, person)),
      dayOf(pool.at),
    );
    pool.does(person, { type: 'leave' });
    const home = pool.last.postings.filter(({ to }) => to === ALLOCATION);
    const { mine } = poolFor(pool, person);
    expect({ home: said.homePence, held: said.setAsidePence + said.heldPence, endsOn: said.endsOn }).toEqual({
      home: home.reduce((sum, { amount }) => sum + amount, 0),
      held: mine.heldPence,
      endsOn: pool.state.leaving[person]?.endsOn,
    });
    return said;
  }

  test('with all sessions set aside: the free money goes home and the rest stays', () => {
    const pool = funded();
    const id = pool.agree();
    expect(leave(pool, [id])).toMatchObject({ homePence: 12_800, setAsidePence: 0, heldPence: 7200, isShort: false });
  });

  test('with sessions within the notice that are not set aside yet: the share of each is, the earliest first', () => {
    const pool = funded();
    const id = pool.agree({ heldAhead: 1, sessions: 4 });
    pool.accept(id);
    expect(leave(pool, [id])).toMatchObject({
      homePence: 14_600,
      setAsidePence: 3600,
      heldPence: 1800,
      isShort: false,
    });
  });

  test('with less money than the sessions within the notice cost: they are not asked to those', () => {
    const pool = funded(2500);
    const id = pool.agree({ heldAhead: 1, sessions: 4 });
    expect(leave(pool, [id])).toMatchObject({ homePence: 700, setAsidePence: 0, isShort: true });
  });

  test('with money of two allocations, one of which ends before the sessions', () => {
    const pool = funded(1800);
    pool.give('p1', 3200, addDays(TODAY, 20), 'short');
    pool.give('p1', 500, addDays(TODAY, 200), 'long');
    const id = pool.agree({ heldAhead: 1, sessions: 4 });
    expect(leave(pool, [id])).toMatchObject({ homePence: 1400 + 500, setAsidePence: 1800, isShort: true });
  });
});
