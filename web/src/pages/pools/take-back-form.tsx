// Which lot, where there are several, and how much of what is free in it.
import { useState } from 'preact/hooks';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { penceOf, pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamName } from './stream-name.ts';
import { takeBackText as t } from './take-back.text.ts';

interface Typed {
  readonly lot: string;
  readonly amount: string;
}

interface FormProps {
  readonly lots: Pool['mine']['lots'];
  readonly draft: Typed;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
  readonly onTyped: (typed: Typed) => void;
}

const LOT = 'lot';
const AMOUNT = 'amount';

export function TakeBackForm({ lots, draft, errors, onErrors, onTyped }: FormProps) {
  const [typed, type] = useState<Typed>(draft);
  const [only, ...others] = lots;
  // With a single lot there is nothing to choose.
  const chosen = others.length === 0 ? only : lots.find(({ lot }) => lot === typed.lot);
  const submit = (): void => {
    const wrong: FieldError[] = chosen ? [] : [{ field: LOT, message: say(t.whichError) }];
    const pence = penceOf(typed.amount);
    if (!pence) wrong.push({ field: AMOUNT, message: say(t.amountError) });
    else if (chosen && pence > chosen.freePence)
      wrong.push({ field: AMOUNT, message: say(t.tooMuchError, { sum: pounds(chosen.freePence) }) });
    if (chosen && wrong.length === 0) onTyped({ ...typed, lot: chosen.lot });
    else onErrors(wrong);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {others.length > 0 && (
        <Radios
          id={LOT}
          name={LOT}
          legend={say(t.which)}
          legendSize="m"
          error={errorOf(errors, LOT)}
          value={typed.lot}
          onChange={(lot) => type({ ...typed, lot })}
          items={lots.map(({ lot, stream, freePence }) => ({
            value: lot,
            text: streamName(stream),
            hint: say(t.lot, { sum: pounds(freePence) }),
          }))}
        />
      )}
      <Input
        id={AMOUNT}
        name={AMOUNT}
        label={say(t.howMuch)}
        labelSize="m"
        hint={
          others.length === 0 &&
          only &&
          say(t.howMuchHint, { sum: pounds(only.freePence), stream: streamName(only.stream) })
        }
        error={errorOf(errors, AMOUNT)}
        prefix={say(t.pound)}
        width={10}
        inputMode="decimal"
        autocomplete="off"
        value={typed.amount}
        onInput={(amount) => type({ ...typed, amount })}
      />
      <Button>{say(t.continue)}</Button>
    </form>
  );
}
