// Who cannot come to a session, says so in time and pays nothing for it: what that does to everybody's money.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/kernel/clock.ts';
import type { AgreementTerms, Order } from '../../functions/pools/journal/pool-state.ts';
import { priceFor } from '../../functions/pools/journal/sessions.ts';
import { sharesOf } from '../../functions/pools/journal/split.ts';
import { ENTERPRISE, heldSumsOf, ORDER, OWNER, people, TestPool, TODAY, total } from './test-pool.ts';

const FREE = { absence: 'free-with-notice' } satisfies Partial<AgreementTerms>;

/** Three people with £200 each who ordered four sessions from the 14th day on; two must come. */
function ordered(
  deal: Partial<Order> = {},
  terms: Partial<AgreementTerms> = FREE,
  upTo?: number,
): { pool: TestPool; id: string } {
  const pool = new TestPool(people(3), terms);
  for (const person of people(3)) pool.give(person, 20_000);
  const id = pool.agree({ minPeople: 2, ...deal }, upTo);
  pool.accept(id);
  return { pool, id };
}
const away = (pool: TestPool, id: string, person: string, n = 1, isComing = false): string | undefined =>
  pool.try(person, { type: isComing ? 'attend' : 'stay-away', id, n });
const held = (pool: TestPool, id: string): number => total(heldSumsOf(pool.commission(id)));
const ofPerson = (pool: TestPool, id: string, person: string): number =>
  Object.entries(heldSumsOf(pool.commission(id))).reduce(
    (sum, [lot, pence]) => sum + (pool.state.lots[lot]?.personId === person ? pence : 0),
    0,
  );

describe('somebody who cannot come', () => {
  test('pays nothing for that session, and the others share its whole price', () => {
    const { pool, id } = ordered();
    expect(ofPerson(pool, id, 'p1')).toBe(4 * 1800);
    expect(away(pool, id, 'p1')).toBeUndefined();
    expect(Object.fromEntries(sharesOf(pool.state, pool.commission(id), 1))).toEqual({ p0: 2700, p2: 2700 });
    expect([ofPerson(pool, id, 'p0'), ofPerson(pool, id, 'p1')]).toEqual([2700 + 3 * 1800, 3 * 1800]);
    expect(held(pool, id)).toBe(4 * 5400);
    pool.wait(14);
    pool.deliver(id, 1);
    expect(pool.try('p1', { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] })).toBe('not-found');
    pool.confirm(id, 1);
    expect(pool.state.releasedPence).toBe(5400);
    expect(ofPerson(pool, id, 'p1')).toBe(3 * 1800);
  });

  test('without money for it no longer keeps a session waiting: it is held at once for the others', () => {
    const pool = new TestPool(people(3), FREE);
    // p1 has money for the first session only.
    for (const [i, person] of people(3).entries()) pool.give(person, i === 1 ? 1800 : 20_000);
    const id = pool.agree({ minPeople: 2, heldAhead: 1, everyDays: 14 });
    pool.accept(id);
    pool.wait(14);
    pool.deliver(id, 1);
    pool.confirm(id, 1);
    expect(pool.commission(id).sessionStatuses[1]).toBe('planned');
    expect(away(pool, id, 'p1', 2)).toBeUndefined();
    expect(pool.commission(id).sessionStatuses[1]).toBe('held');
    expect([ofPerson(pool, id, 'p0'), ofPerson(pool, id, 'p1')]).toEqual([2700, 0]);
  });

  test('makes a session whose price is per person cheaper by one', () => {
    const { pool, id } = ordered({ priceModel: 'per-person', pricePence: 900 });
    expect(away(pool, id, 'p2', 2)).toBeUndefined();
    expect(held(pool, id)).toBe(900 * (3 + 2 + 3 + 3));
  });

  test('may come after all: then everything is as it was', () => {
    const { pool, id } = ordered();
    const before = pool.state;
    expect(away(pool, id, 'p1')).toBeUndefined();
    expect(away(pool, id, 'p1', 1, true)).toBeUndefined();
    expect(pool.commission(id).heldByLot).toEqual(before.commissions[id]?.heldByLot);
    expect(pool.state.lots).toEqual(before.lots);
    expect(sharesOf(pool.state, pool.commission(id), 1).get('p1')).toBe(1800);
  });

  test('may say so before the money is held', () => {
    const { pool, id } = ordered({ heldAhead: 1 });
    expect(pool.commission(id).sessionStatuses).toEqual(['held', 'planned', 'planned', 'planned']);
    expect(away(pool, id, 'p0', 3)).toBeUndefined();
    expect(pool.commission(id).sessionStatuses[2]).toBe('planned');
    pool.wait(14);
    for (const n of [1, 2, 3]) {
      pool.deliver(id, n);
      pool.confirm(id, n);
      pool.wait(7);
    }
    const spent = (person: string): number =>
      20_000 -
      ofPerson(pool, id, person) -
      Object.values(pool.state.lots).reduce((sum, lot) => sum + (lot.personId === person ? lot.freePence : 0), 0);
    expect(people(3).map(spent)).toEqual([3600, 6300, 6300]);
  });

  test.each([
    ['when the agreement says that all pay', {}, { absence: 'pay' as const }, 'absence-is-paid'],
    ['when too few would come', { minPeople: 3 }, FREE, 'others-would-not-cover'],
  ])('still pays %s', (_, deal, terms, code) => {
    const { pool, id } = ordered(deal, terms);
    const before = pool.state;
    expect(away(pool, id, 'p1')).toBe(code);
    expect(pool.state).toBe(before);
  });

  test('still pays when another would pay a penny more than they agreed to, or have', () => {
    const { pool, id } = ordered({}, FREE, 2699);
    expect(away(pool, id, 'p1')).toBe('others-would-not-cover');
    const poor = ordered({ pricePence: 12_000, sessions: 5, heldAhead: 5 }, FREE, 6000);
    expect(ofPerson(poor.pool, poor.id, 'p0')).toBe(20_000);
    expect(away(poor.pool, poor.id, 'p1')).toBe('others-would-not-cover');
    expect(held(poor.pool, poor.id)).toBe(60_000);
  });

  test('can say so until the offer’s notice begins, and not at all once the session has been', () => {
    const { pool, id } = ordered({ cancellation: { ...ORDER.cancellation, hours: 48 } });
    pool.wait(11.95);
    expect(pool.at > `${addDays(TODAY, 12)}T09:45`).toBe(true);
    expect(away(pool, id, 'p0')).toBeUndefined();
    expect(away(pool, id, 'p0', 1, true)).toBeUndefined();
    pool.wait(0.25);
    expect(away(pool, id, 'p0')).toBe('too-late-for-absence');
    const atOnce = ordered({ cancellation: { ...ORDER.cancellation, hours: 0 } });
    atOnce.pool.wait(13.9);
    expect(away(atOnce.pool, atOnce.id, 'p0')).toBeUndefined();
    atOnce.pool.wait(1);
    expect(away(atOnce.pool, atOnce.id, 'p1')).toBe('too-late-for-absence');
    atOnce.pool.deliver(atOnce.id, 1);
    expect(away(atOnce.pool, atOnce.id, 'p1')).toBe('session-over');
  });

  test('is one of those who joined: to anybody else there is nothing', () => {
    const { pool, id } = ordered();
    for (const [person, n] of [
      ['stranger', 1],
      [OWNER, 1],
      ['p0', 5],
    ] as const)
      expect(away(pool, id, person, n)).toBe('not-found');
    pool.does(OWNER, { type: 'cancel', id, ownedEnterpriseIds: [ENTERPRISE] });
    expect(away(pool, id, 'p0')).toBe('commission-over');
  });
});

