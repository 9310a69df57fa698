// Money set aside for an order: from whose lots, until when, where it goes when a session is paid for, and how it comes back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPoolAccount } from '../../functions/journal/accounts.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { attendeesOf, priceFor, sessionDay } from '../../functions/pools/journal/sessions.ts';
import { sharesOf } from '../../functions/pools/journal/split.ts';
import { ENTERPRISE, heldSumsOf, moved, OWNER, people, TestPool, TODAY, total } from './test-pool.ts';

/** Each person's lots: how many pence, and for how many days from today. */
const lot = fc.record({ pence: fc.integer({ min: 1, max: 20_000 }), days: fc.integer({ min: 10, max: 90 }) });
const scene = fc.record({
  purses: fc.array(fc.array(lot, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  perPerson: fc.boolean(),
  price: fc.integer({ min: 1, max: 6000 }),
  sessions: fc.integer({ min: 1, max: 6 }),
  charge: fc.integer({ min: 0, max: 100 }),
  hours: fc.constantFrom(0, 24, 48, 24 * 15, 24 * 30),
});
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

/** The order as agreed, or undefined when its money is not there. */
function order({ purses, perPerson, price, sessions, charge, hours }: Scene, everyDays = 7) {
  const pool = new TestPool(people(purses.length));
  for (const [i, lots] of purses.entries())
    for (const [j, { pence, days }] of lots.entries()) pool.give(`p${i}`, pence, addDays(TODAY, days), `p${i}-${j}`);
  const before = pool.free();
  const id = pool.agree(
    {
      priceModel: perPerson ? 'per-person' : 'per-session',
      pricePence: price,
      sessions,
      cancellation: { hours, chargePercent: charge },
      heldAhead: sessions,
      everyDays,
    },
    1_000_000,
  );
  if (!pool.state.commissions[id]) return undefined;
  const commission = pool.commission(id);
  return { pool, id, before, cost: priceFor(commission, purses.length), days: sessionDays(commission) };
}

const sessionDays = (deal: { startsOn: string; everyDays: number; sessions: number }): string[] =>
  Array.from({ length: deal.sessions }, (_, i) => sessionDay(deal, i + 1));

/** Runs a property on orders whose money is there; most scenes are rich enough. */
function onOrders(check: (made: NonNullable<ReturnType<typeof order>>, turns: number[]) => void, everyDays = 7): void {
  const shuffled = scene.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.shuffledSubarray(
        Array.from({ length: one.sessions }, (_, i) => i + 1),
        { minLength: one.sessions },
      ),
    ),
  );
  let made = 0;
  fc.assert(
    fc.property(shuffled, ([one, turns]) => {
      const found = order(one, everyDays);
      if (!found) return;
      made++;
      check(found, turns);
    }),
    { numRuns: 200 },
  );
  expect(made).toBeGreaterThan(40);
}

describe('a hold', () => {
  test('is the price of the sessions, of each person their shares, and nobody else’s', () => {
    onOrders(({ pool, id, cost, before }) => {
      const commission = pool.commission(id);
      expect(total(heldSumsOf(commission))).toBe(cost * commission.sessions);
      for (const { personId: person } of commission.participants) {
        let due = 0;
        for (let n = 1; n <= commission.sessions; n++) due += sharesOf(pool.state, commission, n).get(person) ?? 0;
        const own = Object.keys(heldSumsOf(commission)).filter((n) => pool.state.lots[n]?.personId === person);
        expect(own.reduce((sum, n) => sum + (heldSumsOf(commission)[n] ?? 0), 0)).toBe(due);
      }
      for (const [n, pence] of Object.entries(before))
        expect((pool.state.lots[n]?.freePence ?? 0) + (heldSumsOf(commission)[n] ?? 0)).toBe(pence);
    });
  });

  test('never counts on a lot for a session after its end', () => {
    onOrders(({ pool, id, days }) => {
      const commission = pool.commission(id);
      for (const { personId: person } of commission.participants)
        for (const day of days) {
          const later = days.flatMap((one, i) =>
            one >= day ? (sharesOf(pool.state, commission, i + 1).get(person) ?? 0) : [],
          );
          const lasting = Object.entries(heldSumsOf(commission)).filter(([n]) => {
            const one = pool.state.lots[n];
            return one?.personId === person && one.endsOn >= day;
          });
          const has = lasting.reduce((sum, [, pence]) => sum + pence, 0);
          expect(has).toBeGreaterThanOrEqual(later.reduce((sum, pence) => sum + pence, 0));
        }
    });
  });

  test('uses the earliest-ending lots first', () => {
    onOrders(({ pool, id, days }) => {
      const last = days.at(-1) ?? '';
      for (const n of Object.keys(pool.commission(id).heldByLot)) {
        const used = pool.state.lots[n];
        for (const other of Object.values(pool.state.lots))
          if (used && other.personId === used.personId && other.endsOn >= last && other.endsOn < used.endsOn)
            expect(other.freePence).toBe(0);
      }
    });
  });

  test('leaves everything alone when anybody lacks a penny of it', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const pool = new TestPool(people(one.purses.length));
        for (const [i, lots] of one.purses.entries())
          for (const [j, { pence, days }] of lots.entries())
            pool.give(`p${i}`, pence, addDays(TODAY, days), `p${i}-${j}`);
        const before = pool.free();
        const id = pool.agree({
          pricePence: 20_000 * 4 * 6 * one.purses.length,
          heldAhead: one.sessions,
          sessions: one.sessions,
        });
        expect(pool.state.commissions[id]).toBeUndefined();
        expect(pool.state.proposals[id]?.status).toBe('waiting');
        expect(pool.free()).toEqual(before);
      }),
    );
  });
});

