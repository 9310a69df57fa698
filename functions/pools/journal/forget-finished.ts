// What a pool's state forgets: things that are over. Their history stays in the journal.
import { dayOf } from '../../kernel/clock.ts';
import { getOrThrow, isOpenInvitation, type PoolState } from './pool-state.ts';
import { heldPenceOfLot, isOpenCommission } from './pool-sums.ts';
import { withOddPenniesOf } from './split.ts';

/** The last few finished things stay in the state for a week, so that people still find them on the pool's page. */
const KEEP_MS = 7 * 86_400_000;
const MAX_KEPT = 3;

/** Forgets ended proposals and commissions, invitations past their last day, and empty lots that nothing can come back to. */
export function forgetFinished(state: PoolState, at: string): PoolState {
  const today = dayOf(at);
  const weekAgoMs = Date.parse(at) - KEEP_MS;
  const commissions = keepRecent(state.commissions, at, weekAgoMs, isOpenCommission);
  let oddPennies = state.oddPennies;
  for (const id in state.commissions)
    if (!commissions[id]) oddPennies = withOddPenniesOf(oddPennies, getOrThrow(state.commissions, id));
  const after = { ...state, commissions, oddPennies };
  const lots = keep(
    state.lots,
    (lot, n) =>
      lot.freePence > 0 ||
      (lot.endsOn >= today && state.members[lot.personId] !== undefined) ||
      heldPenceOfLot(after, n) > 0,
  );
  const decidedProposals = keepRecent(state.decidedProposals, at, weekAgoMs, () => false);
  const invitations = keep(state.invitations, (invitation) => isOpenInvitation(invitation, today));
  return { ...after, lots, decidedProposals, invitations };
}

/** What stays of a map; the map itself when all of it does, which is nearly always. */
function keep<Value>(
  all: Readonly<Record<string, Value>>,
  stays: (one: Value, name: string) => boolean,
): Readonly<Record<string, Value>> {
  for (const name in all)
    if (!stays(getOrThrow(all, name), name))
      return Object.fromEntries(Object.entries(all).filter(([one, value]) => stays(value, one)));
  return all;
}

/** Keeps those that are still open, those that ended with this very event, and the last few of this week. */
function keepRecent<Value extends { readonly endedAt?: string }>(
  all: Readonly<Record<string, Value>>,
  at: string,
  weekAgoMs: number,
  isOpen: (one: Value) => boolean,
): Readonly<Record<string, Value>> {
  const ends: string[] = [];
  for (const name in all) {
    const { endedAt } = getOrThrow(all, name);
    if (endedAt !== undefined) ends.push(endedAt);
  }
  if (ends.length === 0) return all;
  const first = ends.length > MAX_KEPT ? (ends.sort().at(-MAX_KEPT) ?? '') : '';
  return keep(
    all,
    (one) =>
      one.endedAt === undefined ||
      one.endedAt === at ||
      (one.endedAt >= first && Date.parse(one.endedAt) >= weekAgoMs) ||
      isOpen(one),
  );
}
