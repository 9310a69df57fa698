// Which events open and end a dispute, and when it is for a broker or a funder, also for disputes that do not say since when.
import { expect, test } from 'vitest';
import { inQueueFrom } from '../../functions/disputes/disputes.rules.ts';

test('a dispute is in the queue from the 14th day on, and at once when it does not say since when it is', () => {
  expect(inQueueFrom({ disputedAt: '2026-06-01T09:00:00.000Z' })).toBe('2026-06-15T09:00:00.000Z');
  expect(inQueueFrom({}) < '2026-01-01').toBe(true);
});
