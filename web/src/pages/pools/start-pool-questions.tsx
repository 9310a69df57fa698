// The questions of “Start a pool”, each with the controls that answer it.
import type { ComponentChildren } from 'preact';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import type { HardWord } from '../../shell/hard-words.tsx';
import { say } from '../../text/say.ts';
import type { Text } from '../../text/texts.ts';
import { NumberQuestion } from './number-question.tsx';
import { OutcomesQuestion } from './outcomes-question.tsx';
import { startPoolText as t } from './start-pool.text.ts';
import type { Question, StartDraft } from './start-pool-draft.ts';

interface QuestionProps {
  readonly title: Text;
  readonly words?: readonly HardWord[];
  readonly Question: (props: FieldsProps<StartDraft>) => ComponentChildren;
}

const RULES = ['consent', 'majority', 'two-thirds', 'everyone'] as const;
const ABSENCES = ['pay', 'free-with-notice'] as const;

const NameQuestion = ({ draft, change, errors }: FieldsProps<StartDraft>) => (
  <Input
    id="name"
    name="name"
    label={say(t.nameLabel)}
    hint={say(t.nameHint)}
    error={errorOf(errors, 'name')}
    value={draft.name}
    onInput={(name) => change({ name })}
    autocomplete="off"
  />
);

const PurposeQuestion = ({ draft, change, errors }: FieldsProps<StartDraft>) => (
  <Textarea
    id="purpose"
    name="purpose"
    label={say(t.purposeLabel)}
    hint={say(t.purposeHint)}
    error={errorOf(errors, 'purpose')}
    rows={4}
    value={draft.purpose}
    onInput={(purpose) => change({ purpose })}
  />
);

const RuleQuestion = ({ draft, change }: FieldsProps<StartDraft>) => (
  <Radios
    id="rule"
    name="rule"
    legend={say(t.ruleLegend)}
    legendSize="m"
    items={RULES.map((value) => ({ value, text: say(t[value]), hint: say(t[`${value}Hint`]) }))}
    value={draft.rule}
    onChange={(chosen) => change({ rule: RULES.find((one) => one === chosen) ?? draft.rule })}
  />
);

const AbsenceQuestion = ({ draft, change }: FieldsProps<StartDraft>) => (
  <Radios
    id="absence"
    name="absence"
    legend={say(t.absenceLegend)}
    legendSize="m"
    items={ABSENCES.map((value) => ({ value, text: say(t[value]), hint: say(t[`${value}Hint`]) }))}
    value={draft.absence}
    onChange={(chosen) => change({ absence: ABSENCES.find((one) => one === chosen) ?? draft.absence })}
  />
);

const BooksQuestion = ({ draft, change }: FieldsProps<StartDraft>) => (
  <Radios
    id="books"
    name="books"
    legend={say(t.booksLegend)}
    legendSize="m"
    items={[
      { value: 'closed', text: say(t.closed), hint: say(t.closedHint) },
      { value: 'open', text: say(t.open), hint: say(t.openHint) },
    ]}
    value={draft.openBooks ? 'open' : 'closed'}
    onChange={(chosen) => change({ openBooks: chosen === 'open' })}
  />
);

const QuorumQuestion = (props: FieldsProps<StartDraft>) => (
  <NumberQuestion
    {...props}
    what="quorum"
    legend={say(t.quorumLegend)}
    hint={say(t.quorumHint)}
    offered={[2, 3, 4].map((n) => [n, say(t.quorumN, { n })])}
  />
);

const DaysQuestion = (props: FieldsProps<StartDraft>) => (
  <NumberQuestion
    {...props}
    what="days"
    legend={say(t.daysLegend)}
    hint={say(t.daysHint)}
    offered={[
      [3, say(t.daysN, { n: 3 })],
      [7, say(t.week)],
      [14, say(t.fortnight)],
    ]}
  />
);

const NoticeQuestion = (props: FieldsProps<StartDraft>) => (
  <NumberQuestion
    {...props}
    what="notice"
    legend={say(t.noticeLegend)}
    hint={say(t.noticeHint)}
    offered={[
      [0, say(t.noticeNone)],
      [2, say(t.noticeN, { n: 2 })],
      [4, say(t.noticeN, { n: 4 })],
      [8, say(t.noticeN, { n: 8 })],
    ]}
  />
);

export const QUESTIONS: Readonly<Record<Exclude<Question, 'rules'>, QuestionProps>> = {
  name: { title: t.nameTitle, words: ['pool', 'enterprise'], Question: NameQuestion },
  purpose: { title: t.purposeTitle, words: ['pool'], Question: PurposeQuestion },
  outcomes: { title: t.outcomesTitle, words: ['pool', 'allocation'], Question: OutcomesQuestion },
  rule: { title: t.ruleTitle, words: ['vote'], Question: RuleQuestion },
  quorum: { title: t.quorumTitle, words: ['vote', 'pool'], Question: QuorumQuestion },
  days: { title: t.daysTitle, words: ['vote'], Question: DaysQuestion },
  notice: { title: t.noticeTitle, words: ['notice', 'session'], Question: NoticeQuestion },
  absence: { title: t.absenceTitle, words: ['session'], Question: AbsenceQuestion },
  books: { title: t.booksTitle, words: ['pool'], Question: BooksQuestion },
};
