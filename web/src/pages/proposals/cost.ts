// What a proposal costs: each person's share, the whole price, and what is left of my money in the pool after it. Pure.

import { addDays } from '../../../../functions/kernel/clock.ts';
import type { Pool } from '../../api/types.ts';

type Lots = Pool['mine']['lots'];

export interface Deal {
  readonly priceModel: 'per-session' | 'per-person';
  readonly pricePence: number;
  readonly minPeople: number;
  readonly maxPeople: number;
  readonly sessions: number;
  readonly startsOn: string;
  readonly everyDays: number;
}

export interface Cost {
  readonly people: number;
  /** Nobody ever pays a penny more than another. */
  readonly isExact: boolean;
  /** The most that I pay for one session, and for all of them. */
  readonly sharePence: number;
  readonly myPence: number;
  /** What the whole group pays for all sessions. */
  readonly totalPence: number;
  /** What is left of my free money in the pool after all sessions. */
  readonly leftPence: number;
  /** How much my money in the pool falls short. */
  readonly shortfallPence: number;
}

/** The most that one session can cost one of `people`. */
export const shareAtMost = (
  { priceModel, pricePence }: Pick<Deal, 'priceModel' | 'pricePence'>,
  people: number,
): number => (priceModel === 'per-person' ? pricePence : Math.ceil(pricePence / people));

/**
 * What each session costs whoever pays the first odd penny, and so never fewer of them than another, in the order of the
 * sessions. Odd pennies go round: after n sessions each has paid their part of all of them, rounded up for the first.
 */
function dearestShares({ priceModel, pricePence, sessions }: Deal, people: number): number[] {
  const count = Array.from({ length: sessions }, (_, i) => i + 1);
  if (priceModel === 'per-person') return count.map(() => pricePence);
  const whole = Math.floor(pricePence / people);
  const odd = pricePence % people;
  const paidAfter = (n: number): number => Math.ceil((n * odd) / people);
  return count.map((n) => whole + paidAfter(n) - paidAfter(n - 1));
}

export function costOf(deal: Deal, people: number, lots: Lots): Cost {
  const mine = dearestShares(deal, people);
  const myPence = mine.reduce((sum, share) => sum + share, 0);
  const free = new Map(lots.map((lot) => [lot, lot.freePence]));
  let shortfallPence = 0;
  for (const [i, share] of mine.entries()) {
    let due = share;
    const day = addDays(deal.startsOn, i * deal.everyDays);
    // In the pool's order: only money that has not ended by then, and the money that ends first is used first.
    for (const lot of lots.filter(({ endsOn }) => endsOn >= day).sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))) {
      const part = Math.min(free.get(lot) ?? 0, due);
      free.set(lot, (free.get(lot) ?? 0) - part);
      due -= part;
    }
    shortfallPence += due;
  }
  const each = deal.priceModel === 'per-person' ? deal.pricePence * people : deal.pricePence;
  return {
    people,
    isExact: deal.priceModel === 'per-person' || deal.pricePence % people === 0,
    sharePence: shareAtMost(deal, people),
    myPence,
    totalPence: each * deal.sessions,
    leftPence: [...free.values()].reduce((sum, pence) => sum + pence, 0),
    shortfallPence,
  };
}

/** The two extremes: everybody comes who can, or only the fewest that the offer needs. */
export function costsOf(deal: Deal, members: number, lots: Lots): readonly [everybody: Cost, fewest: Cost] {
  const most = Math.max(deal.minPeople, Math.min(members, deal.maxPeople));
  return [costOf(deal, most, lots), costOf(deal, deal.minPeople, lots)];
}
