// What is sent of the answers about a new pool, and which answers are sent back.
import { describe, expect, test } from 'vitest';
import { newPool } from '../../../functions/pools/pools.schema.ts';
import {
  bodyOf,
  EMPTY,
  firstUnanswered,
  mistakeIn,
  outcomesOf,
  type StartDraft,
} from '../../../web/src/pages/pools/start-pool-draft.ts';

const answered: StartDraft = { ...EMPTY, name: ' Friday dancers ', purpose: 'We dance.', outcomes: ['friendship'] };

describe('starting a pool', () => {
  test('asks for a name, a purpose and an outcome; the usual rules need no answer', () => {
    expect(firstUnanswered(EMPTY)).toBe('name');
    expect(firstUnanswered({ ...EMPTY, name: 'Us' })).toBe('purpose');
    expect(firstUnanswered({ ...answered, outcomes: [] })).toBe('outcomes');
    expect(firstUnanswered(answered)).toBeUndefined();
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
  ] as const)('takes whole numbers within the limits of the API: %s', (step, ...wrong) => {
    for (const typed of wrong) expect(mistakeIn({ ...answered, [step]: typed }, step)).toBeDefined();
    for (const typed of ['1', ' 26 ']) {
      const draft = { ...answered, [step]: typed };
      expect(mistakeIn(draft, step)).toBeUndefined();
      expect(newPool.safeParse(bodyOf(draft)).success).toBe(true);
    }
  });
});
