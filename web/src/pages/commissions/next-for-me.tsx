// At the top of a commission, for a member: a session to confirm, one in dispute, or the next one.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Command } from '../../api/command.ts';
import type { Session } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { dayName, instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionText as t } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';
import { commissionWords } from './commission-words.text.ts';
import { isActive, takesPart } from './who.ts';

interface NextProps extends Pick<CommissionProps, 'commission'> {
  readonly waiting: Session | undefined;
  readonly isMember: boolean;
  readonly confirm: Command<'POST /v1/commissions/{id}/sessions/{n}/confirmation'>;
}

export function NextForMe({ commission, waiting, confirm, isMember }: NextProps) {
  const { id, poolId, sessions } = commission;
  const disputed = sessions.find((session) => session.status === 'disputed' && takesPart(session));
  const confirmed = sessions.filter(({ status, confirmedByMe }) => status === 'delivered' && confirmedByMe);
  const next = isActive(commission) ? sessions.find(({ status }) => status === 'planned') : undefined;
  return (
    <>
      {waiting && <ToConfirm id={id} session={waiting} confirm={confirm} />}
      {confirmed.map(({ n, on, releasesAt = '' }) => (
        <div key={n} class="kitty-card">
          <h2 class="govuk-heading-m">{say(t.youConfirmedHeading, { day: dayName(on) })}</h2>
          <Say text={commissionWords.youConfirmed} params={{ when: instant(releasesAt) }} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/commissions/${id}/sessions/${n}?wrong=yes`}>
              {say(commissionWords.wrong)}
            </a>
          </p>
        </div>
      ))}
      {disputed && (
        <div class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.disputedHeading)}</h2>
          <Say text={t.disputedAsk} params={{ day: dayName(disputed.on) }} />
          <div class="kitty-card__foot">
            <Button href={`/commissions/${id}/sessions/${disputed.n}`}>{say(t.settle)}</Button>
          </div>
        </div>
      )}
      {next && (
        <div class="kitty-card">
          <h2 class="govuk-heading-m">{say(t.nextHeading)}</h2>
          <Say
            text={takesPart(next) ? t.nextIs : t.nextIsPlain}
            params={{ day: dayName(next.on), time: next.time, share: pounds(next.mySharePence ?? 0) }}
          />
          {!next.funded && (
            <>
              <Say text={t.nextNotFunded} />
              {isMember && (
                <Button href={`/pools/${poolId}/put-in`} variant="secondary">
                  {say(t.putIn)}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}

interface ToConfirmProps {
  readonly id: string;
  readonly session: Session;
  readonly confirm: Command<'POST /v1/commissions/{id}/sessions/{n}/confirmation'>;
}

function ToConfirm({ id, session: { n, on, time, releasesAt }, confirm }: ToConfirmProps) {
  const send = (event: Event): void => {
    event.preventDefault();
    confirm.send({ params: { id, n }, body: {} });
  };
  return (
    <form class="kitty-card kitty-card--accent" onSubmit={send} noValidate>
      <h2 class="govuk-heading-m">{say(t.confirmHeading)}</h2>
      <Say text={t.confirmAsk} params={{ day: dayName(on), time }} />
      {releasesAt !== undefined && <Say text={t.confirmElse} params={{ when: instant(releasesAt) }} />}
      <div class="kitty-card__foot">
        <Button>{say(confirm.state === 'sending' ? shellText.sending : commissionWords.confirm)}</Button>
        <Button href={`/commissions/${id}/sessions/${n}?wrong=yes`} variant="secondary">
          {say(commissionWords.wrong)}
        </Button>
      </div>
    </form>
  );
}
