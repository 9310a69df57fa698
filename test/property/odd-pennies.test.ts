// Odd pennies go round: over any run of sessions of the same people nobody pays over a penny more than another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPoolAccount } from '../../functions/journal/accounts.ts';
import { addDays } from '../../functions/kernel/clock.ts';
import { ENTERPRISE, OWNER, people, TestPool } from './test-pool.ts';

const count = fc.integer({ min: 2, max: 7 });
const price = fc.integer({ min: 1, max: 3000 });

function rich(members: number): TestPool {
  const pool = new TestPool(people(members), { absence: 'free-with-notice' });
  for (const person of people(members)) pool.give(person, 900_000);
  return pool;
}

/** What each person paid with each decision that paid anything, oldest first. */
function payments(pool: TestPool): Map<string, number>[] {
  return pool.decisions.flatMap(({ postings }) => {
    const paid = new Map<string, number>();
    for (const { from, to, amount } of postings) {
      const account = readPoolAccount(from);
      if (readPoolAccount(to).type !== 'payable' || account.type !== 'held') continue;
      const person = pool.state.lots[account.lot ?? '']?.personId ?? '';
      paid.set(person, (paid.get(person) ?? 0) + amount);
    }
    return paid.size > 0 ? [paid] : [];
  });
}

/** By how much some have paid more than others in these payments together. */
function spread(paid: readonly Map<string, number>[], members: readonly string[]): number {
  const sums = members.map((person) => paid.reduce((sum, one) => sum + (one.get(person) ?? 0), 0));
  return Math.max(...sums) - Math.min(...sums);
}

/** Every run of payments is fair to these people. */
function expectFairRuns(paid: readonly Map<string, number>[], members: readonly string[]): void {
  for (let from = 0; from < paid.length; from++)
    for (let to = from + 1; to <= paid.length; to++)
      expect(spread(paid.slice(from, to), members)).toBeLessThanOrEqual(1);
}

/** Delivers and confirms sessions of an order, one day after another. */
function dance(pool: TestPool, id: string, sessions: readonly number[]): void {
  for (const n of sessions) {
    pool.deliver(id, n);
    pool.confirm(id, n);
    pool.wait(1);
  }
}
const from1 = (sessions: number): number[] => Array.from({ length: sessions }, (_, i) => i + 1);

test('over any run of the sessions of one order, however many are held ahead', () => {
  fc.assert(
    fc.property(count, price, fc.integer({ min: 1, max: 12 }), fc.nat(), (members, pricePence, sessions, ahead) => {
      const pool = rich(members);
      const id = pool.agree({ pricePence, sessions, everyDays: 1, heldAhead: 1 + (ahead % sessions) });
      pool.accept(id);
      pool.wait(14);
      dance(pool, id, from1(sessions));
      const paid = payments(pool);
      expect(paid).toHaveLength(sessions);
      expectFairRuns(paid, people(members));
    }),
    { numRuns: 60 },
  );
});

