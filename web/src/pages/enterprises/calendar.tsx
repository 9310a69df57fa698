// /my-enterprises/:id/calendar: every session by week, this week first, with buttons to say that one took place.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { addDays } from '../../../../functions/kernel/clock.ts';
import type { Answer } from '../../api/api.ts';
import { now as instantNow, today } from '../../api/clock.ts';
import { isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Say } from '../../components/say.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { dayName, dayShort } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { calendarText as t } from './calendar.text.ts';
import { SessionRow } from './session-row.tsx';
import { byWeek, canBeDelivered, mondayOf, sessionsOf, type Work, type WorkSession } from './work.ts';

export function CalendarPage() {
  const id = useRoute().params.id ?? '';
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  const work = useLoad('GET /v1/enterprises/{id}/commissions', { params: { id } });
  return (
    <Loaded of={enterprise}>
      {({ name }) => <Loaded of={work}>{({ items }) => <Calendar id={id} name={name} work={items} />}</Loaded>}
    </Loaded>
  );
}

interface CalendarProps {
  readonly id: string;
  readonly name: string;
  readonly work: readonly Work[];
}

type DeliveryResult = Answer<'POST /v1/commissions/{id}/sessions/{n}/delivery'>;

function Calendar({ id, name, work }: CalendarProps) {
  const home = `/my-enterprises/${id}`;
  // The list is up to 5 seconds late, so the answers to what was just sent replace what it says.
  const [newest, setNewest] = useState<ReadonlyMap<string, DeliveryResult>>(new Map());
  const [asked, setAsked] = useState<WorkSession | undefined>();
  const command = useCommand('POST /v1/commissions/{id}/sessions/{n}/delivery', `delivery ${id}`, (answer) => {
    setNewest(new Map(newest).set(answer.id, answer));
    if (asked) showOnNextPage(say(t.said, { title: asked.commission.title, day: dayName(asked.on) }));
    setAsked(undefined);
  });

  const now = today();
  const sessions = sessionsOf(work.map((one) => ({ ...one, ...newest.get(one.id) })));
  const toSay = sessions.filter((session) => canBeDelivered(session, instantNow()));
  const toCome = sessions.filter((session) => !toSay.includes(session) && session.on >= mondayOf(now));
  const before = sessions.filter((session) => !toSay.includes(session) && session.on < mondayOf(now)).reverse();
  const next = toCome.find(({ on, status }) => on >= now && status === 'planned');

  function took(session: WorkSession): void {
    setAsked(session);
    const { commission, n } = session;
    command.send({ params: { id: commission.id, n }, body: {} });
  }

  return (
    <Page
      title={say(t.title)}
      caption={name}
      back={{ href: home, label: name }}
      commands={[command]}
      words={['session']}
    >
      {sessions.length === 0 && (
        <div class="kitty-empty">
          <Say text={t.none} />
          <Button href={home}>{say(t.list)}</Button>
        </div>
      )}
      {toSay.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{say(t.toSay)}</h2>
          <Say text={t.toSayHelp} />
          <ol class="kitty-sessions">
            {toSay.map((session) => (
              <SessionRow
                key={keyOf(session)}
                session={session}
                onTookPlace={() => took(session)}
                tookText={say(isUnderWay(command) && asked && keyOf(asked) === keyOf(session) ? t.sending : t.took)}
              />
            ))}
          </ol>
        </>
      )}
      {sessions.length > 0 && toCome.length === 0 && <Say text={t.noneToCome} />}
      {byWeek(toCome).map(([monday, ofWeek]) => (
        <Week key={monday} monday={monday} now={now} sessions={ofWeek} next={next} />
      ))}
      {before.length > 0 && (
        <Details summary={say(t.earlier)}>
          {byWeek(before).map(([monday, ofWeek]) => (
            <Week key={monday} monday={monday} now={now} sessions={ofWeek} next={undefined} />
          ))}
        </Details>
      )}
    </Page>
  );
}

const keyOf = ({ commission, n }: WorkSession): string => `${commission.id} ${n}`;

interface WeekProps {
  readonly monday: string;
  readonly now: string;
  readonly sessions: readonly WorkSession[];
  readonly next: WorkSession | undefined;
}

function Week({ monday, now, sessions, next }: WeekProps) {
  const thisMonday = mondayOf(now);
  const heading =
    monday === thisMonday
      ? say(t.thisWeek)
      : monday === addDays(thisMonday, 7)
        ? say(t.nextWeek)
        : say(t.weekOf, { day: dayShort(monday) });
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ol class="kitty-sessions">
        {sessions.map((session) => (
          <SessionRow key={keyOf(session)} session={session} isNext={session === next} />
        ))}
      </ol>
    </>
  );
}
