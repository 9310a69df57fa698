// How much to put in: no more than is available.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Allocation } from '../../api/types.ts';
import { Input } from '../../components/input.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { putInText as t } from './put-in.text.ts';

interface HowMuchProps {
  readonly allocation: Allocation;
  readonly amount: string;
  readonly errors: readonly FieldError[];
  readonly onTyped: (amount: string) => void;
}

export const PutInHowMuch = ({ allocation, amount, errors, onTyped }: HowMuchProps) => (
  <Input
    id="amount"
    name="amount"
    label={say(t.howMuch)}
    labelSize="m"
    hint={say(t.howMuchHint, { sum: pounds(allocation.availablePence), stream: say(streamText[allocation.stream]) })}
    error={errorOf(errors, 'amount')}
    prefix={say(t.pound)}
    width={10}
    inputMode="decimal"
    autocomplete="off"
    value={amount}
    onInput={onTyped}
  />
);