test('over any run of orders of one session each, also when earlier ones have left the pool’s state', () => {
  fc.assert(
    fc.property(
      count,
      fc.array(price, { minLength: 2, maxLength: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (members, prices, gap) => {
        const pool = rich(members);
        for (const pricePence of prices) {
          const startsOn = addDays(pool.at.slice(0, 10), 1);
          const id = pool.agree({ pricePence, sessions: 1, heldAhead: 1, startsOn });
          pool.accept(id);
          pool.wait(1);
          dance(pool, id, [1]);
          pool.wait(gap);
        }
        expectFairRuns(payments(pool), people(members));
      },
    ),
    { numRuns: 60 },
  );
});

test('over charges for cancelling late, session by session and for a whole order at once', () => {
  fc.assert(
    fc.property(
      count,
      price,
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
      (members, pricePence, chargePercent, isAtOnce) => {
        const pool = rich(members);
        // Of a charge within some pence of the price only who set an odd penny aside can pay one.
        const whole = Math.floor(pricePence / members) * members;
        fc.pre(Math.floor((pricePence * chargePercent) / 100) < Math.max(whole, 1));
        const cancellation = { hours: 24 * 30, chargePercent };
        const id = pool.agree({ pricePence, sessions: 6, everyDays: 1, heldAhead: 6, cancellation });
        pool.accept(id);
        const ideas = isAtOnce ? [{}] : from1(6).map((session) => ({ session }));
        for (const [i, idea] of ideas.entries()) {
          const vote = `stop${i}`;
          pool.does('p0', {
            type: 'propose',
            id: vote,
            barred: [],
            idea: { kind: 'cancel', commissionId: id, ...idea },
          });
          for (const person of people(members))
            pool.does(person, {
              type: 'vote',
              id: vote,
              vote: { choice: 'agree', joining: false },
              ownedEnterpriseIds: [],
            });
        }
        const paid = payments(pool);
        expect(spread(paid, people(members))).toBeLessThanOrEqual(1);
        if (!isAtOnce) expectFairRuns(paid, people(members));
      },
    ),
    { numRuns: 60 },
  );
});

test('over part payments that end disputes, and over charges of orders that were made before any was charged', () => {
  fc.assert(
    fc.property(count, price, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (members, pricePence, parts) => {
      const pool = rich(members);
      const ids = parts.map(() => pool.agree({ pricePence, sessions: 1, heldAhead: 1 }));
      for (const id of ids) pool.accept(id);
      pool.wait(14);
      for (const [i, id] of ids.entries()) {
        pool.does('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] });
        // Below what divides evenly, so that anybody can pay the odd penny.
        const payPence = (parts[i] ?? 0) % (Math.floor(pricePence / members) * members + 1);
        pool.does('broker', { type: 'resolve', id, n: 1, side: 'referee', payPence, ownedEnterpriseIds: [] });
      }
      expectFairRuns(payments(pool), people(members));
    }),
    { numRuns: 60 },
  );
});

test('over what is left of an order when some of its sessions are cancelled', () => {
  fc.assert(
    fc.property(
      count,
      price,
      fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 8 }),
      (members, pricePence, gone) => {
        const pool = rich(members);
        const id = pool.agree({ pricePence, sessions: 10, everyDays: 1, heldAhead: 10 });
        pool.accept(id);
        for (const n of gone) pool.does(OWNER, { type: 'cancel', id, n, ownedEnterpriseIds: [ENTERPRISE] });
        pool.wait(14);
        for (const n of from1(10)) {
          if (!gone.includes(n)) dance(pool, id, [n]);
          else pool.wait(1);
        }
        expectFairRuns(payments(pool), people(members));
      },
    ),
    { numRuns: 60 },
  );
});

test('over the sessions to which the same people come, where some cannot come to others', () => {
  fc.assert(
    fc.property(
      price,
      fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 10, maxLength: 10 }),
      (pricePence, away) => {
        const members = people(4);
        const pool = rich(4);
        const deal = { pricePence, sessions: 10, everyDays: 1, heldAhead: 10, minPeople: 1 };
        const id = pool.agree(deal, 4000);
        pool.accept(id);
        for (const [i, one] of away.entries()) if (one >= 0) pool.does(`p${one}`, { type: 'stay-away', id, n: i + 1 });
        pool.wait(14);
        dance(pool, id, from1(10));
        const paid = payments(pool);
        for (const missing of [-1, 0, 1, 2, 3])
          expectFairRuns(
            paid.filter((_, i) => away[i] === missing),
            members.filter((_, i) => i !== missing),
          );
      },
    ),
    { numRuns: 60 },
  );
});

test('over orders of one session each that are made before any of them takes place', () => {
  fc.assert(
    fc.property(count, price, fc.integer({ min: 2, max: 8 }), (members, pricePence, orders) => {
      const pool = rich(members);
      const ids = from1(orders).map(() => pool.agree({ pricePence, sessions: 1, heldAhead: 1 }));
      for (const id of ids) pool.accept(id);
      pool.wait(14);
      for (const id of ids) {
        pool.deliver(id, 1);
        pool.confirm(id, 1);
      }
      expectFairRuns(payments(pool), people(members));
    }),
    { numRuns: 60 },
  );
});
