// Proposing, voting and deciding (design §4). The decision itself moves the money.

import { cancelByPool } from '../commissions/cancelling.rules.ts';
import { hold, lacking, largestShare, sessionStart } from '../commissions/money.rules.ts';
import { addHours, dayOf } from '../kernel/clock.ts';
import { refuse } from '../kernel/result.ts';
import { the } from '../pools/pools.apply.ts';
import type { Draft } from '../pools/pools.draft.ts';
import {
  type Choice,
  type Commission,
  type Deal,
  isOpen,
  MOST_OPEN_COMMISSIONS,
  MOST_OPEN_PROPOSALS,
  type Outcome,
  type PoolState,
  type Proposal,
  type Terms,
  type Vote,
} from '../pools/pools.state.ts';

/** An enterprise has this long to answer a request. */
const ANSWER_DAYS = 14;

/** What a proposal's votes come to when no more can come. */
export function tally(
  rule: Terms['decisionRule'],
  quorum: number,
  electors: readonly string[],
  votes: Readonly<Record<string, { readonly choice: Choice }>>,
): boolean {
  const cast = electors.flatMap((person) => votes[person]?.choice ?? []);
  const count = (choice: Choice): number => cast.filter((one) => one === choice).length;
  const agree = count('agree');
  const against = count('disagree') + count('block');
  if (electors.length === 0 || cast.length < Math.min(quorum, electors.length) || agree === 0) return false;
  switch (rule) {
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

export type Idea =
  | { readonly kind: 'buy'; readonly deal: Deal }
  | { readonly kind: 'cancel'; readonly commission: string; readonly session?: number }
  | { readonly kind: 'agreement'; readonly terms: Terms };

export function propose(draft: Draft, by: string, id: string, idea: Idea) {
  const { state, at } = draft;
  if (Object.keys(state.proposals).length >= MOST_OPEN_PROPOSALS) return refuse('too-many-proposals');
  const { agreement } = state;
  let closes = addHours(at, 24 * agreement.votingDays);
  if (idea.kind === 'buy') {
    if (idea.deal.startsOn < dayOf(at)) return refuse('starts-in-the-past');
    if (hasMostCommissions(state)) return refuse('too-many-commissions');
    // A vote that ends after the first session would decide about the past.
    const first = sessionStart(idea.deal, 1);
    if (first <= at) return refuse('starts-in-the-past');
    if (first < closes) closes = first;
  }
  if (idea.kind === 'cancel') {
    const commission = state.commissions[idea.commission];
    if (!commission) return refuse('not-found');
    if (commission.status !== 'requested' && commission.status !== 'accepted') return refuse('commission-over');
    if (idea.session !== undefined && idea.session > commission.sessions) return refuse('not-found');
  }
  const electors = Object.keys(state.members).sort();
  const { decisionRule: rule, quorum } = agreement;
  draft.change({
    is: 'proposed',
    id,
    proposal: { ...idea, by, closes, electors, rule, quorum, votes: {}, status: 'open' },
  });
  return undefined;
}

const gone = (state: PoolState, id: string) => refuse(state.ended[id] ? 'already-decided' : 'not-found');

/** The most that a person pays for a session unless they say otherwise: their share if only the fewest come. */
const usualLimit = (deal: Deal): number => largestShare(deal, deal.least);

export function vote(
  draft: Draft,
  person: string,
  id: string,
  said: { choice: Choice; joining: boolean; upTo?: number },
  runs: readonly string[],
) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return gone(draft.state, id);
  if (!proposal.electors.includes(person)) return refuse('not-an-elector');
  const enterprise = enterpriseOf(draft.state, proposal);
  if (enterprise !== undefined && runs.includes(enterprise)) return refuse('own-enterprise');
  const before = proposal.votes[person];
  // The group has decided; until its money is there, people may still say whether they come and what they can pay.
  if (proposal.status === 'waiting' && before?.choice !== said.choice) return refuse('already-decided');
  if (proposal.kind === 'buy' && said.joining && !before?.joining && joiners(proposal).length >= proposal.deal.most)
    return refuse('no-places-left');
  const upTo = proposal.kind === 'buy' ? (said.upTo ?? usualLimit(proposal.deal)) : 0;
  draft.change({
    is: 'voted',
    id,
    person,
    vote: { choice: said.choice, joining: said.joining && proposal.kind === 'buy', upTo },
  });
  return undefined;
}

export function withdrawVote(draft: Draft, person: string, id: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return gone(draft.state, id);
  if (proposal.status !== 'open') return refuse('already-decided');
  if (!proposal.votes[person]) return refuse('not-voted');
  draft.change({ is: 'vote-withdrawn', id, person });
  return undefined;
}

export function withdrawProposal(draft: Draft, person: string, id: string) {
  const proposal = draft.state.proposals[id];
  if (!proposal) return gone(draft.state, id);
  if (proposal.by !== person) return refuse('not-the-proposer');
  draft.change({ is: 'proposal', id, status: 'withdrawn' });
  return undefined;
}

const enterpriseOf = (state: PoolState, proposal: Proposal): string | undefined =>
  proposal.kind === 'buy'
    ? proposal.deal.enterprise
    : proposal.kind === 'cancel'
      ? state.commissions[proposal.commission]?.enterprise
      : undefined;

/** Who said that they come, in a fixed order. */
export const joiners = (proposal: Proposal): [person: string, vote: Vote][] =>
  Object.entries(proposal.votes)
    .filter(([, { joining }]) => joining)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const everyoneVoted = ({ electors, votes }: Proposal): boolean => electors.every((person) => votes[person]);

/** The commission that a proposal asks for, as it would be now. */
function commissionOf(proposal: Proposal & { kind: 'buy' }, at: string): Commission {
  const { deal } = proposal;
  const first = sessionStart(deal, 1);
  const fortnight = addHours(at, 24 * ANSWER_DAYS);
  return {
    ...deal,
    status: 'requested',
    answerBy: first < fortnight ? first : fortnight,
    people: joiners(proposal).map(([id, { upTo }]) => ({ id, upTo })),
    held: {},
    earned: {},
    states: Array.from({ length: deal.sessions }, () => 'planned' as const),
    talks: {},
  };
}

const hasMostCommissions = ({ commissions }: PoolState): boolean =>
  Object.values(commissions).filter(isOpen).length >= MOST_OPEN_COMMISSIONS;

/**
 * Makes the order and holds its money, if the pool has room for it and all who come have the money and have agreed to so
 * much; else changes nothing.
 */
function order(draft: Draft, id: string, proposal: Proposal & { kind: 'buy' }): boolean {
  if (hasMostCommissions(draft.state)) return false;
  return draft.attempt(() => {
    draft.change({ is: 'commissioned', id, commission: commissionOf(proposal, draft.at) });
    for (let n = 1; n <= Math.min(proposal.deal.ahead, proposal.deal.sessions); n++)
      if (!hold(draft, id, n)) return false;
    return true;
  });
}

/** Decides a proposal: by its votes when all are in or the time is up; a waiting one as soon as the money is there. */
function decide(draft: Draft, id: string): void {
  const proposal = the(draft.state.proposals, id);
  const status = decided(draft, id, proposal);
  if (status !== proposal.status) draft.change({ is: 'proposal', id, status });
}

function decided(draft: Draft, id: string, proposal: Proposal): 'waiting' | Outcome {
  const { rule, quorum, electors, votes } = proposal;
  if (proposal.status === 'open' && !tally(rule, quorum, electors, votes)) return 'not-agreed';
  switch (proposal.kind) {
    case 'buy':
      if (joiners(proposal).length < proposal.deal.least) return 'not-agreed';
      return order(draft, id, proposal) ? 'agreed' : 'waiting';
    case 'cancel':
      cancelByPool(draft, proposal.commission, proposal.session);
      return 'agreed';
    case 'agreement': {
      const version = (draft.state.pending ?? draft.state.agreement).version + 1;
      draft.change({ is: 'agreement', agreement: { ...proposal.terms, version } });
      return 'agreed';
    }
  }
}

/** Decides whatever can be decided now; run after every command. */
export function decideAll(draft: Draft): void {
  for (const [id, proposal] of Object.entries(draft.state.proposals))
    if (proposal.status === 'waiting' || everyoneVoted(proposal)) decide(draft, id);
}

/** The time for voting, or for finding the money, is up. */
export function close(draft: Draft, id: string): void {
  const proposal = the(draft.state.proposals, id);
  if (proposal.status === 'open') decide(draft, id);
  else draft.change({ is: 'proposal', id, status: 'not-agreed' });
}

/** When a proposal ends by itself. */
export const endsBy = (proposal: Proposal): string =>
  proposal.status === 'waiting' && proposal.kind === 'buy' ? sessionStart(proposal.deal, 1) : proposal.closes;

/** Who keeps a proposal waiting: those who lack money, and those who have not agreed to what it comes to. */
export function missing(
  state: PoolState,
  proposal: Proposal & { kind: 'buy' },
  at: string,
): { person: string; pence: number; asked: boolean }[] {
  const commission = commissionOf(proposal, at);
  const share = commission.people.length === 0 ? 0 : largestShare(commission, commission.people.length);
  return commission.people
    .map(({ id, upTo }) => ({ person: id, pence: lacking(state, commission, id), asked: share > upTo }))
    .filter(({ pence, asked }) => pence > 0 || asked);
}
