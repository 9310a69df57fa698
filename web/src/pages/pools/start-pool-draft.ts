// What somebody has typed about the pool that they start: what is wrong with it, and the body to send.
import type { FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import type { Terms } from './agreement-words.tsx';
import { startPoolText as t } from './start-pool.text.ts';

const ALWAYS = ['name', 'purpose', 'outcomes', 'rules'] as const;
const OWN_RULES = ['rule', 'quorum', 'days', 'notice', 'absence', 'books'] as const;
export type Question = (typeof ALWAYS | typeof OWN_RULES)[number];

/** As typed and chosen; a number may be one of those offered or another. */
export interface StartDraft {
  readonly name: string;
  readonly purpose: string;
  readonly outcomes: readonly string[];
  /** Outcomes that none of my allocations has, separated by commas. */
  readonly others: string;
  readonly rule: Terms['decisionRule'];
  readonly quorum: string;
  readonly days: string;
  readonly notice: string;
  readonly absence: Terms['absence'];
  readonly openBooks: boolean;
  /** Not the usual rules. */
  readonly ownRules: boolean;
}

export const USUAL_RULES = {
  rule: 'consent',
  quorum: '2',
  days: '7',
  notice: '4',
  absence: 'pay',
  openBooks: false,
  ownRules: false,
} as const satisfies Partial<StartDraft>;

export const EMPTY: StartDraft = { name: '', purpose: '', outcomes: [], others: '', ...USUAL_RULES };

export const questionsFor = ({ ownRules }: StartDraft): readonly Question[] =>
  ownRules ? [...ALWAYS, ...OWN_RULES] : ALWAYS;

export type NumericRule = 'quorum' | 'days' | 'notice';

export const LIMITS: Readonly<Record<NumericRule, { readonly least: number; readonly most: number }>> = {
  quorum: { least: 1, most: 50 },
  days: { least: 1, most: 60 },
  notice: { least: 0, most: 26 },
};

const MAX_NAME = 80;
const MAX_PURPOSE = 500;
const MAX_OUTCOMES = 20;
const MAX_OUTCOME = 40;

/** “Making friends” → making-friends. */
const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}’']/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

export const outcomesOf = ({ outcomes, others }: StartDraft): string[] => [
  ...new Set([...outcomes, ...others.split(',').map(slugOf).filter(Boolean)]),
];

/** The whole number that was typed, or undefined when it is not allowed. */
function numberOf(draft: StartDraft, what: NumericRule): number | undefined {
  const typed = draft[what].trim();
  const { least, most } = LIMITS[what];
  const n = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
  return n >= least && n <= most ? n : undefined;
}

export const termsOf = (draft: StartDraft): Terms => ({
  decisionRule: draft.rule,
  quorum: numberOf(draft, 'quorum') ?? 1,
  votingDays: numberOf(draft, 'days') ?? 1,
  noticeWeeks: numberOf(draft, 'notice') ?? 0,
  openBooks: draft.openBooks,
  absence: draft.absence,
});

export const bodyOf = (draft: StartDraft) => ({
  name: draft.name.trim(),
  purpose: draft.purpose.trim(),
  outcomes: outcomesOf(draft),
  agreement: termsOf(draft),
});

function wrongAnswer(draft: StartDraft, question: Question): Words | undefined {
  switch (question) {
    case 'name':
      if (draft.name.trim() === '') return t.nameMissing;
      return draft.name.trim().length > MAX_NAME ? t.nameLong : undefined;
    case 'purpose':
      if (draft.purpose.trim() === '') return t.purposeMissing;
      return draft.purpose.trim().length > MAX_PURPOSE ? t.purposeLong : undefined;
    case 'outcomes': {
      const outcomes = outcomesOf(draft);
      if (outcomes.length === 0) return t.outcomesMissing;
      if (outcomes.some((one) => one.length > MAX_OUTCOME)) return t.outcomeLong;
      return outcomes.length > MAX_OUTCOMES ? t.outcomesMany : undefined;
    }
    case 'quorum':
    case 'days':
    case 'notice':
      return numberOf(draft, question) === undefined ? t.numberWrong : undefined;
    default:
      return undefined;
  }
}

/** What is wrong with one answer. Its field has the question's name. */
export function mistakesIn(draft: StartDraft, question: Question): FieldError[] {
  const words = wrongAnswer(draft, question);
  if (!words) return [];
  const limits = question === 'quorum' || question === 'days' || question === 'notice' ? LIMITS[question] : {};
  return [{ field: question, message: say(words, limits) }];
}
