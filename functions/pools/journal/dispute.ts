// Something was wrong with a session: nothing is paid until both sides name the same sum, or a referee decides.
import { refuse } from '../../kernel/result.ts';
import { commissionWith, type SessionCommand } from './deliver.ts';
import { dealOddPennies, heldPenceFor, settle } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import { getOrThrow, type SessionSettlement } from './pool-state.ts';
import { attends, sessionStart } from './sessions.ts';
import { isUpcoming } from './statuses.ts';

/** For whom somebody speaks about a commission: the enterprise, those who took part, or as broker or funder. */
export type Side = 'enterprise' | 'pool' | 'referee';

export function dispute(draft: PoolDraft, { id, n, ownedEnterpriseIds }: SessionCommand, personId: string) {
  const commission = commissionWith(draft.state, id, n);
  if (!commission || !attends(commission, n, personId)) return refuse('not-found');
  if (ownedEnterpriseIds.includes(commission.enterpriseId)) return refuse('own-enterprise');
  const status = commission.sessionStatuses[n - 1];
  const hasBegun = sessionStart(commission, n) <= draft.at && commission.status !== 'requested';
  if (status !== 'delivered' && !(status === 'held' && hasBegun))
    return refuse(isUpcoming(status) ? 'not-yet' : 'session-over');
  draft.change({ type: 'session-status', id, n, status: 'disputed', settlement: { disputedAt: draft.at } });
  return undefined;
}

/** Names what should be paid. */
export function resolve(
  draft: PoolDraft,
  { id, n, side, payPence, ownedEnterpriseIds }: SessionCommand & { readonly side: Side; readonly payPence: number },
  personId: string,
) {
  const commission = commissionWith(draft.state, id, n);
  if (!commission) return refuse('not-found');
  const ownsEnterprise = ownedEnterpriseIds.includes(commission.enterpriseId);
  if (side === 'enterprise' && !ownsEnterprise) return refuse('not-found');
  if (side === 'pool' && !attends(commission, n, personId)) return refuse('not-found');
  if (side !== 'enterprise' && ownsEnterprise) return refuse('own-enterprise');
  if (commission.sessionStatuses[n - 1] !== 'disputed') return refuse('not-disputed');
  if (payPence > heldPenceFor(draft.state, id, n)) return refuse('more-than-price');
  const settlement: SessionSettlement = {
    ...getOrThrow(commission.settlements, String(n)),
    ...(side === 'pool' ? { poolPence: payPence } : {}),
    ...(side === 'enterprise' ? { enterprisePence: payPence } : {}),
  };
  if (side === 'referee' || settlement.poolPence === settlement.enterprisePence) {
    settle(draft, id, n, payPence);
    dealOddPennies(draft, id);
  } else draft.change({ type: 'session-status', id, n, status: 'disputed', settlement });
  return undefined;
}
