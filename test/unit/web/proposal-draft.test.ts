// What somebody answers while they propose, from what was typed to what is sent.
import { expect, test } from 'vitest';
import {
  emptyDraft,
  mistakesIn,
  type ProposalDraft,
  planOf,
  stepToShow,
} from '../../../web/src/pages/proposals/proposal-draft.ts';

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
  expect(planOf({ ...draft, sessions: '1', every: 'other', ahead: 'some', aheadSome: '9' })).toMatchObject({
    sessions: 1,
    everyDays: 7,
    heldAhead: 1,
  });
});

test('what cannot be is named where it is', () => {
  expect(mistakesIn({ ...draft, sessions: '61' }, 'sessions')).toEqual(['sessions']);
  expect(mistakesIn({ ...draft, sessions: 'six' }, 'sessions')).toEqual(['sessions']);
  expect(mistakesIn({ ...draft, day: { day: '30', month: '2', year: '2027' }, time: '' }, 'start')).toEqual([
    'day',
    'time',
  ]);
  expect(mistakesIn({ ...draft, every: 'other' }, 'often')).toEqual(['everyOther']);
  expect(mistakesIn({ ...draft, ahead: 'some', aheadSome: '7' }, 'ahead')).toEqual(['aheadSome']);
  expect(planOf({ ...draft, time: '25:00' })).toBeUndefined();
});

test('nobody gets past a question that is not answered', () => {
  expect(stepToShow(emptyDraft, 'check')).toBe('sessions');
  expect(stepToShow({ ...draft, time: '' }, 'note')).toBe('start');
  expect(stepToShow(draft, 'check')).toBe('check');
  expect(stepToShow(draft, undefined)).toBe('sessions');
});
