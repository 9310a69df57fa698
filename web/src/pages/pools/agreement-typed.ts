// Changes to the agreement as typed, and the terms that they make.
import type { Terms } from './agreement-words.tsx';

export interface TypedTerms {
  readonly decisionRule: Terms['decisionRule'];
  readonly quorum: string;
  readonly votingDays: string;
  readonly noticeWeeks: string;
  readonly absence: Terms['absence'];
  readonly openBooks: boolean;
  readonly note: string;
}

/** What the API takes (functions/pools/pools.schema.ts). */
const LIMITS = { quorum: [1, 50], votingDays: [1, 60], noticeWeeks: [0, 26] } as const;
export const MAX_NOTE = 2000;

export type NumericTerm = keyof typeof LIMITS;

export const typedFrom = (terms: Terms): TypedTerms => ({
  decisionRule: terms.decisionRule,
  quorum: String(terms.quorum),
  votingDays: String(terms.votingDays),
  noticeWeeks: String(terms.noticeWeeks),
  absence: terms.absence,
  openBooks: terms.openBooks,
  note: '',
});

/** The whole number that was typed for one of the terms, or undefined when it is not one that is allowed. */
export function countOf(typed: TypedTerms, name: NumericTerm): number | undefined {
  const text = typed[name].trim();
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const [least, most] = LIMITS[name];
  const n = Number(text);
  return n >= least && n <= most ? n : undefined;
}

export function termsOf(typed: TypedTerms): Terms | undefined {
  const quorum = countOf(typed, 'quorum');
  const votingDays = countOf(typed, 'votingDays');
  const noticeWeeks = countOf(typed, 'noticeWeeks');
  if (quorum === undefined || votingDays === undefined || noticeWeeks === undefined) return undefined;
  const { decisionRule, absence, openBooks } = typed;
  return { decisionRule, quorum, votingDays, noticeWeeks, absence, openBooks };
}
