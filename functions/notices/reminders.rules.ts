// Sessions that are tomorrow: when a pool is to be looked at for them, and who is then reminded.

import { journalName } from '../journal/journal.types.ts';
import { addDays, dayOf, londonInstant } from '../kernel/clock.ts';
import type { PoolChange, PoolState } from '../pools/journal/pool-state.ts';
import { attendeesOf, sessionDay, sessionStart } from '../pools/journal/sessions.ts';
import type { Notification } from './notices.state.ts';

/** Only these can move a session that somebody is to be reminded of. */
export const changesReminders = (changes: readonly PoolChange[]): boolean =>
  changes.some(({ type }) => type === 'session-status' || type === 'commission-status');

/** The sessions that will take place as things stand: agreed, accepted and paid for. */
function comingSessions(state: PoolState): { id: string; n: number; day: string }[] {
  return Object.entries(state.commissions).flatMap(([id, commission]) =>
    commission.status === 'accepted'
      ? commission.sessionStatuses.flatMap((status, i) =>
          status === 'held' ? [{ id, n: i + 1, day: sessionDay(commission, i + 1) }] : [],
        )
      : [],
  );
}

/** The instant at which the day before the next session begins, of those that are later than tomorrow or, with `withTomorrow`, tomorrow. */
export function nextReminder(state: PoolState, at: string, withTomorrow: boolean): string | undefined {
  const tomorrow = addDays(dayOf(at), 1);
  const days = comingSessions(state)
    .map(({ day }) => day)
    .filter((day) => day > tomorrow || (withTomorrow && day === tomorrow))
    .sort();
  return days[0] && londonInstant(addDays(days[0], -1));
}

/** Who is to be reminded at `at` of what is tomorrow. */
export function remindersOf(state: PoolState, at: string): Notification[] {
  const tomorrow = addDays(dayOf(at), 1);
  return comingSessions(state)
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
      const people = attendeesOf(commission, n).filter((one) => state.members[one.personId]);
      return [
        ...people.map((one): Notification => ({ ...notice, as: 'member', to: { person: one.personId } })),
        { ...notice, as: 'owner', to: { enterprise: commission.enterpriseId } },
      ];
    });
}
