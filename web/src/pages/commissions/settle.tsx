// A dispute: the amount that each side proposes, and a form to propose one.
import { useState } from 'preact/hooks';
import { pounds } from '../../../../functions/kernel/money.ts';
import type { Answer } from '../../api/api.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import type { Commission, Session } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionWords } from './commission-words.text.ts';
import { oneLine } from './reason-form.tsx';
import { sessionText as t } from './session.text.ts';
import type { Side } from './who.ts';

export type SettlementResult = Answer<'POST /v1/commissions/{id}/sessions/{n}/resolution'>;

const MAX_REASON = 500;

interface SettlementForm {
  /** `theirs`, `all`, `nothing` or `other`. */
  readonly pay: string | undefined;
  readonly amount: string;
  readonly reason: string;
}

const EMPTY_FORM: SettlementForm = { pay: undefined, amount: '', reason: '' };

interface SettlementFormState extends SettlementForm {
  readonly command: CommandState;
  readonly errors: readonly FieldError[];
  readonly set: (changes: Partial<SettlementForm>) => void;
  readonly submit: (event: Event) => void;
}

/** What the other side proposes; a referee sees both. */
const theirsOf = ({ saidPence }: Session, side: Side): number | undefined =>
  side === 'pool' ? saidPence?.enterprise : side === 'enterprise' ? saidPence?.pool : undefined;

export function useSettlementForm(
  { id }: Commission,
  session: Session,
  side: Side,
  onDone: (settled: SettlementResult) => void,
): SettlementFormState {
  const [form, setForm] = useState<SettlementForm>(EMPTY_FORM);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand(
    'POST /v1/commissions/{id}/sessions/{n}/resolution',
    `settle ${id} ${session.n}`,
    (settled) => {
      setForm(EMPTY_FORM);
      onDone(settled);
    },
  );
  const { pricePence } = session;

  function payPence(): number | undefined {
    switch (form.pay) {
      case 'theirs':
        return theirsOf(session, side);
      case 'all':
        return pricePence;
      case 'nothing':
        return 0;
      default:
        return penceOf(form.amount);
    }
  }

  const submit = (event: Event): void => {
    event.preventDefault();
    const found: FieldError[] = [];
    const pence = payPence();
    const reason = oneLine(form.reason);
    if (form.pay === undefined) found.push({ field: 'pay', message: say(t.payChoose) });
    else if (pence === undefined || pence > pricePence)
      found.push({ field: 'amount', message: say(t.payWrong, { price: pounds(pricePence) }) });
    if (reason === '') found.push({ field: 'reason', message: say(commissionWords.reasonMissing) });
    if (reason.length > MAX_REASON) found.push({ field: 'reason', message: say(commissionWords.reasonLong) });
    setErrors(found);
    if (found.length > 0 || pence === undefined) return;
    const body = { payPence: pence, reason };
    command.send({ params: { id, n: session.n }, body });
  };

  const set = (changes: Partial<SettlementForm>): void => setForm((now) => ({ ...now, ...changes }));
  return { ...form, command, errors, set, submit };
}

interface SettleFieldsProps {
  readonly session: Session;
  readonly side: Side;
  readonly form: SettlementFormState;
}

export function SettleFields({ session, side, form }: SettleFieldsProps) {
  const { pricePence, saidPence } = session;
  const theirs = theirsOf(session, side);
  const isNamed = theirs !== undefined && theirs !== 0 && theirs !== pricePence;
  return (
    <section class="kitty-section" aria-labelledby="settle">
      <h2 class="govuk-heading-m" id="settle">
        {say(t.settleHeading)}
      </h2>
      <Say text={side === 'referee' ? t.settleReferee : t.settleExplained} />
      {saidPence?.pool !== undefined && <Say text={t.saidPool} params={{ amount: pounds(saidPence.pool) }} />}
      {saidPence?.enterprise !== undefined && (
        <Say text={t.saidEnterprise} params={{ amount: pounds(saidPence.enterprise) }} />
      )}
      {saidPence === undefined && <Say text={t.saidNobody} />}
      <form onSubmit={form.submit} noValidate>
        <Radios
          id="pay"
          name="pay"
          legend={<span class="govuk-visually-hidden">{say(t.settleHeading)}</span>}
          error={errorOf(form.errors, 'pay')}
          value={form.pay}
          onChange={(pay) => form.set({ pay })}
          items={[
            ...(isNamed ? [{ value: 'theirs', text: say(t.payTheirs, { amount: pounds(theirs) }) }] : []),
            { value: 'all', text: say(t.payAll, { amount: pounds(pricePence) }) },
            { value: 'nothing', text: say(t.payNothing) },
            { value: 'other', text: say(t.payOther), conditional: <Amount form={form} pricePence={pricePence} /> },
          ]}
        />
        <Textarea
          id="reason"
          name="reason"
          label={say(commissionWords.reason)}
          labelSize="s"
          error={errorOf(form.errors, 'reason')}
          rows={3}
          value={form.reason}
          onInput={(reason) => form.set({ reason })}
        />
        <Button>{say(form.command.state === 'sending' ? shellText.sending : t.paySend)}</Button>
      </form>
    </section>
  );
}

const Amount = ({ form, pricePence }: { form: SettlementFormState; pricePence: number }) => (
  <Input
    id="amount"
    name="amount"
    label={say(t.payAmount)}
    hint={say(t.payHint, { price: pounds(pricePence) })}
    error={errorOf(form.errors, 'amount')}
    prefix={say(t.pound)}
    inputMode="decimal"
    width={5}
    value={form.amount}
    onInput={(amount) => form.set({ amount })}
  />
);
