// What a proposal costs me, as the pages of proposing and voting show it.
import { describe, expect, test } from 'vitest';
import { costOf, costsOf, type Deal } from '../../../web/src/pages/proposals/cost.ts';
import { people as crowd, heldSumsOf, TestPool } from '../../property/test-pool.ts';

const deal: Deal = {
  priceModel: 'per-session',
  pricePence: 5000,
  minPeople: 4,
  maxPeople: 12,
  sessions: 3,
  startsOn: '2026-12-01',
  everyDays: 7,
};

const lot = (freePence: number, endsOn = '2027-12-31') => ({
  lot: '1',
  allocationId: 'a',
  stream: 'social-care',
  endsOn,
  freePence,
  heldPence: 0,
});

describe('the cost of a proposal', () => {
  test('is shown for everybody and for the fewest that the offer needs', () => {
    const [everybody, fewest] = costsOf(deal, 6, [lot(5000)]);
    expect(everybody).toMatchObject({ people: 6, sharePence: 834, totalPence: 15_000, isExact: false });
    expect(fewest).toMatchObject({ people: 4, sharePence: 1250, myPence: 3750, leftPence: 1250, shortfallPence: 0 });
  });

  test('counts no more people than the offer has room for', () => {
    expect(costsOf({ ...deal, maxPeople: 5 }, 9, [])[0].people).toBe(5);
  });

  test('is never more in all than the odd pennies make it', () => {
    // 50.00 among 6 is 8.33 or 8.34: over three sessions two odd pennies of each go round.
    expect(costOf(deal, 6, []).myPence).toBe(2500);
  });

  test('is to the penny what the pool takes from whoever pays the first odd penny, for any price', () => {
    for (let pricePence = 1; pricePence < 60; pricePence++)
      for (let people = 1; people <= 7; people++) {
        const pool = new TestPool(crowd(people));
        for (const person of crowd(people)) pool.give(person, 10_000);
        const id = pool.agree({ pricePence, sessions: 9, heldAhead: 9, minPeople: 1 });
        const held = Math.max(...Object.values(heldSumsOf(pool.commission(id))));
        expect(costOf({ ...deal, pricePence, sessions: 9 }, people, []).myPence).toBe(held);
      }
  });

  test('of a price for each person is the same however many come', () => {
    const each = { ...deal, priceModel: 'per-person', pricePence: 700 } as const;
    const [everybody, fewest] = costsOf(each, 6, [lot(1000)]);
    expect(everybody).toMatchObject({ sharePence: 700, myPence: 2100, totalPence: 12_600, shortfallPence: 1100 });
    expect(fewest).toMatchObject({ sharePence: 700, totalPence: 8400 });
  });

  test('is not paid by money that ends before the session', () => {
    const cost = costOf(deal, 4, [lot(10_000, '2026-12-08')]);
    expect(cost).toMatchObject({ shortfallPence: 1250, leftPence: 7500 });
  });
});
