// The terms of an agreement as short answers, and which of them differ between two.
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { absenceText, decisionRuleText } from '../../text/words.text.ts';
import { agreementText as t } from './agreement.text.ts';
import type { Terms } from './agreement-words.tsx';

const NAMES = ['decisionRule', 'quorum', 'votingDays', 'noticeWeeks', 'absence', 'openBooks'] as const;
type TermName = (typeof NAMES)[number];

const LABELS = {
  decisionRule: t.decisionRule,
  quorum: t.quorum,
  votingDays: t.votingDays,
  noticeWeeks: t.noticeWeeks,
  absence: t.absence,
  openBooks: t.openBooks,
} as const satisfies Record<TermName, Words>;

function answer(terms: Terms, name: TermName): string {
  switch (name) {
    case 'decisionRule':
      return say(decisionRuleText[terms.decisionRule]);
    case 'absence':
      return say(absenceText[terms.absence]);
    case 'openBooks':
      return say(terms.openBooks ? t.openYes : t.openNo);
    default:
      return String(terms[name]);
  }
}

interface Difference {
  readonly question: string;
  readonly now: string;
  readonly after: string;
}

export const differences = (now: Terms, after: Terms): Difference[] =>
  NAMES.filter((name) => now[name] !== after[name]).map((name) => ({
    question: say(LABELS[name]),
    now: answer(now, name),
    after: answer(after, name),
  }));
