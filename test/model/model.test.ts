// The API and the reference model must agree, step by step, on two seeds; `npm run model` plays others.
import { expect, it } from 'vitest';
import { run, describe as tell } from './run.ts';

/** Together about a minute. */
const STEPS = 1000;

for (const seed of [1, 13])
  it(`answers ${STEPS} random and concurrent steps as the reference model does (npm run model -- --seed ${seed})`, {
    timeout: 300_000,
  }, async () => {
    const { found } = await run({ seed, steps: STEPS, shrinks: true });
    expect(found.map(tell).join('\n')).toBe('');
  });
