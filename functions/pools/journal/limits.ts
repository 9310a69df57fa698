// The most that one pool may have of each thing, and the room that is kept for what is being decided.
import type { PoolState, Proposal } from './pool-state.ts';
import { dearestShare } from './sessions.ts';

export const MAX_MEMBERS = 50;
/** Lots of one member. */
export const MAX_LOTS = 10;
export const MAX_OPEN_COMMISSIONS = 20;
export const MAX_OPEN_PROPOSALS = 20;
export const MAX_INVITATIONS = 50;
/**
 * The state's text stays under this; what decides or finishes something is never refused for it. Whatever fitted an older
 * version fits: version 2 had 40 KB, and did not keep which lot pays for which session.
 */
export const MAX_STATE_BYTES = 64 * 1024;

/** The most that one vote, one participant, one session and all the rest of an order add to the state's text. */
const VOTE_BYTES = 90;
const PARTICIPANT_BYTES = 70;
const SESSION_BYTES = 13;
const ORDER_BYTES = 600;

/** What deciding all that is proposed may yet add to the state's text, so that no vote and no order is ever refused for size. */
export const reservedBytes = ({ proposals }: PoolState): number =>
  Object.values(proposals).reduce((total, proposal) => total + reservedFor(proposal), 0);

function reservedFor(proposal: Proposal): number {
  const { electors, votes } = proposal;
  const votesToCome = electors.filter((personId) => !votes[personId]).length * VOTE_BYTES;
  if (proposal.kind !== 'buy') return votesToCome + ORDER_BYTES;
  const { sessions, maxPeople } = proposal.order;
  const people = Math.min(maxPeople, electors.length);
  // For each session each share with its comma, and a zero more for some whose second lot pays.
  const shareBytes = String(dearestShare(proposal.order, people)).length + 2;
  return votesToCome + ORDER_BYTES + people * PARTICIPANT_BYTES + sessions * (SESSION_BYTES + people * shareBytes);
}
