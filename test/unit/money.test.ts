// Splitting and showing money; the properties that hold for every price are in test/property.
import { describe, expect, test } from 'vitest';
import { MAX_PENCE, pounds, poundsAndPence, shares } from '../../functions/kernel/money.ts';
import { dearestShare } from '../../functions/pools/journal/sessions.ts';

describe('shares', () => {
  test('of £54 for six people are £9 each', () => {
    expect(shares(5400, 6, 1)).toEqual([900, 900, 900, 900, 900, 900]);
  });

  test('of £10 for three people give the odd penny to each in turn', () => {
    expect(shares(1000, 3, 1)).toEqual([334, 333, 333]);
    expect(shares(1000, 3, 2)).toEqual([333, 334, 333]);
    expect(shares(1000, 3, 3)).toEqual([333, 333, 334]);
    expect(shares(1000, 3, 4)).toEqual([334, 333, 333]);
  });

  test('with several odd pennies continue where the previous session stopped', () => {
    expect(shares(5, 3, 1)).toEqual([2, 2, 1]);
    expect(shares(5, 3, 2)).toEqual([2, 1, 2]);
    expect(shares(5, 3, 3)).toEqual([1, 2, 2]);
  });

  test('of less than a penny each give some people nothing', () => {
    expect(shares(2, 4, 1)).toEqual([1, 1, 0, 0]);
    expect(shares(0, 3, 1)).toEqual([0, 0, 0]);
  });

  test('of the most that a pool may hold are exact', () => {
    const split = shares(MAX_PENCE, 49, 60);
    expect(split.reduce((sum, pence) => sum + pence, 0)).toBe(MAX_PENCE);
  });

  test('are never more than the largest share that people are shown', () => {
    for (let people = 1; people <= 12; people++)
      for (let n = 1; n <= people; n++)
        expect(Math.max(...shares(1001, people, n))).toBe(
          dearestShare({ priceModel: 'per-session', pricePence: 1001 }, people),
        );
    expect(dearestShare({ priceModel: 'per-person', pricePence: 1001 }, 7)).toBe(1001);
  });
});

describe('a sum of money', () => {
  test.each([
    [0, '£0', '£0.00'],
    [5, '£0.05', '£0.05'],
    [1200, '£12', '£12.00'],
    [123_450, '£1,234.50', '£1,234.50'],
    [MAX_PENCE, '£1,000,000', '£1,000,000.00'],
    [-250, '-£2.50', '-£2.50'],
  ])('of %i pence is %s for people and %s in accounts', (pence, forPeople, inAccounts) => {
    expect(pounds(pence)).toBe(forPeople);
    expect(poundsAndPence(pence)).toBe(inAccounts);
  });
});
