// Proposing to buy, to cancel or to change the agreement; and withdrawing a proposal.
import { addHours, dayOf } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { MAX_OPEN_COMMISSIONS, MAX_OPEN_PROPOSALS } from './limits.ts';
import type { PoolDraft } from './pool-draft.ts';
import type { Idea, PoolState } from './pool-state.ts';
import { isOpenCommission } from './pool-sums.ts';
import { sessionStart } from './sessions.ts';
import { isRunning } from './statuses.ts';

export const hasMostCommissions = ({ commissions }: PoolState): boolean =>
  Object.values(commissions).filter(isOpenCommission).length >= MAX_OPEN_COMMISSIONS;

export function propose(draft: PoolDraft, { id, idea }: { readonly id: string; readonly idea: Idea }, by: string) {
  const { state, at } = draft;
  if (Object.keys(state.proposals).length >= MAX_OPEN_PROPOSALS) return refuse('too-many-proposals');
  const { decisionRule, quorum, votingDays } = state.agreement;
  let closesAt = addHours(at, 24 * votingDays);
  if (idea.kind === 'buy') {
    if (idea.order.startsOn < dayOf(at)) return refuse('starts-in-the-past');
    if (hasMostCommissions(state)) return refuse('too-many-commissions');
    // A vote that ends after the first session would decide about the past.
    const first = sessionStart(idea.order, 1);
    if (first <= at) return refuse('starts-in-the-past');
    if (first < closesAt) closesAt = first;
  }
  if (idea.kind === 'cancel') {
    const commission = state.commissions[idea.commissionId];
    if (!commission) return refuse('not-found');
    if (!isRunning(commission)) return refuse('commission-over');
    if (idea.session !== undefined && idea.session > commission.sessions) return refuse('not-found');
  }
  const electors = Object.keys(state.members).sort();
  const proposal = { ...idea, by, closesAt, electors, decisionRule, quorum, votes: {}, status: 'open' as const };
  draft.change({ type: 'proposed', id, proposal });
  return undefined;
}

/** Why there is no open proposal with this id. */
export const noProposal = (state: PoolState, id: string) =>
  refuse(state.decidedProposals[id] ? 'already-decided' : 'not-found');

export function withdrawProposal(draft: PoolDraft, { id }: { readonly id: string }, personId: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return noProposal(draft.state, id);
  if (proposal.by !== personId) return refuse('not-the-proposer');
  draft.change({ type: 'proposal-status', id, status: 'withdrawn' });
  return undefined;
}
