// What an offer costs each person, and the offer as the API lists it.
import { outwardCodeOf } from '../kernel/postcode.ts';
import type { ListedOffer, Offer } from './catalogue.schema.ts';

type PriceTerms = Pick<Offer, 'priceModel' | 'pricePence' | 'minPeople' | 'maxPeople'>;

/** The most that one of `people` pays for one session; undefined for a group that the offer does not take. */
export function perPersonPence(offer: PriceTerms, people: number): number | undefined {
  if (people < offer.minPeople || people > offer.maxPeople) return undefined;
  return offer.priceModel === 'per-person' ? offer.pricePence : Math.ceil(offer.pricePence / people);
}

const TYPICAL_PEOPLE = 6;

/** What a search by price compares: for a group of six, or of the size nearest to six that the offer takes. */
export const typicalPencePerPerson = (offer: PriceTerms): number =>
  perPersonPence(offer, Math.min(Math.max(TYPICAL_PEOPLE, offer.minPeople), offer.maxPeople)) ?? offer.pricePence;

/** The middle of an outward code is not known more exactly than this. */
const toTenthOfKm = (km: number): number => Math.round(km * 10) / 10;

export function listedOfferOf(offer: Offer, enterpriseName: string, distanceKm?: number): ListedOffer {
  const { offerId, postcode, withdrawnAt: _, ...rest } = offer;
  return {
    id: offerId,
    enterpriseName,
    ...rest,
    area: outwardCodeOf(postcode) ?? '',
    pricePerPersonPence: {
      4: perPersonPence(offer, 4),
      6: perPersonPence(offer, 6),
      10: perPersonPence(offer, 10),
    },
    ...(distanceKm === undefined ? {} : { distanceKm: toTenthOfKm(distanceKm) }),
  };
}
