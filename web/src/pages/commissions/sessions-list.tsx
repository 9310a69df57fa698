// The calendar of a commission: every session with its day, cost and status; those that are over come last.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Commission, Session } from '../../api/types.ts';
import { CalendarDay } from '../../components/calendar-day.tsx';
import { dayName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionWords as t } from './commission-words.text.ts';
import { SessionTag } from './status-tags.tsx';

const OPEN: readonly Session['status'][] = ['planned', 'delivered', 'disputed'];

export function SessionsList({ commission: { id, sessions } }: { readonly commission: Commission }) {
  const open = sessions.filter(({ status }) => OPEN.includes(status));
  const over = sessions.filter(({ status }) => !OPEN.includes(status));
  return (
    <>
      {open.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{say(t.sessionsOpen)}</h2>
          <List id={id} sessions={open} />
        </>
      )}
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{say(t.sessionsOver)}</h2>
          <List id={id} sessions={over} />
        </>
      )}
    </>
  );
}

const List = ({ id, sessions }: { id: string; sessions: readonly Session[] }) => (
  <ol class="kitty-sessions">
    {sessions.map((session) => (
      <li key={session.n} class="kitty-session">
        <CalendarDay on={session.on} />
        <div class="kitty-session__words">
          <a class="govuk-link" href={`/commissions/${id}/sessions/${session.n}`}>
            {say(t.dayAt, { day: dayName(session.on), time: session.time })}
          </a>
          <br />
          <span class="kitty-muted">{costOf(session)}</span>
        </div>
        <div class="kitty-session__end">
          <SessionTag status={session.status} />
          {session.status === 'planned' && !session.funded && <span class="kitty-muted">{say(t.notSetAside)}</span>}
        </div>
      </li>
    ))}
  </ol>
);

/** Nothing is owed for a session that did not take place. */
function costOf({ status, mySharePence, pricePence }: Session): string {
  if (status === 'cancelled' || status === 'not-funded') return '';
  if (mySharePence === undefined) return say(t.price, { price: pounds(pricePence) });
  return say(OPEN.includes(status) ? t.pay : t.share, { share: pounds(mySharePence) });
}
