// One allocation's money: instalments, reductions, standing contributions and its end, whatever order things come in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AllocationCommand } from '../../functions/allocations/journal/allocation-commands.ts';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import { type AllocationState, totalPooledPence } from '../../functions/allocations/journal/allocation-state.ts';
import {
  availablePence,
  instalmentsBy,
  instalmentsOf,
  standingDue,
} from '../../functions/allocations/journal/instalments.ts';
import { addDays, dayOf, daysBetween } from '../../functions/kernel/clock.ts';
import { INSTALMENTS } from '../../functions/kernel/words.ts';

const FIRST_DAY = '2026-01-05';
const at = (day: string, hour = '12:00'): string => `${day}T${hour}:00.000Z`;

const grant = fc.record({
  granted: fc.integer({ min: 1, max: 5_000_000 }),
  days: fc.integer({ min: 0, max: 400 }),
  instalment: fc.constantFrom(...INSTALMENTS),
});
type Granted = typeof grant extends fc.Arbitrary<infer Value> ? Value : never;

class TestAllocation {
  state: AllocationState = allocationReducer.empty;
  /** What was refused last, if the last command was. */
  refused: string | undefined;

  constructor({ granted, days, instalment }: Granted) {
    this.does(FIRST_DAY, {
      type: 'grant',
      ...{ id: 'a', personId: 'rosa', funder: 'council', stream: 'social-care', custody: 'funder', pooling: true },
      ...{
        grantedPence: granted,
        instalment,
        startsOn: FIRST_DAY,
        endsOn: addDays(FIRST_DAY, days),
        outcomes: ['friendship'],
      },
    });
  }

  /** Takes the steps that are due, then carries the command out if it is not refused. */
  does(day: string, command: AllocationCommand, by = 'rosa'): void {
    for (
      let due = allocationReducer.dueStep(this.state, at(day));
      due;
      due = allocationReducer.dueStep(this.state, at(day))
    )
      this.decide(day, due.command, 'clock');
    this.decide(day, command, by);
  }

  private decide(day: string, command: AllocationCommand, by: string): void {
    const decided = allocationReducer.decide(this.state, command, at(day), {
      idempotencyHash: '',
      bodyHash: '',
      actorId: by,
    });
    this.refused = decided.ok ? undefined : decided.refusal.code;
    if (decided.ok) this.state = decided.value.state;
  }
}

