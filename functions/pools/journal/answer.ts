// The enterprise answers what a pool has asked for; a request that it never answers expires.
import { refuse } from '../../kernel/result.ts';
import { cancelAll } from './cancel.ts';
import type { PoolDraft } from './pool-draft.ts';
import { getOrThrow } from './pool-state.ts';

/** What somebody who runs the enterprise does about a commission. */
interface EnterpriseCommand {
  readonly id: string;
  readonly ownedEnterpriseIds: readonly string[];
}

export function acceptRequest(draft: PoolDraft, { id }: EnterpriseCommand) {
  if (getOrThrow(draft.state.commissions, id).status !== 'requested') return refuse('already-answered');
  draft.change({ type: 'commission-status', id, status: 'accepted' });
  return undefined;
}

export function refuseRequest(draft: PoolDraft, { id }: EnterpriseCommand) {
  if (getOrThrow(draft.state.commissions, id).status !== 'requested') return refuse('already-answered');
  cancelAll(draft, id, 'refused');
  return undefined;
}

export function expireRequest(draft: PoolDraft, { id }: { readonly id: string }) {
  cancelAll(draft, id, 'expired');
  return undefined;
}
