// The terms of a proposal to buy; undefined for other proposals and for one that is closed.
import type { Proposal } from '../../api/types.ts';
import type { Deal } from './cost.ts';

interface BuyDeal extends Deal {
  readonly offerId: string;
  readonly time: string;
  readonly heldAhead: number;
}

export function dealOf(proposal: Proposal): BuyDeal | undefined {
  const { offerId, sessions, startsOn, time, everyDays, heldAhead, priceModel, pricePence, minPeople, maxPeople } =
    proposal;
  if (offerId === undefined || startsOn === undefined || time === undefined || priceModel === undefined)
    return undefined;
  return {
    offerId,
    startsOn,
    time,
    priceModel,
    sessions: sessions ?? 1,
    everyDays: everyDays ?? 7,
    heldAhead: heldAhead ?? 1,
    pricePence: pricePence ?? 0,
    minPeople: minPeople ?? 1,
    maxPeople: maxPeople ?? 1,
  };
}
