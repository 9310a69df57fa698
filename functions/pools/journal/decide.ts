// Deciding a proposal: by its votes when all are in or the time is up. The decision itself moves the money.
import { addHours } from '../../kernel/clock.ts';
import { cancelByPool } from './cancel.ts';
import { hold, lackingPence, sessionsHeldAtOnce } from './hold.ts';
import type { PoolDraft } from './pool-draft.ts';
import {
  type AgreementTerms,
  type Choice,
  type Commission,
  getOrThrow,
  type NotAgreedBecause,
  type PoolState,
  type Proposal,
  type ProposalOutcome,
  type Purchase,
} from './pool-state.ts';
import { waitingOrder } from './propose.ts';
import { dearestShare, sessionStart } from './sessions.ts';
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

/** Makes the order and holds its money, if nobody keeps it waiting; else changes nothing. */
function placeOrder(draft: PoolDraft, id: string, proposal: Purchase): boolean {
  if (notReady(draft.state, proposal, draft.at).length > 0) return false;
  const commission = commissionOf(proposal, draft.at);
  draft.change({ type: 'commissioned', id, commission });
  for (let n = 1; n <= sessionsHeldAtOnce(commission, draft.at); n++)
    if (!hold(draft, id, n)) throw new Error('an order whose money was there could not be held');
  return true;
}

function decide(draft: PoolDraft, id: string): void {
  const proposal = getOrThrow(draft.state.proposals, id);
  const outcome = outcomeOf(draft, id, proposal);
  if (outcome.status !== proposal.status) draft.change({ type: 'proposal-status', id, ...outcome });
}

interface Outcome {
  readonly status: 'waiting' | ProposalOutcome;
  readonly notAgreedBecause?: NotAgreedBecause;
}

const notAgreed = (notAgreedBecause: NotAgreedBecause): Outcome => ({ status: 'not-agreed', notAgreedBecause });

function outcomeOf(draft: PoolDraft, id: string, proposal: Proposal): Outcome {
  const { decisionRule, quorum, electors, votes } = proposal;
  if (proposal.status === 'open' && !passes(decisionRule, quorum, electors, votes)) return notAgreed('votes');
  switch (proposal.kind) {
    case 'buy':
      if (joinersOf(proposal).length < proposal.order.minPeople) return notAgreed('too-few-people');
      // Nobody can answer a request for something that has begun.
      if (sessionStart(proposal.order, 1) <= draft.at)
        return notAgreed(proposal.status === 'open' ? 'too-late' : 'money');
      return { status: placeOrder(draft, id, proposal) ? 'agreed' : 'waiting' };
    case 'cancel':
      if (waitingOrder(draft.state, proposal.commissionId))
        draft.change({ type: 'proposal-status', id: proposal.commissionId, status: 'withdrawn' });
      else cancelByPool(draft, proposal.commissionId, proposal.session);
      return { status: 'agreed' };
    case 'agreement': {
      const version = (draft.state.pendingAgreement ?? draft.state.agreement).version + 1;
      draft.change({ type: 'agreement-agreed', agreement: { ...proposal.agreement, version } });
      return { status: 'agreed' };
    }
  }
}

/** Decides whatever can be decided now, and a waiting purchase as soon as its money is there; run after every command. */
export function decideProposals(draft: PoolDraft): void {
  for (const [id, { status }] of Object.entries(draft.state.proposals)) {
    // One decision may have ended another proposal.
    const proposal = draft.state.proposals[id];
    if (proposal && (status === 'waiting' || hasEverybodyVoted(proposal))) decide(draft, id);
  }
}

/** The time for voting, or for finding the money, is up. */
export function closeProposal(draft: PoolDraft, { id }: { readonly id: string }) {
  const proposal = getOrThrow(draft.state.proposals, id);
  if (proposal.status === 'open') decide(draft, id);
  else draft.change({ type: 'proposal-status', id, ...notAgreed('money') });
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
  const share = participants.length === 0 ? 0 : dearestShare(commission, participants.length);
  return participants
    .map(({ personId, upToPence }) => ({
      personId,
      lackingPence: lackingPence(state, commission, personId, at),
      mustAgreeToMore: share > upToPence,
    }))
    .filter((one) => one.lackingPence > 0 || one.mustAgreeToMore);
}
