// What operations may cost in DynamoDB's units (functions/README.md, “Budgets”), on the real engine, by AWS's rules.
import { beforeAll, describe, expect, test } from 'vitest';
import { measureUnits, type Operation, type Units } from '../bench/units.ts';

let units: Record<Operation, Units>;

beforeAll(async () => {
  units = await measureUnits({ events: 1000 });
}, 60_000);

describe('a pool of six with three open commissions of twelve sessions each', () => {
  test.each(['propose', 'vote', 'hold', 'deliver', 'release', 'attend'] as const)(
    '%s writes one journal with at most 3 write units, its index included',
    (operation) => {
      const { write, itemBytes } = units[operation];
      expect(itemBytes).toHaveLength(1);
      expect(write).toBeLessThanOrEqual(3);
    },
  );

  test.each(['contribute', 'leave'] as const)(
    '%s writes two journals in one transaction with at most 10 write units, their indexes included',
    (operation) => {
      const { write, itemBytes } = units[operation];
      expect(itemBytes).toHaveLength(2);
      expect(write).toBeLessThanOrEqual(10);
    },
  );

  test.each(['contribute', 'vote', 'hold', 'deliver', 'release', 'attend', 'leave'] as const)(
    '%s writes nothing but journals when nobody gives words with it',
    (operation) => {
      expect(units[operation].ordinary).toBe(0);
    },
  );

  test.each(['poolPage', 'poolPageOld'] as const)(
    'its page (%s) takes at most 2 round trips and 2 read units, and writes nothing',
    (page) => {
      const { roundTrips, requests, read, write, ordinary } = units[page];
      expect(roundTrips).toBeLessThanOrEqual(2);
      expect(requests).toBeLessThanOrEqual(2);
      expect(read).toBeLessThanOrEqual(2);
      expect(write + ordinary).toBe(0);
    },
  );

  test('the engine reports what AWS’s rules come to, but for the index in transactions', () => {
    for (const [operation, { write, ordinary, read, reported, itemBytes }] of Object.entries(units)) {
      // The embedded engine counts a transaction's index entries once, AWS twice: one unit for each of the journals.
      const once = itemBytes.length > 1 ? itemBytes.length : 0;
      expect([operation, reported]).toEqual([operation, write + ordinary + read - once]);
    }
  });
});
