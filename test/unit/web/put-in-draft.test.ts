// Putting money in: which questions somebody is asked, and when an answer will do.
import './browser.ts';
import { expect, test } from 'vitest';
import type { Allocation } from '../../../web/src/api/types.ts';
import {
  chosenFrom,
  EMPTY,
  isStanding,
  mistakesIn,
  type PutInDraft,
  questionsFor,
} from '../../../web/src/pages/pools/put-in-draft.ts';

const pool = { id: 'pool', outcomes: ['friendship'] };

const allocation = (id: string, changes: Partial<Allocation> = {}): Allocation => ({
  id,
  stream: 'social-care',
  custody: 'funder',
  instalment: 'weekly',
  pooling: true,
  grantedPence: 10_000,
  availablePence: 5000,
  notYetAvailablePence: 0,
  pooledPence: 0,
  spentPence: 0,
  returnedPence: 0,
  startsOn: '2026-01-01',
  endsOn: '2027-01-01',
  outcomes: ['friendship'],
  reductions: [],
  standing: [],
  ...changes,
});

const standing = [{ poolId: 'pool', amountPence: 500 }];
const draft: PutInDraft = { ...EMPTY, from: 'a', amount: '12.50', often: 'standing' };

test('a single allocation is not asked for, unless it must be explained', () => {
  expect(questionsFor({ pool, allocations: [allocation('a')] }, EMPTY)).toEqual(['how-much', 'how-often']);
  const two = [allocation('a'), allocation('b', { pooling: false })];
  expect(questionsFor({ pool, allocations: two }, EMPTY)).toEqual(['which', 'how-much', 'how-often']);
  const repeated = [allocation('a', { standing })];
  expect(questionsFor({ pool, allocations: repeated }, EMPTY)).toEqual(['which', 'how-much']);
});

test('money that comes once, or goes in by itself already, is not asked how often', () => {
  const once = { pool, allocations: [allocation('a', { instalment: 'once' })] };
  expect(questionsFor(once, draft)).toEqual(['how-much']);
  expect(isStanding(once, draft)).toBe(false);
  expect(isStanding({ pool, allocations: [allocation('a')] }, draft)).toBe(true);
});

test('the only allocation that can go in is chosen; one that cannot is never', () => {
  const other = allocation('b', { availablePence: 0 });
  expect(chosenFrom({ pool, allocations: [allocation('a'), other] }, EMPTY)?.id).toBe('a');
  expect(chosenFrom({ pool, allocations: [allocation('a'), allocation('b')] }, EMPTY)).toBeUndefined();
  expect(chosenFrom({ pool, allocations: [allocation('a'), other] }, { ...EMPTY, from: 'b' })).toBeUndefined();
});

test('each question says what is wrong with its answer', () => {
  const choices = { pool, allocations: [allocation('a'), allocation('b')] };
  const fields = (typed: PutInDraft, question: 'which' | 'how-much' | 'how-often') =>
    mistakesIn(choices, typed, question).map(({ field }) => field);
  expect(fields(EMPTY, 'which')).toEqual(['from']);
  expect(fields(draft, 'which')).toEqual([]);
  for (const amount of ['', '0', 'ten', '50.01']) expect(fields({ ...draft, amount }, 'how-much')).toEqual(['amount']);
  for (const amount of ['50', '£0.01']) expect(fields({ ...draft, amount }, 'how-much')).toEqual([]);
  expect(fields({ ...draft, often: '' }, 'how-often')).toEqual(['often']);
  expect(fields(draft, 'how-often')).toEqual([]);
});
