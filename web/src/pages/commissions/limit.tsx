// Changes the most that I pay for one session of a commission from now on.
import { useState } from 'preact/hooks';
import { type CommandState, useCommand } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { shellText } from '../../shell/shell.text.ts';
import { penceOf, typedPounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionText as t } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';

interface LimitForm {
  readonly command: CommandState;
  readonly errors: readonly FieldError[];
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly submit: (event: Event) => void;
}

export function useLimitForm({ id, myUpToPence }: CommissionProps['commission'], reload: () => void): LimitForm {
  const [typed, type] = useState(typedPounds(myUpToPence ?? 0));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand('PUT /v1/commissions/{id}/limit', `limit ${id}`, () => {
    showOnNextPage(say(t.limitDone));
    reload();
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    const upToPence = penceOf(typed);
    setErrors(upToPence === undefined ? [{ field: 'limit', message: say(t.limitWrong) }] : []);
    if (upToPence === undefined) return;
    command.send({ params: { id }, body: { upToPence } });
  };
  return { command, errors, typed, type, submit };
}

export const LimitFields = ({ form }: { readonly form: LimitForm }) => (
  <Details summary={say(t.limitHeading)}>
    <Say text={t.limitExplained} />
    <form onSubmit={form.submit} noValidate>
      <Input
        id="limit"
        name="limit"
        label={say(t.limit)}
        error={errorOf(form.errors, 'limit')}
        prefix={say(t.pound)}
        inputMode="decimal"
        width={5}
        value={form.typed}
        onInput={form.type}
      />
      <Button variant="secondary">{say(form.command.state === 'sending' ? shellText.sending : t.limitSend)}</Button>
    </form>
  </Details>
);
