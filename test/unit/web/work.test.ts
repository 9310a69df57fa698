// An enterprise's calendar: what is in it, in which week, and what can be said to have taken place.
import { expect, test } from 'vitest';
import {
  byWeek,
  canBeDelivered,
  mondayOf,
  requestsOf,
  sessionsOf,
  type Work,
} from '../../../web/src/pages/enterprises/work.ts';

const work = (id: string, status: Work['status'], days: readonly string[]): Work => ({
  id,
  poolName: 'Tuesday dancers',
  title: 'Dance',
  status,
  answerBy: `2026-11-2${id}T10:00:00.000Z`,
  people: 6,
  pricePence: 5400,
  earnedPence: 0,
  sessions: days.map((on, i) => ({ n: i + 1, on, time: '14:00', status: 'planned' })),
});

test('a week begins on Monday', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
});

test('sessions of all commissions stand by week in order; what was never agreed is not there', () => {
  const all = [
    work('1', 'accepted', ['2026-11-24', '2026-12-01']),
    work('2', 'requested', ['2026-11-23']),
    work('3', 'refused', ['2026-11-23']),
    work('4', 'expired', ['2026-11-23']),
  ];
  const weeks = byWeek(sessionsOf(all)).map(([monday, of]) => [monday, of.map(({ on }) => on)]);
  expect(weeks).toEqual([
    ['2026-11-23', ['2026-11-23', '2026-11-24']],
    ['2026-11-30', ['2026-12-01']],
  ]);
});

test('from the start of a session on it can be said to have taken place, when it was accepted; by London’s clock', () => {
  const sayable = (status: Work['status'], now: string, on = '2026-11-24'): boolean[] =>
    sessionsOf([work('1', status, [on])]).map((session) => canBeDelivered(session, now));
  expect(sayable('accepted', '2026-11-24T13:59:59.999Z')).toEqual([false]);
  expect(sayable('accepted', '2026-11-24T14:00:00.000Z')).toEqual([true]);
  expect(sayable('accepted', '2026-06-24T13:00:00.000Z', '2026-06-24')).toEqual([true]);
  expect(sayable('requested', '2026-11-24T14:00:00.000Z')).toEqual([false]);
});

test('the request that must be answered first stands first', () => {
  const all = [work('5', 'requested', []), work('3', 'requested', []), work('1', 'accepted', [])];
  expect(requestsOf(all).map(({ id }) => id)).toEqual(['3', '5']);
});
