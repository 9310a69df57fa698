// What somebody answers while they propose, from what was typed to what is sent.
import './browser.ts';
import { expect, test } from 'vitest';
import { readServerTime, today } from '../../../web/src/api/clock.ts';
import {
  emptyDraft,
  type ProposalDraft,
  planOf,
  questionsFor,
  wrongFieldsIn,
} from '../../../web/src/pages/proposals/proposal-draft.ts';
import { mistakesIn } from '../../../web/src/pages/proposals/propose-mistakes.ts';

const draft: ProposalDraft = {
  ...emptyDraft,
  sessions: ' 6 ',
  day: { day: '1', month: '12', year: '2026' },
  time: '14:00',
};

test('a draft that is answered comes to a plan', () => {
  expect(planOf({ ...draft, note: ' Please ' })).toEqual({
    sessions: 6,
    startsOn: '2026-12-01',
    time: '14:00',
    everyDays: 7,
    heldAhead: 6,
    note: 'Please',
  });
  expect(planOf({ ...draft, every: 'other', everyOther: '10', ahead: 'some', aheadSome: '2' })).toMatchObject({
    everyDays: 10,
    heldAhead: 2,
  });
});

test('a single session is not asked how often or how much ahead', () => {
  expect(questionsFor({ ...draft, sessions: '1' })).toEqual(['sessions', 'start', 'note']);
  expect(questionsFor(draft)).toEqual(['sessions', 'start', 'often', 'ahead', 'note']);
  expect(planOf({ ...draft, sessions: '1', every: 'other', ahead: 'some', aheadSome: '9' })).toMatchObject({
    sessions: 1,
    everyDays: 7,
    heldAhead: 1,
  });
});

test('what cannot be is named where it is', () => {
  expect(wrongFieldsIn({ ...draft, sessions: '61' }, 'sessions')).toEqual(['sessions']);
  expect(wrongFieldsIn({ ...draft, sessions: 'six' }, 'sessions')).toEqual(['sessions']);
  expect(wrongFieldsIn({ ...draft, day: { day: '30', month: '2', year: '2027' }, time: '' }, 'start')).toEqual([
    'day',
    'time',
  ]);
  expect(wrongFieldsIn({ ...draft, every: 'other' }, 'often')).toEqual(['everyOther']);
  expect(wrongFieldsIn({ ...draft, ahead: 'some', aheadSome: '7' }, 'ahead')).toEqual(['aheadSome']);
  expect(planOf({ ...draft, time: '25:00' })).toBeUndefined();
});

test('the day that is shown as an example lies ahead by the server’s clock, not the browser’s', () => {
  readServerTime('Mon, 01 Jun 2037 09:00:00 GMT');
  expect(today()).toBe('2037-06-01');
  const [mistake] = mistakesIn(emptyDraft, 'start');
  expect(mistake?.message).toContain('22 6 2037');
});
