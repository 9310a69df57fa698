// What is sent of the answers about a new pool, and which answers are sent back.
import './browser.ts';
import { describe, expect, test } from 'vitest';
import { newPool } from '../../../functions/pools/pools.schema.ts';
import {
  bodyOf,
  EMPTY,
  mistakesIn,
  outcomesOf,
  questionsFor,
  type StartDraft,
} from '../../../web/src/pages/pools/start-pool-draft.ts';

const answered: StartDraft = { ...EMPTY, name: ' Friday dancers ', purpose: 'We dance.', outcomes: ['friendship'] };

describe('starting a pool', () => {
  test('asks for a name, a purpose and an outcome; the usual rules need no answer', () => {
    const unanswered = (draft: StartDraft) =>
      questionsFor(draft).filter((question) => mistakesIn(draft, question).length > 0);
    expect(unanswered(EMPTY)).toEqual(['name', 'purpose', 'outcomes']);
    expect(unanswered({ ...EMPTY, ownRules: true })).toEqual(['name', 'purpose', 'outcomes']);
    expect(unanswered(answered)).toEqual([]);
  });

  test('asks for each rule only of those who do not take the usual ones', () => {
    expect(questionsFor(answered)).toEqual(['name', 'purpose', 'outcomes', 'rules']);
    expect(questionsFor({ ...answered, ownRules: true }).slice(4)).toEqual([
      'rule',
      'quorum',
      'days',
      'notice',
      'absence',
      'books',
    ]);
  });

  test('sends what the API takes', () => {
    expect(newPool.parse(bodyOf(answered))).toEqual({
      name: 'Friday dancers',
      purpose: 'We dance.',
      outcomes: ['friendship'],
      agreement: {
        decisionRule: 'consent',
        quorum: 2,
        votingDays: 7,
        noticeWeeks: 4,
        openBooks: false,
        absence: 'pay',
      },
    });
  });

  test('makes outcomes of words that people type', () => {
    const others = 'Making friends, Café & cake,, people’s health , friendship';
    const made = outcomesOf({ ...answered, others });
    expect(made).toEqual(['friendship', 'making-friends', 'cafe-cake', 'peoples-health']);
    expect(newPool.safeParse(bodyOf({ ...answered, others })).success).toBe(true);
  });

  test.each([
    ['quorum', '0', '51', '2.5'],
    ['days', '0', '61', 'a week'],
    ['notice', '-1', '27', ''],
  ] as const)('takes whole numbers within the limits of the API: %s', (question, ...wrong) => {
    for (const typed of wrong) expect(mistakesIn({ ...answered, [question]: typed }, question)).toHaveLength(1);
    for (const typed of ['1', ' 26 ']) {
      const draft = { ...answered, [question]: typed };
      expect(mistakesIn(draft, question)).toEqual([]);
      expect(newPool.safeParse(bodyOf(draft)).success).toBe(true);
    }
  });
});
