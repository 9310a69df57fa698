// How much to put in: no more than is available.
import { useState } from 'preact/hooks';
import type { Allocation } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { penceOf, pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { putInText as t } from './put-in.text.ts';

interface HowMuchProps {
  readonly allocation: Allocation;
  readonly amount: string;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
  readonly onTyped: (amount: string) => void;
}

const FIELD = 'amount';

export function PutInHowMuch({ allocation, amount, errors, onErrors, onTyped }: HowMuchProps) {
  const [typed, type] = useState(amount);
  const sum = pounds(allocation.availablePence);
  const submit = (): void => {
    const pence = penceOf(typed);
    if (!pence) onErrors([{ field: FIELD, message: say(t.amountError) }]);
    else if (pence > allocation.availablePence) onErrors([{ field: FIELD, message: say(t.tooMuchError, { sum }) }]);
    else onTyped(typed);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Input
        id={FIELD}
        name={FIELD}
        label={say(t.howMuch)}
        labelSize="m"
        hint={say(t.howMuchHint, { sum, stream: say(streamText[allocation.stream]) })}
        error={errorOf(errors, FIELD)}
        prefix={say(t.pound)}
        width={10}
        inputMode="decimal"
        autocomplete="off"
        value={typed}
        onInput={type}
      />
      <Button>{say(t.continue)}</Button>
    </form>
  );
}