test('whoever comes and goes, each holds exactly their own shares', () => {
  const turn = fc.record({
    person: fc.constantFrom(...people(4)),
    n: fc.integer({ min: 1, max: 4 }),
    comes: fc.boolean(),
  });
  let changed = 0;
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 12 }),
      fc.integer({ min: 1, max: 8000 }),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (turns, price, least, perPerson) => {
        const pool = new TestPool(people(4), FREE);
        for (const [i, person] of people(4).entries()) {
          pool.give(person, 9000, addDays(TODAY, 21 + i));
          pool.give(person, 12_000, addDays(TODAY, 80));
        }
        const id = pool.agree(
          { pricePence: price, minPeople: least, priceModel: perPerson ? 'per-person' : 'per-session' },
          4000,
        );
        if (!pool.state.commissions[id]) return;
        const has = () =>
          people(4).map((person) =>
            Object.values(pool.state.lots).reduce(
              (sum, lot) => sum + (lot.personId === person ? lot.freePence : 0),
              ofPerson(pool, id, person),
            ),
          );
        for (const { person, n, comes } of turns) if (away(pool, id, person, n, comes) === undefined) changed++;
        const commission = pool.commission(id);
        expect(has()).toEqual(people(4).map(() => 21_000));
        expect(commission.sessionStatuses).toEqual(['held', 'held', 'held', 'held']);
        for (const person of people(4)) {
          const due = [1, 2, 3, 4].reduce((sum, n) => sum + (sharesOf(pool.state, commission, n).get(person) ?? 0), 0);
          expect(ofPerson(pool, id, person)).toBe(due);
        }
        for (const n of [1, 2, 3, 4]) {
          const shares = [...sharesOf(pool.state, commission, n).values()];
          expect(shares.length).toBeGreaterThanOrEqual(least);
          expect(Math.max(...shares)).toBeLessThanOrEqual(4000);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(priceFor(dealAt(perPerson, price), shares.length));
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(100);
});

const dealAt = (perPerson: boolean, price: number): Order => ({
  ...ORDER,
  pricePence: price,
  priceModel: perPerson ? 'per-person' : 'per-session',
});
