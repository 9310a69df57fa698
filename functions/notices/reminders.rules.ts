// Reminders of tomorrow's sessions: when a pool must be checked for them, and who is then reminded.

import { journalName } from '../journal/journal.types.ts';
import { addDays, dayOf, londonInstant } from '../kernel/clock.ts';
import type { PoolChange, PoolState } from '../pools/journal/pool-state.ts';
import { attendeesOf, sessionDay, sessionStart } from '../pools/journal/sessions.ts';
import type { Notification } from './notices.state.ts';

/** Only these changes affect which sessions people are reminded of. */
export const changesReminders = (changes: readonly PoolChange[]): boolean =>
  changes.some(({ type }) => type === 'session-status' || type === 'commission-status');

/** The sessions that are going to take place: agreed, accepted and funded. */
function upcomingSessions(state: PoolState): { id: string; n: number; day: string }[] {
  return Object.entries(state.commissions).flatMap(([id, commission]) =>
    commission.status === 'accepted'
      ? commission.sessionStatuses.flatMap((status, i) =>
          status === 'held' ? [{ id, n: i + 1, day: sessionDay(commission, i + 1) }] : [],
        )
      : [],
  );
}

/** When the day before the next session begins. Only sessions after tomorrow count, or, with `withTomorrow`, tomorrow's too. */
export function nextReminder(state: PoolState, at: string, withTomorrow: boolean): string | undefined {
  const tomorrow = addDays(dayOf(at), 1);
  const days = upcomingSessions(state)
    .map(({ day }) => day)
    .filter((day) => day > tomorrow || (withTomorrow && day === tomorrow))
    .sort();
  return days[0] && londonInstant(addDays(days[0], -1));
}

/** Reminders at `at` of the sessions on the following day. */
export function remindersOf(state: PoolState, at: string): Notification[] {
  const tomorrow = addDays(dayOf(at), 1);
  return upcomingSessions(state)
    .filter(({ day }) => day === tomorrow)
    .flatMap(({ id, n }): Notification[] => {
      const commission = state.commissions[id];
      if (!commission) return [];
      const notice = {
        journal: journalName({ kind: 'POOL', id: state.id }),
        cause: tomorrow,
        kind: 'session-tomorrow' as const,
        about: id,
        session: n,
        when: sessionStart(commission, n),
        at,
      };
      const attendees = attendeesOf(commission, n).filter((attendee) => state.members[attendee.personId]);
      return [
        ...attendees.map(
          (attendee): Notification => ({ ...notice, as: 'member', to: { personId: attendee.personId } }),
        ),
        { ...notice, as: 'owner', to: { enterpriseId: commission.enterpriseId } },
      ];
    });
}
