// How sums of money are written.
import { describe, expect, test } from 'vitest';
import { MAX_PENCE, pounds, poundsAndPence } from '../../functions/kernel/money.ts';

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
