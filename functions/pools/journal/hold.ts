// Setting a session's money aside, and what becomes of it: paid to the enterprise or given back to the lots it came from.
import { heldAccount, lotAccount, payableAccount } from '../../journal/accounts.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { PoolDraft } from './pool-draft.ts';
import { type Commission, getOrThrow, type PoolState } from './pool-state.ts';
import { agreedShares, daysSince, sessionDay, sessionPrice, sharesOf } from './sessions.ts';
import { isHeld } from './statuses.ts';

/** A person's lots that may pay for a session on `day`, the earliest-ending first. */
function lotsFor(state: PoolState, personId: string, day: string): string[] {
  return Object.entries(state.lots)
    .filter(([, lot]) => lot.personId === personId && lot.endsOn >= day)
    .sort(([a, one], [b, other]) =>
      one.endsOn < other.endsOn ? -1 : one.endsOn > other.endsOn ? 1 : Number(a) - Number(b),
    )
    .map(([n]) => n);
}

/** Takes up to `pence` from amounts in order; what could not be found is `shortPence`. */
function take(
  amounts: readonly (readonly [lot: string, pence: number])[],
  pence: number,
): { taken: [lot: string, pence: number][]; shortPence: number } {
  let shortPence = pence;
  const taken: [string, number][] = [];
  for (const [lot, has] of amounts) {
    const part = Math.min(has, shortPence);
    if (part > 0) taken.push([lot, part]);
    shortPence -= part;
  }
  return { taken, shortPence };
}

/** Sets the money for session `n` aside; answers false, having done nothing, when anybody lacks it or has not agreed to so much. */
export function hold(draft: PoolDraft, id: string, n: number): boolean {
  const commission = getOrThrow(draft.state.commissions, id);
  const amounts = agreedShares(commission, n);
  if (!amounts) return false;
  const day = sessionDay(commission, n);
  return draft.attempt(() => {
    for (const [personId, share] of amounts) {
      const lots = lotsFor(draft.state, personId, day);
      const free = lots.map((lot): [string, number] => [lot, getOrThrow(draft.state.lots, lot).freePence]);
      const { taken, shortPence } = take(free, share);
      if (shortPence > 0) return false;
      for (const [lot, pence] of taken) draft.move(lotAccount(lot), heldAccount(id, lot), pence);
    }
    draft.change({ type: 'session-status', id, n, status: 'held' });
    return true;
  });
}

/**
 * Ends the hold of session `n`: `payPence` go to the enterprise, from each person in proportion, the rest back to the
 * lots. A person's held money of one commission is one sum a lot; sessions take from it earliest-ending first, which
 * always leaves enough that ends late enough for the others.
 */
export function settleHold(draft: PoolDraft, id: string, n: number, payPence: number): void {
  const commission = getOrThrow(draft.state.commissions, id);
  const day = sessionDay(commission, n);
  const owed = sharesOf(commission, n, payPence);
  for (const [personId, share] of sharesOf(commission, n)) {
    const lots = lotsFor(draft.state, personId, day);
    const moveHeld = (pence: number, to: (lot: string) => string): void => {
      const { heldByLot } = getOrThrow(draft.state.commissions, id);
      const held = lots.map((lot): [string, number] => [lot, heldByLot[lot] ?? 0]);
      const { taken, shortPence } = take(held, pence);
      if (shortPence > 0) throw new Error('a hold is smaller than its sessions');
      for (const [lot, part] of taken) draft.move(heldAccount(id, lot), to(lot), part);
    };
    const owes = owed.get(personId) ?? 0;
    moveHeld(owes, (lot) => payableAccount(id, getOrThrow(draft.state.lots, lot).custody));
    moveHeld(share - owes, lotAccount);
  }
}

/** Pays for the whole of session `n`. */
export function release(draft: PoolDraft, id: string, n: number): void {
  settleHold(draft, id, n, sessionPrice(getOrThrow(draft.state.commissions, id), n));
  draft.change({ type: 'session-status', id, n, status: 'released' });
}

/** Makes a held session planned again, with all its money back in the lots. */
export function undoHold(draft: PoolDraft, id: string, n: number): void {
  settleHold(draft, id, n, 0);
  draft.change({ type: 'session-status', id, n, status: 'planned' });
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

/** What a person lacks for sessions 1 to `heldAhead` of a commission that is not held yet, in pence. */
export function lackingPence(state: PoolState, commission: Commission, personId: string): number {
  const left = new Map(Object.entries(state.lots).map(([lot, { freePence }]) => [lot, freePence]));
  let lacking = 0;
  for (let n = 1; n <= Math.min(commission.heldAhead, commission.sessions); n++) {
    const lots = lotsFor(state, personId, sessionDay(commission, n));
    const free = lots.map((lot): [string, number] => [lot, left.get(lot) ?? 0]);
    const { taken, shortPence } = take(free, sharesOf(commission, n).get(personId) ?? 0);
    for (const [lot, pence] of taken) left.set(lot, (left.get(lot) ?? 0) - pence);
    lacking += shortPence;
  }
  return lacking;
}
