// One session from held to paid: delivered by the enterprise, then confirmed by somebody who took part.
import { addHours } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { settle } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow, type PoolState } from './pool-state.ts';
import { attendeesOf, attends, sessionStart } from './sessions.ts';
import { isUpcoming } from './statuses.ts';

/** After delivery the members have this long to object. */
const OBJECTION_DAYS = 7;
/** Once one of them has confirmed, the others have this long. */
const OTHERS_HOURS = 24;

/** One session of one commission. */
export interface SessionCommand {
  readonly id: string;
  readonly n: number;
  readonly ownedEnterpriseIds: readonly string[];
}

/** The commission of a session that there is. */
export function commissionWith(state: PoolState, id: string, n: number): Commission | undefined {
  const commission = state.commissions[id];
  return commission && n >= 1 && n <= commission.sessions ? commission : undefined;
}

export function deliver(draft: PoolDraft, { id, n }: SessionCommand) {
  const commission = commissionWith(draft.state, id, n);
  if (!commission) return refuse('not-found');
  if (commission.status === 'requested') return refuse('not-accepted');
  const status = commission.sessionStatuses[n - 1];
  // What had taken place when the rest was cancelled is still to be settled.
  if (commission.status !== 'accepted' && status !== 'held') return refuse('commission-over');
  if (status === 'planned' || status === 'not-funded') return refuse('not-funded');
  if (status !== 'held') return refuse('session-over');
  if (sessionStart(commission, n) > draft.at) return refuse('not-yet');
  const settlement = { releasesAt: addHours(draft.at, 24 * OBJECTION_DAYS) };
  draft.change({ type: 'session-status', id, n, status: 'delivered', settlement });
  return undefined;
}

export function confirm(draft: PoolDraft, { id, n, ownedEnterpriseIds }: SessionCommand, personId: string) {
  const commission = commissionWith(draft.state, id, n);
  if (!commission || !attends(commission, n, personId)) return refuse('not-found');
  if (ownedEnterpriseIds.includes(commission.enterpriseId)) return refuse('own-enterprise');
  const status = commission.sessionStatuses[n - 1];
  if (status !== 'delivered') return refuse(isUpcoming(status) ? 'not-delivered' : 'session-over');
  const { releasesAt = draft.at, confirmedBy: before = [] } = getOrThrow(commission.settlements, String(n));
  if (before.includes(personId)) return refuse('already-confirmed');
  const confirmedBy = [...before, personId];
  if (attendeesOf(commission, n).every((one) => confirmedBy.includes(one.personId))) {
    settle(draft, id, n);
    return undefined;
  }
  const aDayLater = addHours(draft.at, OTHERS_HOURS);
  const settlement = { releasesAt: aDayLater < releasesAt ? aDayLater : releasesAt, confirmedBy };
  draft.change({ type: 'session-status', id, n, status: 'delivered', settlement });
  return undefined;
}

/** Nobody has objected in time. */
export function releaseSession(draft: PoolDraft, { id, n }: { readonly id: string; readonly n: number }) {
  settle(draft, id, n);
  return undefined;
}
