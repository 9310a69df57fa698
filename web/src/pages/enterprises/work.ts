// What an enterprise has been asked to do: requests to answer, and sessions by day and week.
import { addDays, daysBetween, londonInstant } from '../../../../functions/kernel/clock.ts';
import type { Answer } from '../../api/api.ts';
import type { Commission, Session } from '../../api/types.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { sessionStatusText } from '../../text/words.text.ts';

export type Work = Answer<'GET /v1/enterprises/{id}/commissions'>['items'][number];

export interface WorkSession {
  readonly commission: Work;
  readonly n: number;
  readonly on: string;
  readonly time: string;
  readonly status: Session['status'];
}

/** Requests that wait for an answer, the most urgent first. */
export const requestsOf = (work: readonly Work[]): Work[] =>
  work.filter(({ status }) => status === 'requested').sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1));

/** Requests that were refused or expired are not in the calendar. */
const IN_CALENDAR = new Set<Commission['status']>(['requested', 'accepted', 'done', 'cancelled']);

/** All sessions, the earliest first. */
export const sessionsOf = (work: readonly Work[]): WorkSession[] =>
  work
    .filter(({ status }) => IN_CALENDAR.has(status))
    .flatMap((commission) =>
      commission.sessions.flatMap(({ n, on, time, status }) =>
        isKeyOf(sessionStatusText, status) ? [{ commission, n, on, time, status }] : [],
      ),
    )
    .sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : 1));

/** Whether the enterprise can now say that it took place. */
export const canBeDelivered = ({ commission, on, time, status }: WorkSession, now: string): boolean =>
  commission.status === 'accepted' && status === 'planned' && londonInstant(on, time) <= now;

/** 5 January 1970 was a Monday. */
const A_MONDAY = '1970-01-05';

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => {
  const days = daysBetween(A_MONDAY, day);
  return addDays(day, -(((days % 7) + 7) % 7));
};

/** Sessions by week, in the order in which they come. */
export const byWeek = (sessions: readonly WorkSession[]): [monday: string, sessions: WorkSession[]][] => [
  ...Map.groupBy(sessions, ({ on }) => mondayOf(on)),
];