describe('money that is not released', () => {
  test.each([
    [
      'is refused',
      (pool: TestPool, id: string) => pool.does(OWNER, { type: 'refuse', id, ownedEnterpriseIds: [ENTERPRISE] }),
    ],
    ['expires', (pool: TestPool) => pool.wait(14)],
    [
      'is cancelled by the enterprise',
      (pool: TestPool, id: string) => pool.does(OWNER, { type: 'cancel', id, ownedEnterpriseIds: [ENTERPRISE] }),
    ],
    [
      'is accepted and then cancelled by the enterprise, session by session',
      (pool: TestPool, id: string) => {
        pool.accept(id);
        for (let n = pool.commission(id).sessions; n > 0; n--)
          pool.does(OWNER, { type: 'cancel', id, n, ownedEnterpriseIds: [ENTERPRISE] });
      },
    ],
    [
      'is accepted and never marked as delivered',
      (pool: TestPool, id: string) => {
        pool.accept(id);
        pool.wait(200);
      },
    ],
  ])('comes back to each lot to the penny when the order %s', (_, end) => {
    onOrders(({ pool, id, before }) => {
      end(pool, id);
      expect(pool.free()).toEqual(before);
      expect(pool.state.releasedPence).toBe(0);
      expect(pool.state.commissions[id]?.heldByLot ?? {}).toEqual({});
    });
  });
});

