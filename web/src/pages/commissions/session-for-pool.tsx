// What a member who takes part can say of a session: it took place, or something was wrong.
import { useRoute } from 'preact-iso';
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
import { isToConfirm, takesPart } from './who.ts';

interface PoolProps extends SessionProps {
  readonly confirm: Command<'POST /v1/commissions/{id}/sessions/{n}/confirmation'>;
  readonly dispute: Command<'POST /v1/commissions/{id}/sessions/{n}/dispute'>;
}

export function SessionForPool({ commission: { id, status }, session, confirm, dispute }: PoolProps) {
  const { query } = useRoute();
  const { n } = session;
  const hasBegun = useHasBegun(session);
  if (!takesPart(session)) return null;
  const params = { last: dayName(lastDayToMark(session.on)) };
  const isDelivered = session.status === 'delivered';
  const isToCome = session.status === 'planned' && session.funded && status !== 'requested';
  const mayBeWrong = isToCome && hasBegun;
  const send = (event: Event): void => {
    event.preventDefault();
    confirm.send({ params: { id, n }, body: {} });
  };
  return (
    <>
      {session.confirmedByMe && (
        <div class="kitty-card">
          <h2 class="govuk-heading-m">{say(commissionWords.youConfirmedHeading)}</h2>
          <Say text={commissionWords.youConfirmed} params={{ when: instant(session.releasesAt ?? '') }} />
        </div>
      )}
      {isToConfirm(session) && (
        <form class="kitty-card kitty-card--accent" onSubmit={send} noValidate>
          <h2 class="govuk-heading-m">{say(t.confirmHeading)}</h2>
          <Say text={session.people === 1 ? t.confirmAlone : t.confirmExplained} />
          <div class="kitty-card__foot">
            <Button>{say(confirm.state === 'sending' ? shellText.sending : commissionWords.confirm)}</Button>
          </div>
        </form>
      )}
      {isToCome && <Say text={hasBegun ? t.notMarked : t.notHappenedLater} params={params} />}
      {(isDelivered || mayBeWrong) && (
        <ReasonForm
          id="wrong"
          heading={isDelivered ? t.wrongHeading : t.notHappened}
          explained={isDelivered ? t.wrongExplained : t.notHappenedExplained}
          button={t.wrongSend}
          label={t.wrongWhat}
          hint={t.wrongHint}
          command={dispute}
          onSend={(body) => dispute.send({ params: { id, n }, body })}
          open={query.wrong === 'yes'}
        />
      )}
    </>
  );
}
