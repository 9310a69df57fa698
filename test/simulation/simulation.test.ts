// A short run of the simulation: nothing wrong, the same each time; and seeded bugs, each of which it finds.
import { describe, expect, test } from 'vitest';
import { MUTANTS } from './mutants.list.ts';
import { hunt } from './mutants.ts';
import { simulate } from './simulation.ts';

const EVENTS = 4000;
/** Another each day: the days since 1970. A failure names it, and `npm run sim` plays it again. */
const SEED_OF_TODAY = Math.floor(Date.now() / 86_400_000);

describe('a run', () => {
  test.each([1, SEED_OF_TODAY])('keeps every promise, whatever goes wrong (seed %i)', async (seed) => {
    const outcome = await simulate(EVENTS, seed);
    expect(outcome.violations).toEqual([]);
    expect(outcome.events).toBeGreaterThanOrEqual(EVENTS);
    expect(outcome.ambiguous).toBeGreaterThan(50);
  });

  test('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = [await simulate(1000, 3), await simulate(1000, 3), await simulate(1000, 4)];
    expect(same.digest).toBe(one.digest);
    const { events, ambiguous, refusals, replays } = one;
    expect(same).toMatchObject({ events, ambiguous, refusals, replays });
    expect(other.digest).not.toBe(one.digest);
  });
});

describe('a seeded bug is found:', () => {
  test.each(['the store puts without a condition', 'one odd penny too many', 'a leaver’s vote counts'])(
    '%s',
    async (name) => {
      const mutant = MUTANTS.find((one) => one.name === name);
      if (!mutant) throw new Error('there is no such bug');
      expect(await hunt(mutant, { seeds: [1], events: 10_000 })).toMatchObject({ seed: 1 });
    },
  );

  test('none of them is named or placed like another', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(new Set(MUTANTS.map(({ file, find, replace }) => file + find + replace)).size).toBe(MUTANTS.length);
  });
});
