// Leaving a pool: free money goes home now, what is held at the end of the notice, and nobody pays more than they agreed to.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALLOCATION, inPence, lotAccount } from '../../functions/journal/accounts.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { refundable } from '../../functions/pools/journal/contribute.ts';
import { heldPenceOfPerson } from '../../functions/pools/journal/pool-sums.ts';
import { sessionDay } from '../../functions/pools/journal/sessions.ts';
import { sharesOf } from '../../functions/pools/journal/split.ts';
import { isHeld } from '../../functions/pools/journal/statuses.ts';
import { heldSumsOf, moved, people, TestPool, TODAY, total } from './test-pool.ts';

const scene = fc.record({
  purses: fc.array(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  }),
  price: fc.integer({ min: 1, max: 5000 }),
  sessions: fc.integer({ min: 1, max: 8 }),
  noticeWeeks: fc.integer({ min: 0, max: 6 }),
  spare: fc.integer({ min: 0, max: 800 }),
});

/** A pool with an order for which everybody has agreed to their share and `spare` pence more; nobody who leaves is forgotten. */
function ordered({
  purses,
  price,
  sessions,
  noticeWeeks,
  spare,
}: typeof scene extends fc.Arbitrary<infer V> ? V : never) {
  const pool = new TestPool(people(purses.length), { noticeWeeks });
  for (const [i, lots] of purses.entries())
    for (const [j, pence] of lots.entries()) pool.give(`p${i}`, pence, addDays(TODAY, 200 + j));
  // Late enough that none of them is settled back, for want of a word about it, before the longest notice ends.
  const deal = { pricePence: price, sessions, heldAhead: sessions, startsOn: addDays(TODAY, 30) };
  const id = pool.agree(deal, Math.ceil(price / purses.length) + spare);
  if (!pool.state.commissions[id]) return undefined;
  pool.accept(id);
  return { pool, id };
}

test('whoever leaves gets all their free money now, to the penny, and nobody else’s', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const made = ordered(one);
      if (!made) return;
      const { pool } = made;
      const before = pool.state;
      const own = Object.entries(before.lots).filter(([, lot]) => lot.personId === 'p1');
      const left = pool.does('p1', { type: 'leave' });
      const expected = own
        .filter(([, lot]) => lot.freePence > 0)
        .map(([n, lot]) => inPence(lotAccount(n), ALLOCATION, lot.freePence));
      expect(left.postings).toEqual(expected);
      expect(heldPenceOfPerson(pool.state, 'p1')).toBe(heldPenceOfPerson(before, 'p1'));
      for (const [n, lot] of Object.entries(before.lots))
        if (lot.personId !== 'p1') expect(pool.state.lots[n]).toEqual(lot);
    }),
  );
});

test('holds stay until the notice ends; then the leaver’s money for later sessions is free to go home', () => {
  let seen = 0;
  fc.assert(
    fc.property(scene, (one) => {
      const made = ordered(one);
      if (!made) return;
      const { pool, id } = made;
      const { sessionStatuses: states } = pool.commission(id);
      const shares = states.map((_, i) => sharesOf(pool.state, pool.commission(id), i + 1));
      const endsOn = addDays(dayOf(pool.at), 7 * one.noticeWeeks);
      const heldBefore = heldPenceOfPerson(pool.state, 'p1');
      pool.does('p1', { type: 'leave' });
      if (one.noticeWeeks > 0) pool.wait(7 * one.noticeWeeks - 0.6);
      if (one.noticeWeeks > 0) expect(heldPenceOfPerson(pool.state, 'p1')).toBe(heldBefore);
      pool.wait(0.6);
      const kept = shares.reduce(
        (sum, split, i) => sum + (sessionDay(pool.commission(id), i + 1) <= endsOn ? (split.get('p1') ?? 0) : 0),
        0,
      );
      expect(heldPenceOfPerson(pool.state, 'p1')).toBe(kept);
      const home = refundable(pool.state, dayOf(pool.at)).filter(({ lot }) => pool.state.lots[lot]?.personId === 'p1');
      expect(home.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(heldBefore - kept);
      seen++;
    }),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(30);
});

test('nobody’s share of a session ever rises above what they agreed to: such sessions are not funded', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 3 }), (one, leavers) => {
      const made = ordered(one);
      if (!made) return;
      const { pool, id } = made;
      const limit = Math.ceil(one.price / one.purses.length) + one.spare;
      for (let i = 1; i <= Math.min(leavers, one.purses.length - 1); i++) pool.does(`p${i}`, { type: 'leave' });
      for (let week = 0; week < 20; week++) {
        pool.wait(7);
        const commission = pool.state.commissions[id];
        if (!commission) return;
        for (const [i, status] of commission.sessionStatuses.entries())
          if (isHeld(status))
            for (const share of sharesOf(pool.state, commission, i + 1).values())
              expect(share).toBeLessThanOrEqual(limit);
      }
    }),
    { numRuns: 60 },
  );
});

test('what comes back after somebody has gone belongs at home', () => {
  const pool = new TestPool(people(2), { noticeWeeks: 2 });
  for (const person of people(2)) pool.give(person, 10_000);
  const id = pool.agree({ pricePence: 1001, sessions: 3, heldAhead: 3, startsOn: addDays(TODAY, 7) });
  pool.accept(id);
  pool.wait(7);
  pool.does('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] });
  pool.does('p1', { type: 'leave' });
  pool.wait(15);
  expect(refundable(pool.state, dayOf(pool.at)).map(({ lot }) => pool.state.lots[lot]?.personId)).toEqual([]);
  pool.does('broker', { type: 'resolve', id, n: 1, side: 'referee', payPence: 1, ownedEnterpriseIds: [] });
  expect(moved(pool.last, 'held:', 'lot:')).toBe(1000);
  const [home] = refundable(pool.state, dayOf(pool.at));
  expect(home && pool.state.lots[home.lot]?.personId).toBe('p1');
  expect(home?.amountPence).toBe(500);
  expect(total(heldSumsOf(pool.commission(id)))).toBe(2002);
});
