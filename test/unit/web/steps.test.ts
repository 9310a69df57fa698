// A form of several pages: which question an address opens, and what comes before and after it.
import { expect, test } from 'vitest';
import { stepAfter, stepBefore, stepToShow } from '../../../web/src/shell/steps.ts';

const QUESTIONS = ['name', 'purpose', 'rules'] as const;
type Question = (typeof QUESTIONS)[number];

const answered =
  (...questions: Question[]) =>
  (question: Question): boolean =>
    questions.includes(question);
const nothing = answered();
const all = answered(...QUESTIONS);

test('an address opens a step only when every question before it is answered', () => {
  expect(stepToShow(QUESTIONS, nothing, 'check', 'name')).toBe('name');
  expect(stepToShow(QUESTIONS, answered('name'), 'check', 'name')).toBe('purpose');
  expect(stepToShow(QUESTIONS, answered('name', 'rules'), 'rules', 'name')).toBe('purpose');
  expect(stepToShow(QUESTIONS, answered('name'), 'purpose', 'name')).toBe('purpose');
  expect(stepToShow(QUESTIONS, all, 'check', 'name')).toBe('check');
});

test('a question that is answered may be opened again', () => {
  expect(stepToShow(QUESTIONS, all, 'name', 'name')).toBe('name');
  expect(stepToShow(QUESTIONS, all, 'purpose', 'name')).toBe('purpose');
});

test('an address that names no step, or one that is not asked, opens the start', () => {
  expect(stepToShow(QUESTIONS, all, undefined, 'name')).toBe('name');
  expect(stepToShow(QUESTIONS, all, 'quorum', 'name')).toBe('name');
  expect(stepToShow(QUESTIONS, all, undefined, 'check')).toBe('check');
  expect(stepToShow(QUESTIONS, answered('name'), undefined, 'check')).toBe('purpose');
});

test('after the last question come all answers, and before the first nothing', () => {
  expect(stepAfter(QUESTIONS, 'name')).toBe('purpose');
  expect(stepAfter(QUESTIONS, 'rules')).toBe('check');
  expect(stepAfter(QUESTIONS, 'check')).toBe('check');
  expect(stepBefore(QUESTIONS, 'check')).toBe('rules');
  expect(stepBefore(QUESTIONS, 'purpose')).toBe('name');
  expect(stepBefore(QUESTIONS, 'name')).toBeUndefined();
});
