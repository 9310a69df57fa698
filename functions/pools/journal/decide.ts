// Deciding a proposal: by its votes when all are in or the time is up. The decision itself moves the money.
import { addHours } from '../../kernel/clock.ts';
import { cancelByPool } from './cancel.ts';
import { hold, lackingPence } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import {
  type AgreementTerms,
  type Choice,
  type Commission,
  getOrThrow,
  type PoolState,
  type Proposal,
  type ProposalOutcome,
  type Purchase,
} from './pool-state.ts';
import { hasMostCommissions } from './propose.ts';
import { largestShare, sessionStart } from './sessions.ts';
import { joinersOf } from './vote.ts';

/** An enterprise has this long to answer a request. */
const ANSWER_DAYS = 14;

/** Whether a proposal's votes pass its rule when no more can come. */
export function passes(
  decisionRule: AgreementTerms['decisionRule'],
  quorum: number,
  electors: readonly string[],
  votes: Readonly<Record<string, { readonly choice: Choice }>>,
): boolean {
  const cast = electors.flatMap((personId) => votes[personId]?.choice ?? []);
  const count = (choice: Choice): number => cast.filter((one) => one === choice).length;
  const agree = count('agree');
  const against = count('disagree') + count('block');
  if (electors.length === 0 || cast.length < Math.min(quorum, electors.length) || agree === 0) return false;
  switch (decisionRule) {
    case 'everyone':
      return against === 0;
    case 'consent':
      return count('block') === 0;
    case 'two-thirds':
      return 3 * agree >= 2 * (agree + against);
    case 'majority':
      return agree > against;
  }
}

const hasEverybodyVoted = ({ electors, votes }: Proposal): boolean => electors.every((personId) => votes[personId]);

/** The commission that a proposal asks for, as it would be now. */
function commissionOf(proposal: Purchase, at: string): Commission {
  const { order } = proposal;
  const first = sessionStart(order, 1);
  const fortnight = addHours(at, 24 * ANSWER_DAYS);
  return {
    ...order,
    status: 'requested',
    answerBy: first < fortnight ? first : fortnight,
    participants: joinersOf(proposal).map(([personId, { upToPence }]) => ({ personId, upToPence })),
    heldByLot: {},
    earnedByCustody: {},
    sessionStatuses: Array.from({ length: order.sessions }, () => 'planned' as const),
    settlements: {},
  };
}

/**
 * Makes the order and holds its money, if the pool has room for it and all who come have the money and have agreed to so
 * much; else changes nothing.
 */
function placeOrder(draft: PoolDraft, id: string, proposal: Purchase): boolean {
  if (hasMostCommissions(draft.state)) return false;
  const { heldAhead, sessions } = proposal.order;
  return draft.attempt(() => {
    draft.change({ type: 'commissioned', id, commission: commissionOf(proposal, draft.at) });
    for (let n = 1; n <= Math.min(heldAhead, sessions); n++) if (!hold(draft, id, n)) return false;
    return true;
  });
}

function decide(draft: PoolDraft, id: string): void {
  const proposal = getOrThrow(draft.state.proposals, id);
  const status = statusAfterDeciding(draft, id, proposal);
  if (status !== proposal.status) draft.change({ type: 'proposal-status', id, status });
}

function statusAfterDeciding(draft: PoolDraft, id: string, proposal: Proposal): 'waiting' | ProposalOutcome {
  const { decisionRule, quorum, electors, votes } = proposal;
  if (proposal.status === 'open' && !passes(decisionRule, quorum, electors, votes)) return 'not-agreed';
  switch (proposal.kind) {
    case 'buy':
      if (joinersOf(proposal).length < proposal.order.minPeople) return 'not-agreed';
      return placeOrder(draft, id, proposal) ? 'agreed' : 'waiting';
    case 'cancel':
      cancelByPool(draft, proposal.commissionId, proposal.session);
      return 'agreed';
    case 'agreement': {
      const version = (draft.state.pendingAgreement ?? draft.state.agreement).version + 1;
      draft.change({ type: 'agreement-agreed', agreement: { ...proposal.agreement, version } });
      return 'agreed';
    }
  }
}

/** Decides whatever can be decided now, and a waiting purchase as soon as its money is there; run after every command. */
export function decideProposals(draft: PoolDraft): void {
  for (const [id, proposal] of Object.entries(draft.state.proposals))
    if (proposal.status === 'waiting' || hasEverybodyVoted(proposal)) decide(draft, id);
}

/** The time for voting, or for finding the money, is up. */
export function closeProposal(draft: PoolDraft, { id }: { readonly id: string }) {
  const proposal = getOrThrow(draft.state.proposals, id);
  if (proposal.status === 'open') decide(draft, id);
  else draft.change({ type: 'proposal-status', id, status: 'not-agreed' });
  return undefined;
}

/** When a proposal ends by itself. */
export const closesBy = (proposal: Proposal): string =>
  proposal.status === 'waiting' && proposal.kind === 'buy' ? sessionStart(proposal.order, 1) : proposal.closesAt;

/** Somebody who keeps a purchase waiting: they lack money, or have not agreed to what it comes to. */
interface NotReady {
  readonly personId: string;
  readonly lackingPence: number;
  readonly mustAgreeToMore: boolean;
}

export function notReady(state: PoolState, proposal: Purchase, at: string): NotReady[] {
  const commission = commissionOf(proposal, at);
  const { participants } = commission;
  const share = participants.length === 0 ? 0 : largestShare(commission, participants.length);
  return participants
    .map(({ personId, upToPence }) => ({
      personId,
      lackingPence: lackingPence(state, commission, personId),
      mustAgreeToMore: share > upToPence,
    }))
    .filter((one) => one.lackingPence > 0 || one.mustAgreeToMore);
}
