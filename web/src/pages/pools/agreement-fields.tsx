// The fields of an agreement, filled with the current terms until somebody changes them.
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { absenceText, decisionRuleText } from '../../text/words.text.ts';
import { agreementText as t } from './agreement.text.ts';
import { differences } from './agreement-terms.ts';
import { countOf, MAX_NOTE, type NumericTerm, type TypedTerms, termsOf } from './agreement-typed.ts';
import type { Terms } from './agreement-words.tsx';

const NUMERIC_TERMS: readonly { readonly name: NumericTerm; readonly label: Words; readonly wrong: Words }[] = [
  { name: 'quorum', label: t.quorum, wrong: t.quorumError },
  { name: 'votingDays', label: t.votingDays, wrong: t.votingDaysError },
  { name: 'noticeWeeks', label: t.noticeWeeks, wrong: t.noticeWeeksError },
];
const RULES = ['everyone', 'consent', 'two-thirds', 'majority'] as const;
const ABSENCES = ['pay', 'free-with-notice'] as const;
const YES = 'yes';
const NO = 'no';

export function mistakesIn(typed: TypedTerms, now: Terms): FieldError[] {
  const wrong: FieldError[] = NUMERIC_TERMS.filter(({ name }) => countOf(typed, name) === undefined).map((one) => ({
    field: one.name,
    message: say(one.wrong),
  }));
  if (typed.note.length > MAX_NOTE) wrong.push({ field: 'note', message: say(t.noteError) });
  const terms = termsOf(typed);
  const isSame = terms !== undefined && differences(now, terms).length === 0;
  return isSame && wrong.length === 0 ? [{ field: 'decisionRule', message: say(t.sameError) }] : wrong;
}

export function AgreementFields({ draft: typed, change, errors }: FieldsProps<TypedTerms>) {
  return (
    <>
      <Say text={t.changeIntro} />
      <Radios
        id="decisionRule"
        name="decisionRule"
        legend={say(t.decisionRule)}
        legendSize="m"
        error={errorOf(errors, 'decisionRule')}
        value={typed.decisionRule}
        onChange={(value) => change({ decisionRule: RULES.find((rule) => rule === value) ?? typed.decisionRule })}
        items={RULES.map((rule) => ({ value: rule, text: say(decisionRuleText[rule]) }))}
      />
      {NUMERIC_TERMS.map(({ name, label }) => (
        <Input
          key={name}
          id={name}
          name={name}
          label={say(label)}
          labelSize="m"
          error={errorOf(errors, name)}
          width={3}
          inputMode="numeric"
          autocomplete="off"
          value={typed[name]}
          onInput={(value) => change({ [name]: value })}
        />
      ))}
      <Radios
        id="absence"
        name="absence"
        legend={say(t.absence)}
        legendSize="m"
        value={typed.absence}
        onChange={(value) => change({ absence: ABSENCES.find((one) => one === value) ?? typed.absence })}
        items={ABSENCES.map((one) => ({ value: one, text: say(absenceText[one]) }))}
      />
      <Radios
        id="openBooks"
        name="openBooks"
        legend={say(t.openBooks)}
        legendSize="m"
        value={typed.openBooks ? YES : NO}
        onChange={(value) => change({ openBooks: value === YES })}
        items={[
          { value: YES, text: say(t.openYes) },
          { value: NO, text: say(t.openNo) },
        ]}
      />
      <Textarea
        id="note"
        name="note"
        label={say(t.note)}
        labelSize="m"
        error={errorOf(errors, 'note')}
        rows={3}
        value={typed.note}
        onInput={(note) => change({ note })}
      />
    </>
  );
}
