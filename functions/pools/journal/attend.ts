// Somebody who joined cannot come to one session. Where the agreement says `free-with-notice`, who says so in time pays
// nothing for it; the others' shares rise only as far as each has agreed to. And the most that somebody pays from now on.
import { addHours } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { hold, undoHold } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow } from './pool-state.ts';
import { agreedShares, inviteesOf, sessionStart } from './sessions.ts';
import { isRunning } from './statuses.ts';

/** Until when somebody may say that they cannot come to session `n`: what the offer's terms call in time. */
export const absenceUntil = (commission: Commission, n: number): string =>
  addHours(sessionStart(commission, n), -commission.cancellation.hours);

interface Attendance {
  readonly id: string;
  readonly n: number;
}

export const attend = (draft: PoolDraft, command: Attendance, personId: string) =>
  changeAttendance(draft, command, personId, 'attending');

export const stayAway = (draft: PoolDraft, command: Attendance, personId: string) =>
  changeAttendance(draft, command, personId, 'absent');

function changeAttendance(draft: PoolDraft, { id, n }: Attendance, personId: string, type: 'absent' | 'attending') {
  const commission = draft.state.commissions[id];
  const status = commission?.sessionStatuses[n - 1];
  if (!commission || !status || !inviteesOf(commission, n).some((one) => one.personId === personId))
    return refuse('not-found');
  if (draft.state.agreement.absence === 'pay') return refuse('absence-is-paid');
  if (!isRunning(commission)) return refuse('commission-over');
  if (status !== 'planned' && status !== 'held') return refuse('session-over');
  if (draft.at > absenceUntil(commission, n)) return refuse('too-late-for-absence');
  if (status === 'held') undoHold(draft, id, n);
  draft.change({ type, id, n, personId });
  const isCovered =
    status === 'held' ? hold(draft, id, n) : agreedShares(getOrThrow(draft.state.commissions, id), n) !== undefined;
  return isCovered ? undefined : refuse('others-would-not-cover');
}

/** A participant changes the most that they pay for a session from now on. */
export function changeLimit(
  draft: PoolDraft,
  { id, upToPence }: { readonly id: string; readonly upToPence: number },
  personId: string,
) {
  const commission = draft.state.commissions[id];
  if (!commission?.participants.some((one) => one.personId === personId && one.lastDay === undefined))
    return refuse('not-found');
  if (!isRunning(commission)) return refuse('commission-over');
  draft.change({ type: 'limit-changed', id, personId, upToPence });
  return undefined;
}
