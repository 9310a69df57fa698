// Somebody who joined cannot come to one session. Where the agreement says `free-with-notice`, who says so in time pays
// nothing for it; whose share rises by it must have agreed to so much. And the most that somebody pays from now on.
import { addHours } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { agreedShares, dealOddPennies, setAside } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow } from './pool-state.ts';
import { attendeesOf, attends, dearestShare, inviteesOf, sessionStart } from './sessions.ts';
import { heldSharesOf } from './split.ts';
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
  if (!isRunning(commission)) return refuse('commission-over');
  if (status !== 'planned' && status !== 'held') return refuse('session-over');
  // What is so already needs nobody's leave.
  if (attends(commission, n, personId) === (type === 'attending')) return undefined;
  if (type === 'attending' && !draft.state.members[personId]) return refuse('still-leaving');
  if (draft.state.agreement.absence === 'pay') return refuse('absence-is-paid');
  if (draft.at > absenceUntil(commission, n)) return refuse('too-late-for-absence');
  const before = attendeesOf(commission, n).map((one) => one.personId);
  draft.change({ type, id, n, personId });
  const shares = sharesNow(draft, id, n, before, status);
  if (!shares || !setAside(draft, id, n, shares, status)) return refuse('others-would-not-cover');
  dealOddPennies(draft, id);
  return undefined;
}

/** What must be set aside for session `n` now that others come to it than `before`; of one not held yet only leavers' shares are. */
function sharesNow(draft: PoolDraft, id: string, n: number, before: readonly string[], status: 'planned' | 'held') {
  const commission = getOrThrow(draft.state.commissions, id);
  const shares = agreedShares(draft.state, commission, n, before);
  if (!shares || status === 'held') return shares;
  const dearest = dearestShare(commission, shares.size);
  const held = heldSharesOf(draft.state, commission, n);
  return new Map([...held].filter(([one]) => shares.has(one)).map(([one, pence]) => [one, pence > 0 ? dearest : 0]));
}

/** A participant changes the most that they pay for a session from now on. */
export function changeLimit(
  draft: PoolDraft,
  { id, upToPence }: { readonly id: string; readonly upToPence: number },
  personId: string,
) {
  const commission = draft.state.commissions[id];
  const participant = commission?.participants.find((one) => one.personId === personId);
  if (!commission || !participant) return refuse('not-found');
  // For who has left it is over, too.
  if (!isRunning(commission) || participant.lastDay !== undefined) return refuse('commission-over');
  draft.change({ type: 'limit-changed', id, personId, upToPence });
  return undefined;
}
