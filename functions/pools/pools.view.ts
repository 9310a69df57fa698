// What each person may see of a pool (design §3): totals for all members, amounts only of one's own, or of all with open books.
import type * as z from 'zod';
import { largestShare, sessionDay } from '../commissions/money.rules.ts';
import type { Event } from '../journal/journal.types.ts';
import { missing } from '../proposals/proposals.rules.ts';
import { countOf, the } from './pools.apply.ts';
import type { commissionSummary, history, pool, proposalView } from './pools.schema.ts';
import {
  type Commission,
  type Ended,
  freePence,
  heldPence,
  OPEN_SESSIONS,
  type PoolChange,
  type PoolState,
  type Proposal,
} from './pools.state.ts';
import type { PoolTexts } from './pools.store.ts';

type PoolView = z.input<typeof pool>;
type ProposalView = z.input<typeof proposalView>;

export const commissionIdOf = (poolId: string, proposalId: string): string => `${poolId}-${proposalId}`;

/** Members, and those who have left but whose money is still held, see the pool. */
export const maySee = (state: PoolState, person: string): boolean =>
  state.members[person] !== undefined || state.leaving[person] !== undefined;

/** A funder whose money is in the pool sees its totals. */
export const funds = (state: PoolState, funder: string | undefined): boolean =>
  funder !== undefined && Object.values(state.lots).some((lot) => lot.funder === funder);

function mineOf(state: PoolState, person: string): PoolView['mine'] {
  const lots = Object.entries(state.lots)
    .filter(([, lot]) => lot.person === person)
    .map(([n, lot]) => ({
      lot: n,
      allocationId: lot.allocation,
      stream: lot.stream,
      endsOn: lot.ends,
      freePence: lot.free,
      heldPence: Object.values(state.commissions).reduce((total, { held }) => total + (held[n] ?? 0), 0),
    }));
  const total = (name: 'freePence' | 'heldPence'): number => lots.reduce((sum, lot) => sum + lot[name], 0);
  return { freePence: total('freePence'), heldPence: total('heldPence'), lots };
}

/** With open books members see each other's amounts, except own money, which nobody else ever sees. */
function amountsOf(state: PoolState, person: string): { freePence: number; heldPence: number } {
  const shown = Object.fromEntries(Object.entries(state.lots).filter(([, lot]) => lot.stream !== 'own-money'));
  const { freePence: free, heldPence: held } = mineOf({ ...state, lots: shown }, person);
  return { freePence: free, heldPence: held };
}

/** A proposal for one reader, open or over. Throws when the pool has no such proposal. */
export function proposalViewOf(
  state: PoolState,
  texts: PoolTexts,
  id: string,
  person: string,
  at: string,
): ProposalView {
  const proposal = state.proposals[id];
  if (!proposal) return endedViewOf(state, texts, id, the(state.ended, id));
  const { votes, electors } = proposal;
  const own = votes[person];
  return {
    id,
    kind: proposal.kind,
    status: proposal.status,
    by: proposal.by,
    title: texts.titles[id] ?? '',
    closesAt: proposal.closes,
    ...countedView(proposal, countOf(proposal)),
    notYetVoted: electors.filter((one) => !votes[one]),
    ...(own ? { mine: { choice: own.choice, joining: own.joining, upToPence: own.upTo } } : {}),
    ...ideaOf(state, proposal),
    ...(proposal.kind === 'buy' && proposal.status === 'waiting'
      ? { missing: missingFor(state, proposal, person, at) }
      : {}),
  };
}

/** A proposal that is over. */
const endedViewOf = (state: PoolState, texts: PoolTexts, id: string, ended: Ended): ProposalView => ({
  id,
  kind: ended.kind,
  status: ended.status,
  by: ended.by,
  title: texts.titles[id] ?? '',
  closesAt: ended.endedAt,
  ...countedView(ended, ended.counted),
  notYetVoted: [],
  ...(state.commissions[id] ? { commissionId: commissionIdOf(state.id, id) } : {}),
});

const countedView = (
  { rule, quorum }: Pick<Ended, 'rule' | 'quorum'>,
  { electors, joining, ...votes }: Ended['counted'],
) => ({
  decisionRule: rule,
  quorum: Math.min(quorum, electors),
  electors,
  joining,
  votes,
});

function ideaOf(state: PoolState, proposal: Proposal): Partial<ProposalView> {
  switch (proposal.kind) {
    case 'buy': {
      const { deal } = proposal;
      return {
        offerId: deal.offer,
        enterpriseId: deal.enterprise,
        sessions: deal.sessions,
        startsOn: deal.startsOn,
        time: deal.time,
        everyDays: deal.every,
        heldAhead: deal.ahead,
        priceModel: deal.priceModel,
        pricePence: deal.price,
        minPeople: deal.least,
        maxPeople: deal.most,
        myShareAtMostPence: largestShare(deal, Math.max(deal.least, countOf(proposal).joining)),
      };
    }
    case 'cancel':
      return {
        commissionId: commissionIdOf(state.id, proposal.commission),
        ...(proposal.session === undefined ? {} : { session: proposal.session }),
      };
    case 'agreement':
      return { agreement: proposal.terms };
  }
}