describe('what is available', () => {
  test('only grows until the end, is never negative, and is the whole grant in the end', () => {
    fc.assert(
      fc.property(grant, (granted) => {
        const { state } = new TestAllocation(granted);
        let last = 0;
        for (let i = 0; i <= granted.days; i += Math.max(1, Math.floor(granted.days / 60))) {
          const now = availablePence(state, at(addDays(FIRST_DAY, i)));
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
        expect(availablePence(state, at(state.endsOn))).toBe(granted.granted);
        expect(availablePence(state, at(addDays(FIRST_DAY, -1)))).toBe(0);
        expect(availablePence(state, at(addDays(state.endsOn, 1)))).toBe(0);
      }),
    );
  });

  test('comes in instalments that are equal to the penny, one for each whole period', () => {
    fc.assert(
      fc.property(grant, (granted) => {
        const { state } = new TestAllocation(granted);
        const every = { once: 10_000, weekly: 7, 'four-weekly': 28 }[granted.instalment];
        const all = instalmentsOf(state);
        const days = granted.days + 1;
        expect(all).toBe(Math.max(1, Math.floor(days / every)));
        expect(instalmentsBy(state, state.endsOn)).toBe(all);
        const come: number[] = [];
        for (let k = 0; k < all; k++) {
          const day = addDays(FIRST_DAY, k * every);
          expect(instalmentsBy(state, day)).toBe(k + 1);
          if (k > 0) expect(instalmentsBy(state, addDays(day, -1))).toBe(k);
          come.push(availablePence(state, at(day)));
        }
        const parts = come.map((pence, i) => pence - (come[i - 1] ?? 0));
        expect(parts.reduce((sum, pence) => sum + pence, 0)).toBe(granted.granted);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('changes at midnight in London, in summer an hour before midnight UTC', () => {
    const { state } = new TestAllocation({ granted: 700, days: 364, instalment: 'weekly' });
    const week = addDays(FIRST_DAY, 7 * 20);
    const evening = addDays(week, -1);
    expect(availablePence(state, `${evening}T22:59:59.999Z`)).toBeLessThan(
      availablePence(state, `${evening}T23:00:00.000Z`),
    );
    const winter = addDays(FIRST_DAY, 6);
    expect(availablePence(state, `${winter}T23:30:00.000Z`)).toBe(availablePence(state, at(winter)));
  });
});

const action = fc.record({
  verb: fc.constantFrom('put', 'put', 'put', 'home', 'home', 'reduce', 'standing', 'pay', 'miss', 'stop'),
  pool: fc.constantFrom('x', 'y'),
  part: fc.double({ min: 0, max: 1.2, noNaN: true }),
  days: fc.integer({ min: 0, max: 40 }),
});
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** Does, or tries to do, one thing; what is refused changes nothing. */
function perform(one: TestAllocation, day: string, { verb, pool, part, days }: Action): void {
  const { state } = one;
  const some = (of: number): number => Math.max(1, Math.round(of * part));
  const available = availablePence(state, at(day));
  const commands: Record<Action['verb'], AllocationCommand> = {
    put: { type: 'contribute', poolId: pool, amountPence: some(available), standing: false },
    standing: { type: 'contribute', poolId: pool, amountPence: some(available / 4), standing: true },
    stop: { type: 'change-standing', poolId: pool, amountPence: days < 20 ? 0 : days },
    home: { type: 'take-back', poolId: pool, amountPence: some(state.pooledPence[pool] ?? 0) },
    pay: { type: 'pay-standing', poolId: pool },
    miss: { type: 'miss-standing', poolId: pool, stop: days < 5 },
    reduce: {
      type: 'announce-reduction',
      funder: 'council',
      amountPence: some(state.grantedPence / 3),
      from: addDays(day, 20 + days),
    },
  };
  one.does(day, commands[verb]);
}

describe('whatever happens in whatever order', () => {
  const lives = fc.array(action, { minLength: 1, maxLength: 60 });

  test('every penny granted is at home, in a pool or returned; nothing is ever negative', () => {
    fc.assert(
      fc.property(grant, lives, (granted, actions) => {
        const one = new TestAllocation(granted);
        let day = FIRST_DAY;
        for (const next of actions) {
          day = addDays(day, Math.floor(next.days / 3));
          perform(one, day, next);
          const {
            balancePence: balance,
            pooledPence: pools,
            returnedPence: returned,
            reducedPence: reduced,
            owedPence: owed,
            ended,
          } = one.state;
          expect(balance + totalPooledPence(one.state) + returned).toBe(granted.granted);
          for (const pence of [balance, returned, reduced, owed, ...Object.values(pools)])
            expect(Number.isSafeInteger(pence) && pence >= 0).toBe(true);
          expect(owed).toBeLessThanOrEqual(totalPooledPence(one.state));
          if (ended) expect(balance).toBe(0);
          else expect(returned).toBe(reduced - owed);
          const available = availablePence(one.state, at(day));
          expect(available).toBeGreaterThanOrEqual(0);
          expect(available).toBeLessThanOrEqual(balance);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a reduction never touches what is in a pool', () => {
    fc.assert(
      fc.property(grant, lives, (granted, actions) => {
        const one = new TestAllocation(granted);
        let day = FIRST_DAY;
        for (const next of actions) {
          perform(one, day, next);
          const before = one.state.pooledPence;
          day = addDays(day, next.days);
          // Whatever is due by then happens first; the command itself is refused.
          one.does(day, { type: 'change-standing', poolId: 'nowhere', amountPence: 0 });
          expect(one.state.pooledPence).toEqual(before);
        }
      }),
    );
  });

  test('after the end all that is not in pools has gone back, and what comes home later goes back too', () => {
    fc.assert(
      fc.property(grant, lives, (granted, actions) => {
        const one = new TestAllocation(granted);
        let day = FIRST_DAY;
        for (const next of actions) {
          day = addDays(day, Math.floor(next.days / 8));
          perform(one, day, next);
        }
        const over = addDays(one.state.endsOn, 1);
        const late = day > over ? day : over;
        for (const [poolId, amountPence] of Object.entries(one.state.pooledPence))
          one.does(late, { type: 'take-back', poolId, amountPence });
        one.does(late, { type: 'contribute', poolId: 'x', amountPence: 1, standing: false });
        expect(one.refused).toBe('allocation-ended');
        expect(one.state).toMatchObject({
          ended: true,
          balancePence: 0,
          pooledPence: {},
          returnedPence: granted.granted,
          owedPence: 0,
        });
      }),
    );
  });

  test('nobody puts in more than has come by then, less what reductions in force take', () => {
    fc.assert(
      fc.property(grant, lives, (granted, actions) => {
        const one = new TestAllocation(granted);
        let day = FIRST_DAY;
        for (const next of actions) {
          day = addDays(day, Math.floor(next.days / 3));
          const before = one.state;
          perform(one, day, next);
          if (one.refused !== undefined || totalPooledPence(one.state) <= totalPooledPence(before)) continue;
          const every = { once: 10_000, weekly: 7, 'four-weekly': 28 }[granted.instalment];
          const come = Math.min(instalmentsOf(one.state), Math.floor(daysBetween(FIRST_DAY, day) / every) + 1);
          expect(totalPooledPence(one.state)).toBeLessThanOrEqual((granted.granted * come) / instalmentsOf(one.state));
          expect(totalPooledPence(one.state)).toBeLessThanOrEqual(granted.granted - one.state.reducedPence);
        }
      }),
    );
  });
});

test('a standing contribution is dealt with once for every instalment that has come after it was made', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('weekly' as const, 'four-weekly' as const),
      fc.integer({ min: 60, max: 400 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { minLength: 1, maxLength: 30 }),
      (instalment, days, visits) => {
        const one = new TestAllocation({ granted: 1_000_000, days, instalment });
        one.does(FIRST_DAY, { type: 'contribute', poolId: 'x', amountPence: 1, standing: true });
        let [day, dealt] = [FIRST_DAY, 1];
        for (const [later, pays] of visits) {
          day = addDays(day, later);
          if (day > one.state.endsOn) break;
          const come = instalmentsBy(one.state, day);
          for (let [due] = standingDue(one.state, at(day)); due; [due] = standingDue(one.state, at(day))) {
            dealt++;
            expect(due).toEqual({ poolId: 'x', amountPence: 1, n: dealt });
            one.does(
              day,
              pays ? { type: 'pay-standing', poolId: 'x' } : { type: 'miss-standing', poolId: 'x', stop: false },
              'clock',
            );
          }
          expect(dealt).toBe(come);
          one.does(day, { type: 'pay-standing', poolId: 'x' }, 'clock');
          expect(one.refused).toBe('not-due');
        }
        expect(dayOf(at(day))).toBe(day);
      },
    ),
  );
});
