// States that version 2 wrote are read as version 3 would have written them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../functions/kernel/clock.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { PoolState } from '../../functions/pools/journal/pool-state.ts';
import { paidSharesOf } from '../../functions/pools/journal/split.ts';
import { heldSumsOf, people, TestPool, TODAY } from '../property/test-pool.ts';

/** As version 2 stored it: one held sum a lot for a whole order, and nothing about odd pennies. */
function asVersion2({ oddPennies: _, ...state }: PoolState): unknown {
  const commissions = Object.fromEntries(
    Object.entries(state.commissions).map(([id, commission]) => [
      id,
      {
        ...commission,
        heldByLot: heldSumsOf(commission),
        participants: commission.participants.map(({ leavesOn: _, heldAfter: __, ...one }) => one),
      },
    ]),
  );
  return JSON.parse(JSON.stringify({ ...state, commissions }));
}

const purses = fc.array(
  fc.array(fc.record({ pence: fc.integer({ min: 1, max: 9000 }), days: fc.integer({ min: 20, max: 90 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 5 },
);

test('what an order holds of each lot for each session, who leaves, and that into any lot instalments may come', () => {
  let held = 0;
  fc.assert(
    fc.property(purses, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 6 }), (all, each, sessions) => {
      const pool = new TestPool(people(all.length), { noticeWeeks: 3 });
      for (const [i, lots] of all.entries())
        for (const [j, { pence, days }] of lots.entries())
          pool.give(`p${i}`, pence, addDays(TODAY, days), `p${i}-${j}`);
      // No odd pennies: version 2 dealt them otherwise.
      const id = pool.agree({ pricePence: each * all.length, sessions, heldAhead: sessions }, 900);
      if (!pool.state.commissions[id]) return;
      held++;
      pool.accept(id);
      pool.wait(14);
      pool.deliver(id, 1);
      if (all.length > 1) pool.does('p0', { type: 'leave' });
      const lots = Object.entries(pool.state.lots).map(([n, lot]) => [n, { ...lot, standing: true }]);
      const expected = { ...pool.state, lots: Object.fromEntries(lots) };
      expect(poolReducer.upgradeState(asVersion2(pool.state), 2)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
  expect(held).toBeGreaterThan(40);
});

test('who paid the odd pennies of a session that was paid', () => {
  const pool = new TestPool(people(3));
  for (const person of people(3)) pool.give(person, 9000);
  const id = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 2 });
  pool.accept(id);
  pool.wait(14);
  pool.deliver(id, 1);
  pool.confirm(id, 1);
  const stored = JSON.parse(JSON.stringify(asVersion2(pool.state)));
  stored.commissions[id].settlements = {};
  const upgraded = poolReducer.upgradeState(stored, 2).commissions[id];
  if (!upgraded) throw new Error('the order is gone');
  expect([...paidSharesOf(upgraded, 1).values()]).toEqual([334, 333, 333]);
});
