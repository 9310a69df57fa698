// What each person may see of a pool: totals for all, and only their own amounts, or everybody's with open books.
import type * as z from 'zod/mini';
import type { Commission, PoolState } from './journal/pool-state.ts';
import { heldPenceOf, heldPenceOfLot, totalFreePence, totalHeldPence } from './journal/pool-sums.ts';
import { sessionDay } from './journal/sessions.ts';
import { isUnsettled } from './journal/statuses.ts';
import { belongsToPool } from './pools.access.ts';
import { commissionIdOf } from './pools.ids.ts';
import type { commissionSummary, pool } from './pools.schema.ts';
import type { PoolTexts } from './pools.store.ts';
import { proposalViewOf } from './proposal.view.ts';

type PoolView = z.input<typeof pool>;

function ownMoneyOf(state: PoolState, personId: string): PoolView['mine'] {
  const lots = Object.entries(state.lots)
    .filter(([, lot]) => lot.personId === personId)
    .map(([n, { allocationId, stream, endsOn, freePence }]) => ({
      lot: n,
      allocationId,
      stream,
      endsOn,
      freePence,
      heldPence: heldPenceOfLot(state, n),
    }));
  const total = (name: 'freePence' | 'heldPence'): number => lots.reduce((sum, lot) => sum + lot[name], 0);
  const standingPaused = state.members[personId]?.standingPaused === true;
  return { freePence: total('freePence'), heldPence: total('heldPence'), lots, standingPaused };
}

/** With open books members see each other's amounts, except own money, which nobody else ever sees. */
function openAmountsOf(state: PoolState, personId: string): { freePence: number; heldPence: number } {
  const visibleLots = Object.fromEntries(Object.entries(state.lots).filter(([, lot]) => lot.stream !== 'own-money'));
  const { freePence, heldPence } = ownMoneyOf({ ...state, lots: visibleLots }, personId);
  return { freePence, heldPence };
}

function summaryOf(
  state: PoolState,
  texts: PoolTexts,
  id: string,
  commission: Commission,
): z.input<typeof commissionSummary> {
  const { offerId, enterpriseId, status, pricePence, participants, sessions, sessionStatuses, time } = commission;
  const next = sessionStatuses.findIndex(isUnsettled);
  return {
    id: commissionIdOf(state.id, id),
    title: texts.titles[id] ?? '',
    offerId,
    enterpriseId,
    status,
    pricePence,
    people: participants.length,
    sessions,
    sessionsReleased: sessionStatuses.filter((one) => one === 'released').length,
    heldPence: heldPenceOf(commission),
    ...(next < 0 ? {} : { nextSession: { n: next + 1, on: sessionDay(commission, next + 1), time } }),
  };
}

function pendingAgreementOf({ pendingAgreement, members }: PoolState): Pick<PoolView, 'pendingAgreement'> {
  if (!pendingAgreement) return {};
  const unsigned = Object.entries(members).filter(([, { signedVersion }]) => signedVersion < pendingAgreement.version);
  return { pendingAgreement: { ...pendingAgreement, notYetSigned: unsigned.map(([personId]) => personId) } };
}

const membersOf = (state: PoolState, texts: PoolTexts): PoolView['members'] =>
  [...Object.keys(state.members), ...Object.keys(state.leaving)].map((personId) => ({
    personId,
    name: texts.names[personId] ?? '',
    ...(state.leaving[personId] ? { leavingOn: state.leaving[personId].endsOn } : {}),
    ...(state.agreement.openBooks ? openAmountsOf(state, personId) : {}),
  }));

export function poolViewOf(state: PoolState, seq: number, texts: PoolTexts, personId: string, at: string): PoolView {
  const { id, outcomes, agreement } = state;
  const belongs = belongsToPool(state, personId);
  const proposalIds = [...Object.keys(state.proposals), ...Object.keys(state.decidedProposals)];
  return {
    id,
    name: texts.name,
    purpose: texts.purpose,
    outcomes: [...outcomes],
    seq,
    agreement,
    ...(belongs ? pendingAgreementOf(state) : {}),
    members: belongs ? membersOf(state, texts) : [],
    freePence: totalFreePence(state),
    heldPence: totalHeldPence(state),
    releasedPence: state.releasedPence,
    mine: ownMoneyOf(state, personId),
    proposals: belongs ? proposalIds.map((one) => proposalViewOf(state, texts, one, personId, at)) : [],
    commissions: Object.entries(state.commissions).map(([one, commission]) => summaryOf(state, texts, one, commission)),
  };
}
