// The form that reduces an allocation: by how much, from which day, and why.
import { isUnderWay } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { findGrantedText as t } from './find-granted.text.ts';
import { firstDay, type Reducing } from './reducing.ts';

export function ReduceForm({ reducing }: { readonly reducing: Reducing }) {
  const { command, errors, typed, type } = reducing;
  const first = firstDay();
  const [year = '', month = '', day = ''] = first.split('-').map((part) => String(Number(part)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        reducing.send();
      }}
    >
      <h5 class="govuk-heading-s">{say(t.reduceTitle)}</h5>
      <Say text={t.reduceHelp} />
      <Input
        id="amount"
        name="amount"
        label={say(t.amount)}
        prefix={say(t.pound)}
        width={10}
        inputMode="decimal"
        spellcheck={false}
        error={errorOf(errors, 'amount')}
        value={typed.amount}
        onInput={(amount) => type({ amount })}
      />
      <DateInput
        id="from"
        namePrefix="from"
        legend={say(t.from)}
        hint={say(t.fromHint, { first: dayInYear(first), example: [day, month, year].join(' ') })}
        error={errorOf(errors, 'from')}
        value={typed.from}
        onInput={(from) => type({ from })}
      />
      <Textarea
        id="reason"
        name="reason"
        label={say(t.reason)}
        hint={say(t.reasonHint)}
        rows={3}
        error={errorOf(errors, 'reason')}
        value={typed.reason}
        onInput={(reason) => type({ reason })}
      />
      <div class="govuk-button-group">
        <Button>{say(isUnderWay(command) ? shellText.sending : t.send)}</Button>
        <Button type="button" variant="secondary" onClick={() => reducing.choose(undefined)}>
          {say(t.keep)}
        </Button>
      </div>
    </form>
  );
}
