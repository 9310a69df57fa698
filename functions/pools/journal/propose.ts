// Proposing to buy, to cancel or to change the agreement; and withdrawing a proposal.
import { addHours, dayOf } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/result.ts';
import { MAX_OPEN_COMMISSIONS, MAX_OPEN_PROPOSALS } from './limits.ts';
import type { PoolDraft } from './pool-draft.ts';
import type { Idea, Order, PoolState } from './pool-state.ts';
import { isOpenCommission } from './pool-sums.ts';
import { sessionStart } from './sessions.ts';
import { isRunning } from './statuses.ts';

/** Counts what is being decided as well, so that nothing has to wait for room once it is agreed. */
const hasMostCommissions = ({ commissions, proposals }: PoolState): boolean =>
  Object.values(commissions).filter(isOpenCommission).length +
    Object.values(proposals).filter(({ kind }) => kind === 'buy').length >=
  MAX_OPEN_COMMISSIONS;

/** `barred`: who runs the enterprise that it is about, and so does not decide about it. */
export function propose(
  draft: PoolDraft,
  { id, idea, barred }: { readonly id: string; readonly idea: Idea; readonly barred: readonly string[] },
  by: string,
) {
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
    const order = commission ?? waitingOrder(state, idea.commissionId);
    if (!order) return refuse('no-such-commission');
    if (commission && !isRunning(commission)) return refuse('commission-over');
    if (idea.session !== undefined && (!commission || idea.session > order.sessions)) return refuse('not-found');
  }
  const electors = Object.keys(state.members)
    .filter((personId) => !barred.includes(personId))
    .sort();
  if (electors.length === 0) return refuse('own-enterprise');
  const proposal = { ...idea, by, closesAt, electors, decisionRule, quorum, votes: {}, status: 'open' as const };
  draft.change({ type: 'proposed', id, proposal });
  return undefined;
}

/** What the pool has agreed to order and lacks the money for: it takes that back as it cancels an order, under the same id. */
export function waitingOrder({ proposals }: PoolState, id: string): Order | undefined {
  const proposal = proposals[id];
  return proposal?.kind === 'buy' && proposal.status === 'waiting' ? proposal.order : undefined;
}

/** Why there is no open proposal with this id. */
export const noProposal = (state: PoolState, id: string) =>
  refuse(state.decidedProposals[id] ? 'already-decided' : 'not-found');

export function withdrawProposal(draft: PoolDraft, { id }: { readonly id: string }, personId: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return noProposal(draft.state, id);
  if (proposal.by !== personId) return refuse('not-the-proposer');
  // What the group has agreed, only the group takes back.
  if (proposal.status !== 'open') return refuse('already-decided');
  draft.change({ type: 'proposal-status', id, status: 'withdrawn' });
  return undefined;
}
