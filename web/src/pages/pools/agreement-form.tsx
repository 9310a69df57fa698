// The questions of an agreement, answered as it stands until somebody changes them.
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { absenceText, decisionRuleText } from '../../text/words.text.ts';
import { agreementText as t } from './agreement.text.ts';
import { differences } from './agreement-terms.ts';
import { type Counted, countOf, MOST_NOTE, type TypedTerms, termsOf } from './agreement-typed.ts';
import type { Terms } from './agreement-words.tsx';

interface FormProps {
  readonly now: Terms;
  readonly typed: TypedTerms;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
  readonly onTyped: (typed: TypedTerms) => void;
}

const COUNTED: readonly { readonly name: Counted; readonly label: Words; readonly wrong: Words }[] = [
  { name: 'quorum', label: t.quorum, wrong: t.quorumError },
  { name: 'votingDays', label: t.votingDays, wrong: t.votingDaysError },
  { name: 'noticeWeeks', label: t.noticeWeeks, wrong: t.noticeWeeksError },
];
const RULES = ['everyone', 'consent', 'two-thirds', 'majority'] as const;
const ABSENCES = ['pay', 'free-with-notice'] as const;
const YES = 'yes';
const NO = 'no';

function mistakesIn(typed: TypedTerms, now: Terms): FieldError[] {
  const wrong: FieldError[] = COUNTED.filter(({ name }) => countOf(typed, name) === undefined).map((one) => ({
    field: one.name,
    message: say(one.wrong),
  }));
  if (typed.note.length > MOST_NOTE) wrong.push({ field: 'note', message: say(t.noteError) });
  const terms = termsOf(typed);
  const isSame = terms !== undefined && differences(now, terms).length === 0;
  return isSame && wrong.length === 0 ? [{ field: 'decisionRule', message: say(t.sameError) }] : wrong;
}

export function AgreementForm({ now, typed, errors, onErrors, onTyped }: FormProps) {
  const [terms, setTerms] = useState(typed);
  const change = (changes: Partial<TypedTerms>): void => setTerms({ ...terms, ...changes });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = mistakesIn(terms, now);
        if (wrong.length > 0) onErrors(wrong);
        else onTyped(terms);
      }}
    >
      <Radios
        id="decisionRule"
        name="decisionRule"
        legend={say(t.decisionRule)}
        legendSize="m"
        error={errorOf(errors, 'decisionRule')}
        value={terms.decisionRule}
        onChange={(value) => change({ decisionRule: RULES.find((rule) => rule === value) ?? terms.decisionRule })}
        items={RULES.map((rule) => ({ value: rule, text: say(decisionRuleText[rule]) }))}
      />
      {COUNTED.map(({ name, label }) => (
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
          value={terms[name]}
          onInput={(value) => change({ [name]: value })}
        />
      ))}
      <Radios
        id="absence"
        name="absence"
        legend={say(t.absence)}
        legendSize="m"
        value={terms.absence}
        onChange={(value) => change({ absence: ABSENCES.find((one) => one === value) ?? terms.absence })}
        items={ABSENCES.map((one) => ({ value: one, text: say(absenceText[one]) }))}
      />
      <Radios
        id="openBooks"
        name="openBooks"
        legend={say(t.openBooks)}
        legendSize="m"
        value={terms.openBooks ? YES : NO}
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
        value={terms.note}
        onInput={(note) => change({ note })}
      />
      <Button>{say(t.continue)}</Button>
    </form>
  );
}
