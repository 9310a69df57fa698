// The next sessions of the pool's commissions, the soonest first.
import type { Commission } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { CalendarDay } from '../../components/calendar-day.tsx';
import { Say } from '../../components/say.tsx';
import { Tag } from '../../components/tag.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { poolPlansText as t } from './pool-plans.text.ts';

interface NextProps {
  readonly commissions: readonly Commission[];
  readonly isMember: boolean;
}

/** Two of each commission, so that a weekly one does not hide the others. */
const OF_EACH = 2;
const MOST = 4;

export function PoolNext({ commissions, isMember }: NextProps) {
  const next = commissions
    .filter(({ status }) => status === 'requested' || status === 'accepted')
    .flatMap(({ id, title, sessions }) =>
      sessions
        .filter(({ status }) => status === 'planned')
        .slice(0, OF_EACH)
        .map((session) => ({ ...session, commissionId: id, title })),
    )
    .sort((one, other) => (one.on + one.time < other.on + other.time ? -1 : 1))
    .slice(0, MOST);
  if (next.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{say(t.next)}</h2>
        <Say text={isMember ? t.nothingNext : t.nothingNextOutside} />
        {isMember && (
          <Button href="/find" variant="secondary">
            {say(t.find)}
          </Button>
        )}
      </section>
    );
  return (
    <section>
      <h2 class="govuk-heading-m">{say(t.next)}</h2>
      <ol class="kitty-sessions">
        {next.map(({ commissionId, n, title, on, time, funded }) => (
          <li key={`${commissionId} ${n}`} class="kitty-session">
            <CalendarDay on={on} />
            <p class="kitty-session__words govuk-body">
              <a class="govuk-link" href={`/commissions/${commissionId}/sessions/${n}`}>
                {title}
              </a>
              <br />
              {dayName(on)} {say(t.at, { time })}
            </p>
            {!funded && <Tag colour="yellow">{say(t.notFundedYet)}</Tag>}
          </li>
        ))}
      </ol>
    </section>
  );
}
