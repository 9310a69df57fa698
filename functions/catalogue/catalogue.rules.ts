// What an offer costs each person, and how it is shown.
import { outwardOf } from '../kernel/postcode.ts';
import type { ListedOffer, Offer } from './catalogue.schema.ts';

type Priced = Pick<Offer, 'priceModel' | 'pricePence' | 'minPeople' | 'maxPeople'>;

/** The most that one of `people` pays for one session; undefined for a group that the offer does not take. */
export function perPersonPence(offer: Priced, people: number): number | undefined {
  if (people < offer.minPeople || people > offer.maxPeople) return undefined;
  return offer.priceModel === 'per-person' ? offer.pricePence : Math.ceil(offer.pricePence / people);
}

const USUAL_PEOPLE = 6;

/** What a search by price compares: for a group of six, or of the size nearest to six that the offer takes. */
export const eachPence = (offer: Priced): number =>
  perPersonPence(offer, Math.min(Math.max(USUAL_PEOPLE, offer.minPeople), offer.maxPeople)) ?? offer.pricePence;

/** To a tenth of a kilometre: the middle of an outward code is not better known. */
const roughly = (km: number): number => Math.round(km * 10) / 10;

export function shownOffer(offer: Offer, enterpriseName: string, distanceKm?: number): ListedOffer {
  const { offerId, postcode, withdrawnAt: _, ...rest } = offer;
  return {
    id: offerId,
    enterpriseName,
    ...rest,
    area: outwardOf(postcode) ?? '',
    pricePerPersonPence: {
      4: perPersonPence(offer, 4),
      6: perPersonPence(offer, 6),
      10: perPersonPence(offer, 10),
    },
    ...(distanceKm === undefined ? {} : { distanceKm: roughly(distanceKm) }),
  };
}
