// Leaving a pool: free money goes back at once, but for what the leaver owes within the notice.
import { addDays, dayOf } from '../../kernel/clock.ts';
import { refund, refundableOf } from './contribute.ts';
import { agreedShares, giveBack, setAside } from './hold.ts';
import { PoolDraft } from './pool-draft.ts';
import { getOrThrow, type PoolState } from './pool-state.ts';
import { attendeesOf, attends, dearestShare, sessionDay } from './sessions.ts';
import { heldSharesOf } from './split.ts';
import { isRunning } from './statuses.ts';

export function leave(draft: PoolDraft, _: object, personId: string) {
  giveNotice(draft, personId);
  return refund(draft, { lots: refundableOf(draft.state, personId) });
}

/** What goes home at once when somebody leaves at `at`. */
export function refundsByLeaving(state: PoolState, personId: string, at: string) {
  const draft = new PoolDraft(state, at);
  giveNotice(draft, personId);
  return refundableOf(draft.state, personId);
}

/**
 * Makes somebody a leaver and sets aside what they owe for the sessions within their notice that are not held yet. Where their
 * money does not reach for one, they are not asked to it: the others may go without them.
 */
function giveNotice(draft: PoolDraft, personId: string): void {
  const endsOn = addDays(dayOf(draft.at), 7 * draft.state.agreement.noticeWeeks);
  draft.change({ type: 'left', personId, endsOn });
  for (const { id, n } of plannedUntil(draft.state, personId, endsOn)) {
    if (setAsideFor(draft, id, n, personId)) continue;
    draft.change({ type: 'absent', id, n, personId });
  }
}

/** The sessions up to a day that somebody comes to and that are not held yet, the earliest first. */
function plannedUntil(state: PoolState, personId: string, endsOn: string): { id: string; n: number; day: string }[] {
  const found: { id: string; n: number; day: string }[] = [];
  for (const [id, commission] of Object.entries(state.commissions)) {
    if (!isRunning(commission)) continue;
    for (const [i, status] of commission.sessionStatuses.entries()) {
      const day = sessionDay(commission, i + 1);
      if (status === 'planned' && day <= endsOn && attends(commission, i + 1, personId))
        found.push({ id, n: i + 1, day });
    }
  }
  return found.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Sets aside one person's dearest share of a session that is not held yet, if they agreed to so much and have it. */
function setAsideFor(draft: PoolDraft, id: string, n: number, personId: string): boolean {
  const commission = getOrThrow(draft.state.commissions, id);
  const attendees = attendeesOf(commission, n);
  const dearest = dearestShare(commission, attendees.length);
  const upToPence = attendees.find((one) => one.personId === personId)?.upToPence ?? 0;
  const shares = new Map([...heldSharesOf(draft.state, commission, n), [personId, dearest]]);
  return dearest <= upToPence && setAside(draft, id, n, shares, 'planned');
}

/** The notice is over: later sessions are split among those who stay, if they agreed to so much and have it. */
export function endNotice(draft: PoolDraft, { personId }: { readonly personId: string }) {
  const { endsOn } = getOrThrow(draft.state.leaving, personId);
  const later: [id: string, n: number, before: string[]][] = [];
  for (const [id, commission] of Object.entries(draft.state.commissions))
    for (const [i, status] of commission.sessionStatuses.entries())
      if (status === 'held' && sessionDay(commission, i + 1) > endsOn && attends(commission, i + 1, personId))
        later.push([id, i + 1, attendeesOf(commission, i + 1).map((one) => one.personId)]);
  draft.change({ type: 'notice-ended', personId, endsOn });
  for (const [id, n, before] of later) {
    const shares = agreedShares(draft.state, getOrThrow(draft.state.commissions, id), n, before);
    if (shares && setAside(draft, id, n, shares, 'held')) continue;
    giveBack(draft, id, n);
    draft.change({ type: 'session-status', id, n, status: 'planned' });
  }
  return undefined;
}
