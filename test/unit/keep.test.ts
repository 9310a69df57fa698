// The cache in memory: one load for concurrent callers, a lifetime set from the loaded value, and no caching of failures.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { ttlCache } from '../../functions/platform/ttl-cache.ts';

const context = {} as AppContext;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a value is used for its own lifetime, then loaded again', async () => {
  const load = vi.fn(async () => 3000);
  const kept = ttlCache<number>(load, (ms) => ms);
  await kept.get(context, 'place');
  vi.advanceTimersByTime(2999);
  await kept.get(context, 'place');
  expect(load).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await kept.get(context, 'place');
  expect(load).toHaveBeenCalledTimes(2);
});

test('callers during a load wait for that load, however long it takes', async () => {
  let done = (_: number): void => {};
  const load = vi.fn(() => new Promise<number>((resolve) => (done = resolve)));
  const kept = ttlCache<number>(load, () => 0);
  const first = kept.get(context, 'place');
  vi.advanceTimersByTime(60_000);
  const second = kept.get(context, 'place');
  done(7);
  expect([await first, await second]).toEqual([7, 7]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a forgotten value, another place’s and another context’s are each loaded separately', async () => {
  const load = vi.fn(async (_: AppContext, place = '') => place);
  const kept = ttlCache<string>(load, () => 3000);
  expect(await kept.get(context, 'a')).toBe('a');
  expect(await kept.get(context, 'b')).toBe('b');
  expect(await kept.get({} as AppContext, 'a')).toBe('a');
  kept.forget(context, 'a');
  await kept.get(context, 'a');
  await kept.get(context, 'b');
  expect(load).toHaveBeenCalledTimes(4);
});

test('after a failure the next caller loads again', async () => {
  const load = vi.fn(async () => 1).mockRejectedValueOnce(new Error('no answer'));
  const kept = ttlCache<number>(load, () => 3000);
  await expect(kept.get(context, 'place')).rejects.toThrow('no answer');
  expect(await kept.get(context, 'place')).toBe(1);
});
