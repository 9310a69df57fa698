// Which lot, where there are several, and how much of what is free in it.

import { pounds } from '../../../../functions/kernel/money.ts';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import { streamName } from './stream-name.ts';
import { takeBackText as t } from './take-back.text.ts';
import type { Lots, TakeBackDraft } from './take-back-draft.ts';

interface TakeBackFieldsProps extends FieldsProps<TakeBackDraft> {
  readonly lots: Lots;
}

export function TakeBackFields({ lots, draft, change, errors }: TakeBackFieldsProps) {
  const [only, ...others] = lots;
  return (
    <>
      <Say text={t.intro} />
      {others.length > 0 && (
        <Radios
          id="lot"
          name="lot"
          legend={say(t.which)}
          legendSize="m"
          error={errorOf(errors, 'lot')}
          value={draft.lot}
          onChange={(lot) => change({ lot })}
          items={lots.map(({ lot, stream, freePence }) => ({
            value: lot,
            text: streamName(stream),
            hint: say(t.lot, { sum: pounds(freePence) }),
          }))}
        />
      )}
      <Input
        id="amount"
        name="amount"
        label={say(t.howMuch)}
        labelSize="m"
        hint={
          others.length === 0 &&
          only &&
          say(t.howMuchHint, { sum: pounds(only.freePence), stream: streamName(only.stream) })
        }
        error={errorOf(errors, 'amount')}
        prefix={say(t.pound)}
        width={10}
        inputMode="decimal"
        autocomplete="off"
        value={draft.amount}
        onInput={(amount) => change({ amount })}
      />
    </>
  );
}
