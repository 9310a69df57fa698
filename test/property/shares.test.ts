// How a price is split: always whole pence, always the whole price, nobody more than a penny above another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PENCE } from '../../functions/kernel/money.ts';
import { type Commission, EMPTY_POOL } from '../../functions/pools/journal/pool-state.ts';
import { dearestShare, priceFor } from '../../functions/pools/journal/sessions.ts';
import { type Shares, splitOf, splitsAhead } from '../../functions/pools/journal/split.ts';
import { ORDER, people } from './test-pool.ts';

const price = fc.integer({ min: 1, max: 100_000_000 });
const count = fc.integer({ min: 1, max: 50 });
const sessions = fc.integer({ min: 1, max: 60 });

const order = (pricePence: number, members: number, many: number, priceModel = ORDER.priceModel): Commission => ({
  ...ORDER,
  priceModel,
  pricePence,
  sessions: many,
  status: 'requested',
  answerBy: '',
  participants: people(members).map((personId) => ({ personId, upToPence: pricePence })),
  heldByLot: {},
  earnedByCustody: {},
  sessionStatuses: Array.from({ length: many }, () => 'planned' as const),
  settlements: {},
});
const amounts = (shares: Shares): number[] => [...shares.values()];
const sum = (pence: readonly number[]): number => pence.reduce((a, b) => a + b, 0);

describe('shares', () => {
  const first = (pence: number, members: number, many: number) =>
    splitsAhead(EMPTY_POOL, order(pence, members, many), many).map(amounts);

  test('of £54 for six people are £9 each', () => {
    expect(first(5400, 6, 1)).toEqual([[900, 900, 900, 900, 900, 900]]);
  });

  test('of £10 for three people give the odd penny to each in turn', () => {
    expect(first(1000, 3, 4)).toEqual([
      [334, 333, 333],
      [333, 334, 333],
      [333, 333, 334],
      [334, 333, 333],
    ]);
  });

  test('with several odd pennies continue where the previous session stopped', () => {
    expect(first(5, 3, 3)).toEqual([
      [2, 2, 1],
      [2, 1, 2],
      [1, 2, 2],
    ]);
  });

  test('of less than a penny each give some people nothing', () => {
    expect(first(2, 4, 1)).toEqual([[1, 1, 0, 0]]);
  });

  test('of the most that a pool may hold are exact', () => {
    expect(sum(first(MAX_PENCE, 49, 60).at(-1) ?? [])).toBe(MAX_PENCE);
  });

  test('are never more than the dearest share that people are shown', () => {
    for (let members = 1; members <= 12; members++)
      for (const split of first(1001, members, members))
        expect(Math.max(...split)).toBe(dearestShare({ priceModel: 'per-session', pricePence: 1001 }, members));
    expect(dearestShare({ priceModel: 'per-person', pricePence: 1001 }, 7)).toBe(1001);
  });
});

test('the shares of a price add up to it, are whole pence and differ by at most a penny', () => {
  fc.assert(
    fc.property(price, count, (pence, members) => {
      const split = amounts(splitOf(EMPTY_POOL, order(pence, members, 1), 1));
      expect(split).toHaveLength(members);
      expect(sum(split)).toBe(pence);
      expect(split.every(Number.isSafeInteger)).toBe(true);
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('over as many sessions in a row as there are people, everybody pays the same; over any number, within a penny', () => {
  fc.assert(
    fc.property(price, count, sessions, (pence, members, many) => {
      const splits = splitsAhead(EMPTY_POOL, order(pence, members, many), many).map(amounts);
      for (let from = 0; from < many; from++) {
        const paid = new Array<number>(members).fill(0);
        for (const [i, split] of splits.slice(from).entries()) {
          for (const [person, share] of split.entries()) paid[person] = (paid[person] ?? 0) + share;
          expect(Math.max(...paid) - Math.min(...paid)).toBeLessThanOrEqual(1);
          if (i + 1 === members) expect(new Set(paid)).toEqual(new Set([pence]));
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a per-person price is the same for everybody, a session’s price does not depend on who comes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), count, (pence, members) => {
      const split = amounts(splitOf(EMPTY_POOL, order(pence, members, 1, 'per-person'), 1));
      expect(new Set(split)).toEqual(new Set([pence]));
      expect(priceFor({ priceModel: 'per-session', pricePence: pence }, members)).toBe(pence);
    }),
  );
});
