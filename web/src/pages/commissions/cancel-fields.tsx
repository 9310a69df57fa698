// Asks the group to cancel what is still to come, or one session.
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Say } from '../../components/say.tsx';
import { Select } from '../../components/select.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { ALL, type CancelForm } from './cancel-form.ts';
import { commissionText as t } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';

interface CancelFieldsProps extends Pick<CommissionProps, 'commission'> {
  readonly form: CancelForm;
}

export function CancelFields({ commission: { sessions, cancellation }, form }: CancelFieldsProps) {
  const upcoming = sessions.filter(({ status }) => status === 'planned');
  if (upcoming.length === 0) return null;
  return (
    <Details summary={say(t.cancelHeading)}>
      <Say text={t.cancelExplained} />
      {cancellation.chargePercent > 0 && cancellation.hours > 0 && (
        <Say text={t.cancelCharge} params={{ hours: cancellation.hours, percent: cancellation.chargePercent }} />
      )}
      <form onSubmit={form.submit} noValidate>
        <Select
          id="what"
          name="what"
          label={say(t.cancelWhat)}
          value={form.what}
          onChange={form.choose}
          items={[
            { value: ALL, text: say(t.cancelAll) },
            ...upcoming.map(({ n, on, time }) => ({
              value: String(n),
              text: say(commissionWords.dayAt, { day: dayName(on), time }),
            })),
          ]}
        />
        <Textarea
          id="note"
          name="note"
          label={say(t.cancelNote)}
          error={errorOf(form.errors, 'note')}
          rows={3}
          value={form.note}
          onInput={form.type}
        />
        <Button variant="secondary">{say(form.command.state === 'sending' ? shellText.sending : t.cancelSend)}</Button>
      </form>
    </Details>
  );
}
