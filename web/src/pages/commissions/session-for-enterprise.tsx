// What the enterprise can say of a session: it took place, or it is cancelled.
import type { Command } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { dayName, instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { SessionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';
import { ReasonForm } from './reason-form.tsx';
import { sessionText as t } from './session.text.ts';
import { lastDayToMark, useHasBegun } from './session-times.ts';
import { isActive } from './who.ts';

interface EnterpriseProps extends SessionProps {
  readonly deliver: Command<'POST /v1/commissions/{id}/sessions/{n}/delivery'>;
  readonly cancel: Command<'POST /v1/commissions/{id}/sessions/{n}/cancellation'>;
}

export function SessionForEnterprise({ commission, session, deliver, cancel }: EnterpriseProps) {
  const { id, status } = commission;
  const { n, funded, releasesAt } = session;
  const isPlanned = session.status === 'planned';
  const hasBegun = useHasBegun(session);
  const mayBeMarked = isPlanned && funded && status !== 'requested';
  const params = { last: dayName(lastDayToMark(session.on)) };
  const send = (event: Event): void => {
    event.preventDefault();
    deliver.send({ params: { id, n }, body: {} });
  };
  return (
    <>
      {session.status === 'delivered' && releasesAt !== undefined && (
        <Say text={t.deliveredWait} params={{ when: instant(releasesAt) }} />
      )}
      {mayBeMarked && !hasBegun && <Say text={t.deliverLater} params={params} />}
      {mayBeMarked && hasBegun && (
        <form class="kitty-card kitty-card--accent" onSubmit={send} noValidate>
          <h2 class="govuk-heading-m">{say(t.deliverHeading)}</h2>
          <Say text={t.deliverExplained} params={params} />
          <div class="kitty-card__foot">
            <Button>{say(deliver.state === 'sending' ? shellText.sending : commissionWords.deliver)}</Button>
          </div>
        </form>
      )}
      {isPlanned && isActive(commission) && (
        <ReasonForm
          id="cancel"
          heading={t.cancelHeading}
          explained={t.cancelExplained}
          button={t.cancelHeading}
          command={cancel}
          onSend={(body) => cancel.send({ params: { id, n }, body })}
        />
      )}
    </>
  );
}
