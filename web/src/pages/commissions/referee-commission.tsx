// A commission as a broker or a funder sees it: the sessions, and a dispute to settle where there is one.
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionText as t } from './commission.text.ts';
import type { CommissionProps } from './commission-props.ts';
import { SessionsList } from './sessions-list.tsx';
import { StatementsAbout } from './statements.tsx';
import { CommissionTag } from './status-tags.tsx';

export function RefereeCommission({ commission }: Pick<CommissionProps, 'commission'>) {
  const { id, title, poolName, status, sessions } = commission;
  const disputed = sessions.filter((session) => session.status === 'disputed');
  return (
    <Page
      title={title}
      caption={poolName}
      back={{ href: '/disputes', label: say(t.toDisputes) }}
      words={['commission', 'session', 'pool']}
    >
      <p class="govuk-body">
        <CommissionTag status={status} />
      </p>
      {disputed.map(({ n, on }) => (
        <div key={n} class="kitty-card kitty-card--accent">
          <h2 class="govuk-heading-m">{say(t.disputedHeading)}</h2>
          <Say text={t.disputedReferee} params={{ day: dayName(on) }} />
          <div class="kitty-card__foot">
            <Button href={`/commissions/${id}/sessions/${n}`}>{say(t.settle)}</Button>
          </div>
        </div>
      ))}
      <StatementsAbout commission={commission} />
      <SessionsList commission={commission} />
    </Page>
  );
}
