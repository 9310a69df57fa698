// Setting a session's money aside, and what becomes of it: paid to the enterprise or given back to the lots it came from.
import { heldAccount, lotAccount, payableAccount } from '../../journal/accounts.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow, type PoolState, type SessionSettlement } from './pool-state.ts';
import { attendeesOf, daysSince, dearestShare, sessionDay } from './sessions.ts';
import { heldSharesOf, paymentOf, type Shares, splitOf, splitsAhead } from './split.ts';
import { isHeld } from './statuses.ts';

/** The money for a session must be there this many days before its day. */
export const FUNDED_DAYS = 7;

type Sum = readonly [lot: string, pence: number];

/** Lots in the order in which they pay: the earliest-ending first, then the one that was made first. */
const inOrder = (state: PoolState, lots: readonly string[]): string[] =>
  lots.toSorted((a, b) => {
    const [one, other] = [getOrThrow(state.lots, a).endsOn, getOrThrow(state.lots, b).endsOn];
    return one < other ? -1 : one > other ? 1 : Number(a) - Number(b);
  });

/** A person's free money that may pay for a session on `day`, in the order in which it does. */
function freeFor(state: PoolState, personId: string, day: string): Sum[] {
  const lots = Object.keys(state.lots).filter((n) => {
    const lot = getOrThrow(state.lots, n);
    return lot.personId === personId && lot.endsOn >= day;
  });
  return inOrder(state, lots).map((lot) => [lot, getOrThrow(state.lots, lot).freePence]);
}

/** What a person has set aside for session `n`, in the order in which it pays. */
function heldFor(state: PoolState, commission: Commission, n: number, personId: string): Sum[] {
  const lots = Object.keys(commission.heldByLot).filter(
    (lot) => state.lots[lot]?.personId === personId && (commission.heldByLot[lot]?.[n - 1] ?? 0) > 0,
  );
  return inOrder(state, lots).map((lot) => [lot, commission.heldByLot[lot]?.[n - 1] ?? 0]);
}

/** Takes up to `pence` from sums in order; what could not be found is `shortPence`. */
function take(sums: readonly Sum[], pence: number): { taken: Sum[]; shortPence: number } {
  let shortPence = pence;
  const taken: Sum[] = [];
  for (const [lot, has] of sums) {
    const part = Math.min(has, shortPence);
    if (part > 0) taken.push([lot, part]);
    shortPence -= part;
  }
  return { taken, shortPence };
}

/**
 * Brings what is set aside for session `n` to these shares, and moves nothing else: who pays more adds from their free lots,
 * who pays less gets back what would have paid last. Answers false, having done nothing, when somebody lacks the money.
 */
export function setAside(draft: PoolDraft, id: string, n: number, shares: Shares, status: 'planned' | 'held'): boolean {
  const commission = getOrThrow(draft.state.commissions, id);
  const day = sessionDay(commission, n);
  const before = heldSharesOf(draft.state, commission, n);
  const isSame = (personId: string): boolean => (before.get(personId) ?? 0) === (shares.get(personId) ?? 0);
  const people = [...new Set([...before.keys(), ...shares.keys()])];
  if (status === commission.sessionStatuses[n - 1] && people.every(isSame)) return true;
  return draft.attempt(() => {
    const heldByLot: Record<string, number> = {};
    for (const personId of people) {
      const held = heldFor(draft.state, commission, n, personId);
      for (const [lot, pence] of held) heldByLot[lot] = pence;
      const more = (shares.get(personId) ?? 0) - (before.get(personId) ?? 0);
      const { taken, shortPence } = take(
        more > 0 ? freeFor(draft.state, personId, day) : held.toReversed(),
        Math.abs(more),
      );
      if (shortPence > 0) return false;
      for (const [lot, pence] of taken) {
        heldByLot[lot] = (heldByLot[lot] ?? 0) + (more > 0 ? pence : -pence);
        if (more > 0) draft.move(lotAccount(lot), heldAccount(id, lot), pence);
        else draft.move(heldAccount(id, lot), lotAccount(lot), pence);
      }
    }
    draft.change({ type: 'session-status', id, n, status, heldByLot: withoutZeros(heldByLot) });
    return true;
  });
}

const withoutZeros = (sums: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([, pence]) => pence > 0));

/**
 * What session `n` costs each who comes; undefined when too few come, or somebody has not agreed to so much. Whose dearest
 * share was as high when `before` came is not asked again.
 */
export function agreedShares(
  state: PoolState,
  commission: Commission,
  n: number,
  before: readonly string[] = [],
): Shares | undefined {
  const attendees = attendeesOf(commission, n);
  if (attendees.length < commission.minPeople) return undefined;
  const dearest = dearestShare(commission, attendees.length);
  const rises = dearest > dearestShare(commission, before.length);
  const isAgreed = attendees.every(
    ({ personId, upToPence }) => (!rises && before.includes(personId)) || dearest <= upToPence,
  );
  return isAgreed ? splitOf(state, commission, n) : undefined;
}

