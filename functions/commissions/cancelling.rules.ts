// Cancelling: by the enterprise everything goes back; by the pool the offer's terms decide what is due.
import { addHours } from '../kernel/clock.ts';
import { the } from '../pools/pools.apply.ts';
import type { Draft } from '../pools/pools.draft.ts';
import type { Commission, SessionTalk } from '../pools/pools.state.ts';
import { participants, sessionPrice, sessionStart, unhold } from './money.rules.ts';

/** How a session ends of which `pence` were paid by settling a dispute or cancelling late: its price does not say it any more. */
export const paidInPart = (pence: number): { status: 'released'; talk: SessionTalk } | { status: 'cancelled' } =>
  pence > 0 ? { status: 'released', talk: { paid: pence } } : { status: 'cancelled' };

/** Ends one session that has not been delivered; `due` pence of its price go to the enterprise. */
export function cancelSession(draft: Draft, id: string, n: number, due = 0): void {
  const status = the(draft.state.commissions, id).states[n - 1];
  if (status === 'held') unhold(draft, id, n, due);
  draft.change({ is: 'session', id, n, ...paidInPart(status === 'held' ? due : 0) });
}

/** What the pool owes for cancelling session `n` now, in pence: nothing with enough notice, else the agreed part of the price, rounded down. */
function chargeFor(commission: Commission, n: number, at: string): number {
  if (commission.status === 'requested') return 0;
  if (addHours(at, commission.hours) <= sessionStart(commission, n)) return 0;
  return Math.floor((sessionPrice(commission, participants(commission, n).length) * commission.charge) / 100);
}

const mayBeCancelled = (commission: Commission, n: number): boolean => {
  const status = commission.states[n - 1];
  return status === 'planned' || status === 'held';
};

/** All the sessions that are still to come; one that should have been held already is for its own settling. */
const upcoming = (commission: Commission, at: string): number[] =>
  commission.states
    .map((_, i) => i + 1)
    .filter((n) => mayBeCancelled(commission, n) && sessionStart(commission, n) > at);

export function cancelByPool(draft: Draft, id: string, session?: number): void {
  const commission = draft.state.commissions[id];
  if (!commission || (commission.status !== 'requested' && commission.status !== 'accepted')) return;
  for (const n of upcoming(commission, draft.at)) {
    if (session !== undefined && session !== n) continue;
    cancelSession(draft, id, n, chargeFor(commission, n, draft.at));
  }
  if (session === undefined) draft.change({ is: 'commission', id, status: 'cancelled' });
}

/** Gives everything back that has not been delivered. */
export function cancelAll(draft: Draft, id: string, status: 'refused' | 'expired' | 'cancelled'): void {
  const commission = the(draft.state.commissions, id);
  for (const n of commission.states.keys()) if (mayBeCancelled(commission, n + 1)) cancelSession(draft, id, n + 1);
  draft.change({ is: 'commission', id, status });
}
