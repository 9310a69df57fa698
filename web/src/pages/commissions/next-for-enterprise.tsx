// At the top of an accepted commission, for the enterprise: a dispute, or the next session and a button to say it took place.
import type { Command } from '../../api/command.ts';
import type { Commission, Session } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionWords } from './commission-words.text.ts';
import { enterpriseCommissionText as t } from './enterprise-commission.text.ts';
import { lastDayToMark, useHasBegun } from './session-times.ts';

interface NextProps {
  readonly commission: Commission;
  readonly next: Session | undefined;
  readonly deliver: Command<'POST /v1/commissions/{id}/sessions/{n}/delivery'>;
}

export function NextForEnterprise({ commission: { id, sessions }, next, deliver }: NextProps) {
  const disputed = sessions.find(({ status }) => status === 'disputed');
  return (
    <>
      {disputed && (
        <div class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.disputedHeading)}</h2>
          <Say text={t.disputedAsk} params={{ day: dayName(disputed.on) }} />
          <div class="kitty-card__foot">
            <Button href={`/commissions/${id}/sessions/${disputed.n}`}>{say(t.settle)}</Button>
          </div>
        </div>
      )}
      {next && <Next id={id} session={next} deliver={deliver} />}
    </>
  );
}

function Next({ id, session, deliver }: { id: string; session: Session; deliver: NextProps['deliver'] }) {
  const { n, on, time, funded } = session;
  const mayDeliver = useHasBegun(session) && funded;
  const send = (event: Event): void => {
    event.preventDefault();
    deliver.send({ params: { id, n }, body: {} });
  };
  return (
    <form class="kitty-card kitty-card--accent" onSubmit={send} noValidate>
      <h2 class="govuk-heading-m">{say(t.nextHeading)}</h2>
      <Say text={t.nextIs} params={{ day: dayName(on), time }} />
      <Say
        text={mayDeliver ? t.nextDeliver : funded ? t.nextDeliverLater : t.nextNotFunded}
        params={{ last: dayName(lastDayToMark(on)) }}
      />
      {mayDeliver && (
        <div class="kitty-card__foot">
          <Button>{say(deliver.state === 'sending' ? shellText.sending : commissionWords.deliver)}</Button>
        </div>
      )}
    </form>
  );
}
