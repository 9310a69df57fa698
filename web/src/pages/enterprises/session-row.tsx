// One session in an enterprise's list: day, title, pool, status, and a button to say that it took place.
import { Button } from '../../components/button.tsx';
import { CalendarDay } from '../../components/calendar-day.tsx';
import { Tag, type TagColour } from '../../components/tag.tsx';
import { dayName } from '../../text/format.ts';
import { say, sayCount } from '../../text/say.ts';
import { sessionStatusText } from '../../text/words.text.ts';
import { sessionRowText as t } from './session-row.text.ts';
import type { WorkSession } from './work.ts';

const COLOURS: Readonly<Record<WorkSession['status'], TagColour>> = {
  planned: 'teal',
  'not-funded': 'orange',
  delivered: 'yellow',
  disputed: 'red',
  released: 'green',
  cancelled: 'grey',
};

interface SessionRowProps {
  readonly session: WorkSession;
  readonly isNext?: boolean;
  /** Left out when it cannot be confirmed yet, or any more. */
  readonly onTookPlace?: (() => void) | undefined;
  readonly tookText?: string;
}

export function SessionRow({ session, isNext = false, onTookPlace, tookText }: SessionRowProps) {
  const { commission, on, time, status } = session;
  const { title, poolName, people } = commission;
  const isAsked = commission.status === 'requested';
  return (
    <li class={isNext ? 'kitty-session kitty-session--next' : 'kitty-session'}>
      <CalendarDay on={on} alone />
      <div class="kitty-session__words">
        <p class="govuk-body">
          <a class="govuk-link" href={`/commissions/${commission.id}`}>
            <strong>{title}</strong>
          </a>
          <br />
          {sayCount(people, t.line1, t.line, { pool: poolName, time })}
        </p>
      </div>
      <div class="kitty-session__end">
        <Tag colour={isAsked ? 'purple' : COLOURS[status]}>{say(isAsked ? t.asked : sessionStatusText[status])}</Tag>
        {onTookPlace && (
          <Button type="button" onClick={onTookPlace}>
            {tookText ?? say(t.took)}
            <span class="govuk-visually-hidden"> {say(t.tookHidden, { title, day: dayName(on) })}</span>
          </Button>
        )}
      </div>
    </li>
  );
}