describe('a release', () => {
  test('pays the price of one session out of the hold, in whatever order the sessions are confirmed', () => {
    onOrders(({ pool, id, cost }, turns) => {
      const free = pool.free();
      pool.accept(id);
      pool.wait(14 + turns.length);
      // Those that nobody marks are settled back in two weeks: so they are daily, and all delivered before any is confirmed.
      for (const n of turns) pool.deliver(id, n);
      for (const [i, n] of turns.entries()) {
        const paid = pool.confirm(id, n);
        expect(moved(paid, 'held:', 'payable:')).toBe(cost);
        expect(moved(paid, 'held:', 'lot:')).toBe(0);
        expect(pool.state.releasedPence).toBe(cost * (i + 1));
      }
      expect(pool.commission(id).status).toBe('done');
      expect(pool.free()).toEqual(free);
    }, 1);
  });

  test('comes by itself seven days after delivery, not a minute before', () => {
    onOrders(({ pool, id, cost }) => {
      pool.accept(id);
      pool.wait(14);
      pool.deliver(id, 1);
      pool.wait(7 - 1 / 1440);
      expect(pool.state.releasedPence).toBe(0);
      pool.wait(1 / 1440);
      expect(pool.state.releasedPence).toBe(cost);
    });
  });

  test('happens once, whoever asks again', () => {
    onOrders(({ pool, id, cost }) => {
      pool.accept(id);
      pool.wait(14);
      pool.deliver(id, 1);
      pool.confirm(id, 1);
      expect(pool.try('p0', { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] })).toBe('session-over');
      expect(pool.try('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] })).toBe('session-over');
      expect(pool.try(OWNER, { type: 'deliver', id, n: 1, ownedEnterpriseIds: [ENTERPRISE] })).toMatch(/-over$/);
      expect(pool.state.releasedPence).toBe(cost);
    });
  });
});

test('a dispute that ends with a part: what is paid and what goes back add up to the price, and nobody pays above their share', () => {
  fc.assert(
    fc.property(scene, fc.nat(), fc.boolean(), (one, some, byBoth) => {
      const made = order(one);
      if (!made) return;
      const { pool, id, cost } = made;
      const pence = some % (cost + 1);
      pool.accept(id);
      pool.wait(14);
      pool.does('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] });
      const full = sharesOf(pool.state, pool.commission(id), 1);
      if (byBoth) {
        pool.does('p0', { type: 'resolve', id, n: 1, side: 'pool', payPence: pence, ownedEnterpriseIds: [] });
        expect(pool.commission(id).sessionStatuses[0]).toBe('disputed');
        pool.does(OWNER, {
          type: 'resolve',
          id,
          n: 1,
          side: 'enterprise',
          payPence: pence,
          ownedEnterpriseIds: [ENTERPRISE],
        });
      } else
        pool.does('broker', { type: 'resolve', id, n: 1, side: 'referee', payPence: pence, ownedEnterpriseIds: [] });
      expect(moved(pool.last, 'held:', 'payable:')).toBe(pence);
      // Less what others set aside anew for the odd pennies of later sessions.
      const back = moved(pool.last, 'held:', 'lot:') - moved(pool.last, 'lot:', 'held:');
      expect(moved(pool.last, 'held:', 'payable:') + back).toBe(cost);
      expect(pool.commission(id).sessionStatuses[0]).toBe(pence > 0 ? 'released' : 'cancelled');
      for (const [person, share] of full) {
        const paid = pool.last.postings
          .filter(({ to }) => readPoolAccount(to).type === 'payable')
          .filter(({ from }) => {
            const account = readPoolAccount(from);
            return account.type === 'held' && pool.state.lots[account.lot ?? '']?.personId === person;
          })
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(paid).toBeLessThanOrEqual(share);
      }
    }),
  );
});

test('a dispute never ends above the price', () => {
  onOrders(({ pool, id, cost }) => {
    pool.accept(id);
    pool.wait(14);
    pool.does('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] });
    for (const side of ['pool', 'referee'] as const)
      expect(pool.try('p0', { type: 'resolve', id, n: 1, side, payPence: cost + 1, ownedEnterpriseIds: [] })).toBe(
        'more-than-price',
      );
  });
});

test('cancelling by the pool costs the terms’ part of each session that is too near, rounded down, and nothing of the others', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 30 }), (one, days) => {
      const made = order(one);
      if (!made) return;
      const { pool, id, cost } = made;
      pool.accept(id);
      pool.wait(days);
      if (!pool.state.commissions[id]?.sessionStatuses.some((status) => status === 'held')) return;
      const commission = pool.commission(id);
      pool.does('p0', { type: 'propose', id: 'stop', barred: [], idea: { kind: 'cancel', commissionId: id } });
      for (const person of Object.keys(pool.state.members))
        pool.does(person, {
          type: 'vote',
          id: 'stop',
          vote: { choice: 'agree', joining: false },
          ownedEnterpriseIds: [],
        });
      let due = 0;
      for (let n = 1; n <= commission.sessions; n++) {
        const starts =
          Date.parse(`${sessionDay(commission, n)}T10:00:00Z`) -
          (sessionDay(commission, n) >= '2026-03-29' ? 3_600_000 : 0);
        const left = starts - Date.parse(pool.at);
        const upcoming = left > 0;
        const charge = upcoming && left < one.hours * 3_600_000 ? Math.floor((cost * one.charge) / 100) : 0;
        due += charge;
        const isForgotten = sessionDay(commission, n) <= addDays(dayOf(pool.at), -14);
        const expected = !upcoming && !isForgotten ? 'held' : charge > 0 ? 'released' : 'cancelled';
        expect(pool.commission(id).sessionStatuses[n - 1]).toBe(expected);
      }
      expect(moved(pool.last, 'held:', 'payable:')).toBe(due);
      const past = pool.commission(id).sessionStatuses.filter((status) => status === 'held').length;
      const forgotten = commission.sessionStatuses.filter((status) => status === 'cancelled').length;
      expect(moved(pool.last, 'held:', 'lot:')).toBe(cost * (commission.sessions - past - forgotten) - due);
    }),
    { numRuns: 200 },
  );
});

test('with fewer sessions held ahead, each release holds the next from the same people within what they agreed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 2, max: 8 }),
      (count, ahead, price, sessions) => {
        const pool = new TestPool(people(count));
        for (const person of people(count)) pool.give(person, price * sessions);
        const id = pool.agree({ pricePence: price, sessions, heldAhead: Math.min(ahead, sessions), everyDays: 14 });
        pool.accept(id);
        pool.wait(14);
        for (let n = 1; n <= sessions; n++) {
          const held = pool.commission(id).sessionStatuses.filter((status) => status === 'held').length;
          expect(held).toBe(Math.min(ahead, sessions - n + 1));
          expect(total(heldSumsOf(pool.commission(id)))).toBe(price * held);
          pool.deliver(id, n);
          pool.confirm(id, n);
          pool.wait(14);
        }
        expect(pool.state.releasedPence).toBe(price * sessions);
      },
    ),
  );
});

test('everybody who comes takes part in every session until they leave', () => {
  onOrders(({ pool, id }) => {
    const commission = pool.commission(id);
    for (let n = 1; n <= commission.sessions; n++) expect(attendeesOf(commission, n)).toEqual(commission.participants);
  });
});
