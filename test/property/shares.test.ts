// How a price is split: always whole pence, always the whole price, and odd pennies go round.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from '../../functions/kernel/money.ts';
import { priceFor } from '../../functions/pools/journal/sessions.ts';

const price = fc.integer({ min: 0, max: 100_000_000 });
const people = fc.integer({ min: 1, max: 50 });
const session = fc.integer({ min: 1, max: 60 });

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

test('the shares of a price add up to it, are whole pence and differ by at most a penny', () => {
  fc.assert(
    fc.property(price, people, session, (pence, count, n) => {
      const split = shares(pence, count, n);
      expect(split).toHaveLength(count);
      expect(sum(split)).toBe(pence);
      expect(split.every(Number.isSafeInteger)).toBe(true);
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('over as many sessions in a row as there are people, everybody pays the same', () => {
  fc.assert(
    fc.property(price, people, session, (pence, count, first) => {
      const paid = new Array<number>(count).fill(0);
      for (let n = first; n < first + count; n++)
        for (const [i, share] of shares(pence, count, n).entries()) paid[i] = (paid[i] ?? 0) + share;
      expect(new Set(paid)).toEqual(new Set([pence]));
    }),
  );
});

test('after any number of sessions nobody has paid more than a penny more than another', () => {
  fc.assert(
    fc.property(price, people, session, (pence, count, sessions) => {
      const paid = new Array<number>(count).fill(0);
      for (let n = 1; n <= sessions; n++)
        for (const [i, share] of shares(pence, count, n).entries()) paid[i] = (paid[i] ?? 0) + share;
      expect(Math.max(...paid) - Math.min(...paid)).toBeLessThanOrEqual(1);
    }),
  );
});

test('when less than the price of a session is paid, nobody pays more than their share of it', () => {
  fc.assert(
    fc.property(price, price, people, session, (one, other, count, n) => {
      const [part, whole] = [Math.min(one, other), Math.max(one, other)];
      const odd = whole % count;
      const [paid, full] = [shares(part, count, n, odd), shares(whole, count, n, odd)];
      expect(sum(paid)).toBe(part);
      for (const [i, pence] of paid.entries()) expect(pence).toBeLessThanOrEqual(full[i] ?? -1);
    }),
  );
});

test('a per-person price is the same for everybody, a session’s price does not depend on who comes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), people, session, (pence, count, n) => {
      const whole = priceFor({ priceModel: 'per-person', pricePence: pence }, count);
      expect(new Set(shares(whole, count, n))).toEqual(new Set([pence]));
      expect(priceFor({ priceModel: 'per-session', pricePence: pence }, count)).toBe(pence);
    }),
  );
});
