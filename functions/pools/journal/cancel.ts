// Cancelling: by the enterprise everything goes back; by the pool the offer's terms decide what is due.
import { addHours } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { dealOddPennies, settle } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow } from './pool-state.ts';
import { sessionPrice, sessionStart } from './sessions.ts';
import { isRunning, isUpcoming } from './statuses.ts';

/** Ends one session that has not been delivered; `duePence` of its price go to the enterprise. */
export function cancelSession(draft: PoolDraft, id: string, n: number, duePence = 0): void {
  const isHeld = getOrThrow(draft.state.commissions, id).sessionStatuses[n - 1] === 'held';
  settle(draft, id, n, isHeld ? duePence : 0);
}

/** What the pool owes for cancelling session `n` now, in pence: nothing with enough notice, else the agreed part of the price, rounded down. */
function chargeFor(commission: Commission, n: number, at: string): number {
  const { hours, chargePercent } = commission.cancellation;
  if (commission.status === 'requested') return 0;
  if (addHours(at, hours) <= sessionStart(commission, n)) return 0;
  return Math.floor((sessionPrice(commission, n) * chargePercent) / 100);
}

/** All the sessions that are still to come; one that should have been held already is for its own settling. */
const comingSessions = (commission: Commission, at: string): number[] =>
  commission.sessionStatuses
    .map((_, i) => i + 1)
    .filter((n) => isUpcoming(commission.sessionStatuses[n - 1]) && sessionStart(commission, n) > at);

/** What the pool has decided to cancel: one session, or all that are still to come. */
export function cancelByPool(draft: PoolDraft, id: string, session?: number): void {
  const commission = draft.state.commissions[id];
  if (!commission || !isRunning(commission)) return;
  for (const n of comingSessions(commission, draft.at))
    if (session === undefined || session === n) cancelSession(draft, id, n, chargeFor(commission, n, draft.at));
  if (session === undefined) draft.change({ type: 'commission-status', id, status: 'cancelled' });
  else dealOddPennies(draft, id);
}

/** Gives everything back that has not been delivered. */
export function cancelAll(draft: PoolDraft, id: string, status: 'refused' | 'expired' | 'cancelled'): void {
  const { sessionStatuses } = getOrThrow(draft.state.commissions, id);
  for (const [i, one] of sessionStatuses.entries()) if (isUpcoming(one)) cancelSession(draft, id, i + 1);
  draft.change({ type: 'commission-status', id, status });
}

/** The enterprise cancels all that it has not delivered, or one session. */
export function cancelByEnterprise(
  draft: PoolDraft,
  { id, n }: { readonly id: string; readonly n?: number; readonly ownedEnterpriseIds: readonly string[] },
) {
  const commission = getOrThrow(draft.state.commissions, id);
  if (!isRunning(commission)) return refuse('commission-over');
  if (n === undefined) {
    cancelAll(draft, id, 'cancelled');
    return undefined;
  }
  const status = commission.sessionStatuses[n - 1];
  if (status === undefined) return refuse('not-found');
  if (!isUpcoming(status)) return refuse('session-over');
  cancelSession(draft, id, n);
  dealOddPennies(draft, id);
  return undefined;
}
