// Money from an allocation into the pool, and back.
import { ALLOCATION, lotAccount } from '../../journal/accounts.ts';
import { CLOCK } from '../../journal/journal.types.ts';
import { MAX_PENCE } from '../../kernel/money.ts';
import { refuse } from '../../kernel/result.ts';
import { MAX_LOTS } from './limits.ts';
import type { PoolDraft } from './pool-draft.ts';
import type { Lot, PoolState } from './pool-state.ts';
import { heldPenceOfLot, totalFreePence, totalHeldPence } from './pool-sums.ts';

/** What a pool must know of an allocation that pays into it. */
export type Source = Omit<Lot, 'freePence' | 'standing'> & { readonly outcomes: readonly string[] };

/** Makes or grows the lot of one allocation. */
export function contribute(
  draft: PoolDraft,
  {
    source,
    amountPence,
    standing,
  }: { readonly source: Source; readonly amountPence: number; readonly standing?: boolean },
  by: string,
) {
  const { state } = draft;
  const { outcomes, ...made } = source;
  const member = state.members[source.personId];
  if (!member) return refuse('not-found');
  if (by === CLOCK && member.standingPaused) return refuse('standing-paused');
  if (!outcomes.some((outcome) => state.outcomes.includes(outcome))) return refuse('no-shared-outcome');
  if (totalFreePence(state) + totalHeldPence(state) + amountPence > MAX_PENCE) return refuse('pool-has-most-money');
  const own = Object.entries(state.lots).filter(([, lot]) => lot.personId === source.personId);
  let lot = own.find(([, one]) => one.allocationId === source.allocationId)?.[0];
  if (lot === undefined) {
    if (own.length >= MAX_LOTS) {
      const empty = own.find(([n, { freePence }]) => freePence + heldPenceOfLot(state, n) === 0);
      if (!empty) return refuse('too-many-lots');
      draft.change({ type: 'lot-forgotten', lot: empty[0] });
    }
    lot = String(state.lotsMade + 1);
    draft.change({ type: 'lot-made', lot, ...made });
  }
  if (standing && !draft.state.lots[lot]?.standing) draft.change({ type: 'lot-standing', lot });
  draft.move(ALLOCATION, lotAccount(lot), amountPence);
  return undefined;
}

/** Money of one lot that goes back to its allocation. */
interface Refund {
  readonly lot: string;
  readonly amountPence: number;
}

/** Sends free money of lots back to their allocations. */
export function refund(draft: PoolDraft, { lots }: { readonly lots: readonly Refund[] }) {
  for (const { lot, amountPence } of lots) {
    if (amountPence > (draft.state.lots[lot]?.freePence ?? 0)) return refuse('not-available');
    draft.move(lotAccount(lot), ALLOCATION, amountPence);
  }
  return undefined;
}

type Refundable = Refund & { readonly allocationId: string };

const refundsOf = (state: PoolState, which: (lot: Lot) => boolean): Refundable[] =>
  Object.entries(state.lots)
    .filter(([, lot]) => lot.freePence > 0 && which(lot))
    .map(([lot, { allocationId, freePence }]) => ({ lot, allocationId, amountPence: freePence }));

/** Free money that must go back: of lots whose allocation has ended, and of people who are no longer members. */
export const refundable = (state: PoolState, today: string): Refundable[] =>
  refundsOf(state, (lot) => lot.endsOn < today || !state.members[lot.personId]);

/** All free money of one person. */
export const refundableOf = (state: PoolState, personId: string): Refundable[] =>
  refundsOf(state, (lot) => lot.personId === personId);
