// What a member sees of a proposal, open or over.
import type * as z from 'zod/mini';
import { countsOf } from './journal/apply.ts';
import { notReady } from './journal/decide.ts';
import {
  type DecidedProposal,
  getOrThrow,
  type PoolState,
  type Proposal,
  type Purchase,
} from './journal/pool-state.ts';
import { dearestShare } from './journal/sessions.ts';
import { commissionIdOf } from './pools.ids.ts';
import type { proposalView } from './pools.schema.ts';
import type { PoolTexts } from './pools.store.ts';

type ProposalView = z.input<typeof proposalView>;

/** A proposal for one reader. Throws when the pool has no such proposal. */
export function proposalViewOf(
  state: PoolState,
  texts: PoolTexts,
  id: string,
  personId: string,
  at: string,
): ProposalView {
  const title = texts.titles[id] ?? '';
  const proposal = state.proposals[id];
  if (!proposal) return decidedViewOf(state, title, id, getOrThrow(state.decidedProposals, id));
  const { kind, status, by, votes, electors, closesAt } = proposal;
  const mine = votes[personId];
  return {
    id,
    kind,
    status,
    by,
    title,
    closesAt,
    ...countsViewOf(proposal, countsOf(proposal)),
    notYetVoted: electors.filter((elector) => !votes[elector]),
    ...(mine ? { mine } : {}),
    ...ideaViewOf(state, proposal),
    ...(proposal.kind === 'buy' && status === 'waiting' ? { missing: missingFor(state, proposal, personId, at) } : {}),
  };
}

function decidedViewOf(state: PoolState, title: string, id: string, decided: DecidedProposal): ProposalView {
  const { kind, status, by, endedAt, counts, notAgreedBecause } = decided;
  return {
    id,
    kind,
    status,
    by,
    title,
    closesAt: endedAt,
    ...countsViewOf(decided, counts),
    notYetVoted: [],
    ...(notAgreedBecause === undefined ? {} : { notAgreedBecause }),
    ...(state.commissions[id] ? { commissionId: commissionIdOf(state.id, id) } : {}),
  };
}

const countsViewOf = (
  { decisionRule, quorum }: Pick<DecidedProposal, 'decisionRule' | 'quorum'>,
  { electors, joining, ...votes }: DecidedProposal['counts'],
) => ({ decisionRule, quorum: Math.min(quorum, electors), electors, joining, votes });

function ideaViewOf(state: PoolState, proposal: Proposal): Partial<ProposalView> {
  switch (proposal.kind) {
    case 'buy': {
      const { cancellation: _, ...order } = proposal.order;
      const people = Math.max(order.minPeople, countsOf(proposal).joining);
      return { ...order, myShareAtMostPence: dearestShare(order, people) };
    }
    case 'cancel':
      return {
        commissionId: commissionIdOf(state.id, proposal.commissionId),
        ...(proposal.session === undefined ? {} : { session: proposal.session }),
      };
    case 'agreement':
      return { agreement: proposal.agreement };
  }
}

/** Who is not ready; only they themselves see how much they lack. */
export const missingFor = (
  state: PoolState,
  proposal: Purchase,
  personId: string,
  at: string,
): ProposalView['missing'] =>
  notReady(state, proposal, at).map((one) => ({
    personId: one.personId,
    ready: false as const,
    mustAgreeToMore: one.mustAgreeToMore,
    ...(one.personId === personId ? { minePence: one.lackingPence } : {}),
  }));
