// Voting on a proposal, and taking a vote back.
import { refuse } from '../../kernel/result.ts';
import type { PoolDraft } from './pool-draft.ts';
import type { Choice, Order, PoolState, Proposal, Vote } from './pool-state.ts';
import { noProposal, waitingOrder } from './propose.ts';
import { dearestShare } from './sessions.ts';

/** The most that a person pays for a session unless they say otherwise: their share if only the fewest come. */
const usualLimit = (order: Order): number => dearestShare(order, order.minPeople);

/** Who said that they come, in a fixed order. */
export const joinersOf = (proposal: Proposal): [personId: string, vote: Vote][] =>
  Object.entries(proposal.votes)
    .filter(([, { joining }]) => joining)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Whose order it is that a proposal is about. */
function enterpriseOf(state: PoolState, proposal: Proposal): string | undefined {
  if (proposal.kind === 'buy') return proposal.order.enterpriseId;
  if (proposal.kind !== 'cancel') return undefined;
  return (state.commissions[proposal.commissionId] ?? waitingOrder(state, proposal.commissionId))?.enterpriseId;
}

interface VoteCommand {
  readonly id: string;
  readonly vote: { readonly choice: Choice; readonly joining: boolean; readonly upToPence?: number };
  readonly ownedEnterpriseIds: readonly string[];
}

export function vote(draft: PoolDraft, { id, vote, ownedEnterpriseIds }: VoteCommand, personId: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return noProposal(draft.state, id);
  const enterpriseId = enterpriseOf(draft.state, proposal);
  if (enterpriseId !== undefined && ownedEnterpriseIds.includes(enterpriseId)) return refuse('own-enterprise');
  if (!proposal.electors.includes(personId)) return refuse('not-an-elector');
  const before = proposal.votes[personId];
  // The group has decided; until its money is there, people may still say whether they come and what they can pay.
  if (proposal.status === 'waiting' && before?.choice !== vote.choice) return refuse('already-decided');
  const { choice } = vote;
  if (proposal.kind !== 'buy') {
    draft.change({ type: 'voted', id, personId, vote: { choice, joining: false, upToPence: 0 } });
    return undefined;
  }
  const { order } = proposal;
  const { joining, upToPence = usualLimit(order) } = vote;
  if (joining && !before?.joining && joinersOf(proposal).length >= order.maxPeople) return refuse('no-places-left');
  draft.change({ type: 'voted', id, personId, vote: { choice, joining, upToPence } });
  return undefined;
}

export function withdrawVote(draft: PoolDraft, { id }: { readonly id: string }, personId: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return noProposal(draft.state, id);
  if (proposal.status !== 'open') return refuse('already-decided');
  if (!proposal.votes[personId]) return refuse('not-voted');
  draft.change({ type: 'vote-withdrawn', id, personId });
  return undefined;
}