/** Sets the money for session `n` aside; answers false, having done nothing, when anybody lacks it or has not agreed to so much. */
export function hold(draft: PoolDraft, id: string, n: number): boolean {
  const shares = agreedShares(draft.state, getOrThrow(draft.state.commissions, id), n);
  return shares !== undefined && setAside(draft, id, n, shares, 'held');
}

/** Gives back all that is set aside for session `n`, each penny to the lot that it came from. */
export function giveBack(draft: PoolDraft, id: string, n: number): void {
  const { heldByLot } = getOrThrow(draft.state.commissions, id);
  for (const [lot, sums] of Object.entries(heldByLot))
    draft.move(heldAccount(id, lot), lotAccount(lot), sums[n - 1] ?? 0);
}

/**
 * Ends session `n`, for which money is held: `payPence` of it go to the enterprise, the rest back to the lots it came from.
 * Of a person's lots, the earliest-ending pays first. With nothing to pay the session is cancelled.
 */
export function settle(draft: PoolDraft, id: string, n: number, payPence = heldPenceFor(draft.state, id, n)): void {
  const { state } = draft;
  const commission = getOrThrow(state.commissions, id);
  if (payPence === 0) {
    giveBack(draft, id, n);
    draft.change({ type: 'session-status', id, n, status: 'cancelled' });
    return;
  }
  const held = heldSharesOf(state, commission, n);
  const isWhole = payPence === heldPenceFor(state, id, n);
  const owed = isWhole ? held : paymentOf(state, commission, n, payPence);
  for (const personId of held.keys()) {
    const sums = heldFor(state, commission, n, personId);
    const { taken, shortPence } = take(sums, owed.get(personId) ?? 0);
    if (shortPence > 0) throw new Error('a share is more than was set aside for it');
    const paid = new Map(taken);
    for (const [lot, pence] of sums) {
      const custody = getOrThrow(state.lots, lot).custody;
      draft.move(heldAccount(id, lot), payableAccount(id, custody), paid.get(lot) ?? 0);
      draft.move(heldAccount(id, lot), lotAccount(lot), pence - (paid.get(lot) ?? 0));
    }
  }
  const settlement: SessionSettlement = {
    ...(isWhole ? {} : { paidPence: payPence }),
    ...(new Set(owed.values()).size > 1
      ? { paidShares: commission.participants.map(({ personId }) => owed.get(personId) ?? 0) }
      : {}),
  };
  const isPlain = Object.keys(settlement).length === 0;
  draft.change({ type: 'session-status', id, n, status: 'released', ...(isPlain ? {} : { settlement }) });
}

export const heldPenceFor = (state: PoolState, id: string, n: number): number =>
  Object.values(getOrThrow(state.commissions, id).heldByLot).reduce((sum, sums) => sum + (sums[n - 1] ?? 0), 0);

/**
 * Deals the odd pennies of the sessions still to come anew, after something else was paid for one of the order than was set
 * aside. Where somebody has not the penny, all stays as it was.
 */
export function dealOddPennies(draft: PoolDraft, id: string): void {
  const { sessionStatuses } = getOrThrow(draft.state.commissions, id);
  for (const [i, status] of sessionStatuses.entries()) {
    if (status !== 'held') continue;
    const commission = getOrThrow(draft.state.commissions, id);
    const attendees = attendeesOf(commission, i + 1).map(({ personId }) => personId);
    const shares = agreedShares(draft.state, commission, i + 1, attendees);
    if (shares) setAside(draft, id, i + 1, shares, 'held');
  }
}

/** Holds the next sessions while fewer than `heldAhead` are held. */
export function holdAhead(draft: PoolDraft, id: string): void {
  for (;;) {
    const commission = getOrThrow(draft.state.commissions, id);
    const { sessionStatuses } = commission;
    const index = sessionStatuses.indexOf('planned');
    if (index < 0 || sessionStatuses.filter(isHeld).length >= commission.heldAhead) return;
    if (daysSince(commission, dayOf(draft.at))(index + 1) > 0) return;
    if (!hold(draft, id, index + 1)) return;
  }
}

/** How many sessions must be held when an order is made: those agreed, and those whose money must be there by now. */
export function sessionsHeldAtOnce(commission: Commission, at: string): number {
  const since = daysSince(commission, dayOf(at));
  let n = Math.min(commission.heldAhead, commission.sessions);
  while (n < commission.sessions && since(n + 1) >= -FUNDED_DAYS) n++;
  return n;
}

/** What a person lacks for the sessions that must be held when an order is made, in pence. */
export function lackingPence(state: PoolState, commission: Commission, personId: string, at: string): number {
  const left = new Map(Object.entries(state.lots).map(([lot, { freePence }]) => [lot, freePence]));
  let lacking = 0;
  for (const [i, shares] of splitsAhead(state, commission, sessionsHeldAtOnce(commission, at)).entries()) {
    const free = freeFor(state, personId, sessionDay(commission, i + 1)).map(([lot]): Sum => [lot, left.get(lot) ?? 0]);
    const { taken, shortPence } = take(free, shares.get(personId) ?? 0);
    for (const [lot, pence] of taken) left.set(lot, (left.get(lot) ?? 0) - pence);
    lacking += shortPence;
  }
  return lacking;
}