/** Who is not ready; how much they lack is told to themselves alone. */
export const missingFor = (
  state: PoolState,
  proposal: Proposal & { kind: 'buy' },
  person: string,
  at: string,
): ProposalView['missing'] =>
  missing(state, proposal, at).map((one) => ({
    personId: one.person,
    ready: false as const,
    mustAgreeToMore: one.asked,
    ...(one.person === person ? { minePence: one.pence } : {}),
  }));

function summaryOf(
  state: PoolState,
  texts: PoolTexts,
  id: string,
  commission: Commission,
): z.input<typeof commissionSummary> {
  const index = commission.states.findIndex((status) => OPEN_SESSIONS.has(status));
  return {
    id: commissionIdOf(state.id, id),
    title: texts.titles[id] ?? '',
    offerId: commission.offer,
    enterpriseId: commission.enterprise,
    status: commission.status,
    pricePence: commission.price,
    people: commission.people.length,
    sessions: commission.sessions,
    sessionsReleased: commission.states.filter((status) => status === 'released').length,
    heldPence: Object.values(commission.held).reduce((sum, pence) => sum + pence, 0),
    ...(index < 0
      ? {}
      : { nextSession: { n: index + 1, on: sessionDay(commission, index + 1), time: commission.time } }),
  };
}

export function poolViewOf(state: PoolState, seq: number, texts: PoolTexts, person: string, at: string): PoolView {
  const { id, outcomes, agreement, pending, members, leaving } = state;
  const inside = maySee(state, person);
  const people = [...Object.keys(members), ...Object.keys(leaving)];
  return {
    id,
    name: texts.name,
    purpose: texts.purpose,
    outcomes: [...outcomes],
    seq,
    agreement,
    ...(pending && inside
      ? {
          pendingAgreement: {
            ...pending,
            notYetSigned: Object.entries(members).flatMap(([one, { signed }]) =>
              signed < pending.version ? [one] : [],
            ),
          },
        }
      : {}),
    members: inside
      ? people.map((one) => ({
          personId: one,
          name: texts.names[one] ?? '',
          ...(leaving[one] ? { leavingOn: leaving[one].endsOn } : {}),
          ...(agreement.openBooks ? amountsOf(state, one) : {}),
        }))
      : [],
    freePence: freePence(state),
    heldPence: heldPence(state),
    releasedPence: state.released,
    mine: mineOf(state, person),
    proposals: inside
      ? [...Object.keys(state.proposals), ...Object.keys(state.ended)].map((pid) =>
          proposalViewOf(state, texts, pid, person, at),
        )
      : [],
    commissions: Object.entries(state.commissions).map(([cid, commission]) => summaryOf(state, texts, cid, commission)),
  };
}

/** One event for one reader: postings of lots that are not theirs are joined, and those of one other person alone are left out. */
export function historyItem(
  state: PoolState,
  event: Event<PoolChange>,
  hash: string,
  person: string,
): z.input<typeof history>['items'][number] {
  const personal = ['contributed', 'sent-home', 'left'].includes(event.kind);
  // Somebody's own money shows in no event, not even as what is left when the rest of their share is shown.
  const hidden = new Set(
    event.postings.flatMap(([from, to]) =>
      [from, to].flatMap((account) => {
        const lot = state.lots[account.split(':').at(-1) ?? ''];
        return lot?.stream === 'own-money' ? [lot.person] : [];
      }),
    ),
  );
  const shown = (n: string): boolean => {
    const lot = state.lots[n];
    return lot !== undefined && (lot.person === person || (state.agreement.openBooks && !hidden.has(lot.person)));
  };
  const nameFor = (account: string): string => {
    const [kind, id = '', n = ''] = account.split(':');
    if (kind === 'lot') return shown(id) ? account : 'lot:others';
    if (kind === 'held') return `held:${commissionIdOf(state.id, id)}${shown(n) ? `:${n}` : ''}`;
    return kind === 'payable' ? `payable:${commissionIdOf(state.id, id)}` : account;
  };
  const joined = new Map<string, { from: string; to: string; pence: number }>();
  for (const [from, to, pence] of event.postings) {
    const posting = { from: nameFor(from), to: nameFor(to), pence };
    if (personal && (posting.from === 'lot:others' || posting.to === 'lot:others')) continue;
    const key = `${posting.from}>${posting.to}`;
    const before = joined.get(key);
    joined.set(key, before ? { ...posting, pence: before.pence + pence } : posting);
  }
  const about = aboutOf(state, event.changes);
  return {
    seq: event.seq,
    kind: event.kind,
    at: event.at,
    by: event.by,
    ...(event.for === undefined ? {} : { for: event.for }),
    ...(about ? { about } : {}),
    postings: [...joined.values()],
    hash,
  };
}

function aboutOf(
  state: PoolState,
  changes: readonly PoolChange[],
): { proposalId?: string; commissionId?: string; session?: number } | undefined {
  for (const change of changes) {
    if (change.is === 'proposed' || change.is === 'voted' || change.is === 'vote-withdrawn' || change.is === 'proposal')
      return { proposalId: change.id };
    if (change.is === 'session' || change.is === 'away' || change.is === 'coming')
      return { commissionId: commissionIdOf(state.id, change.id), session: change.n };
    if (change.is === 'commission' || change.is === 'limit')
      return { commissionId: commissionIdOf(state.id, change.id) };
  }
  return undefined;
}
