// What somebody has typed about an offer, and the numbers in it.
import type { OfferBody } from '../../../../functions/catalogue/catalogue.schema.ts';
import type { Offer } from '../../api/types.ts';
import { penceOf, typedPounds } from '../../text/format.ts';
import { toMiles } from './offer-parts.ts';

export interface OfferDraft {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly priceModel: string;
  readonly price: string;
  readonly minPeople: string;
  readonly maxPeople: string;
  /** Minutes, or `other` with what is typed in `minutes`. */
  readonly duration: string;
  readonly minutes: string;
  readonly postcode: string;
  readonly travels: string;
  readonly miles: string;
  /** `hours percent`, or `other` with what is typed. */
  readonly terms: string;
  readonly hours: string;
  readonly percent: string;
  readonly access: readonly string[];
}

export const OFFER_QUESTIONS = [
  'title',
  'description',
  'category',
  'price',
  'people',
  'duration',
  'postcode',
  'travel',
  'terms',
  'access',
] as const;
export type OfferQuestion = (typeof OFFER_QUESTIONS)[number];

export const DURATIONS = [30, 45, 60, 90, 120, 180] as const;
/** How much of the price is due when a group cancels later than `hours` before. */
export const TERMS = [
  { hours: 0, chargePercent: 0 },
  { hours: 24, chargePercent: 50 },
  { hours: 48, chargePercent: 50 },
  { hours: 48, chargePercent: 100 },
  { hours: 168, chargePercent: 50 },
] as const;

type Terms = OfferBody['cancellation'];

export const termsKey = ({ hours, chargePercent }: Terms): string => `${hours} ${chargePercent}`;

export const emptyOffer = (postcode: string): OfferDraft => ({
  title: '',
  description: '',
  category: '',
  priceModel: '',
  price: '',
  minPeople: '',
  maxPeople: '',
  duration: '',
  minutes: '',
  postcode,
  travels: '',
  miles: '',
  terms: '',
  hours: '',
  percent: '',
  access: [],
});

export function draftOfOffer(offer: Offer): OfferDraft {
  const isUsualTime = DURATIONS.some((minutes) => minutes === offer.durationMinutes);
  const terms = termsKey(offer.cancellation);
  const areUsualTerms = TERMS.some((usual) => termsKey(usual) === terms);
  return {
    title: offer.title,
    description: offer.description,
    category: offer.category,
    priceModel: offer.priceModel,
    price: typedPounds(offer.pricePence),
    minPeople: String(offer.minPeople),
    maxPeople: String(offer.maxPeople),
    duration: isUsualTime ? String(offer.durationMinutes) : 'other',
    minutes: isUsualTime ? '' : String(offer.durationMinutes),
    postcode: offer.postcode ?? offer.area,
    travels: offer.travelKm === undefined ? 'no' : 'yes',
    miles: offer.travelKm === undefined ? '' : String(toMiles(offer.travelKm)),
    terms: areUsualTerms ? terms : 'other',
    hours: areUsualTerms ? '' : String(offer.cancellation.hours),
    percent: areUsualTerms ? '' : String(offer.cancellation.chargePercent),
    access: offer.access,
  };
}

const MAX_PEOPLE = 50;
const MAX_PENCE = 100_000_000;
/** 100 km, the API's limit. */
const MAX_MILES = 62;

/** The whole number that was typed, when it is within the limits. */
export function wholeNumberIn(typed: string, least: number, most: number): number | undefined {
  if (!/^\d{1,4}$/.test(typed.trim())) return undefined;
  const number = Number(typed);
  return number >= least && number <= most ? number : undefined;
}

export const isPriceModel = (word: string): word is OfferBody['priceModel'] =>
  word === 'per-session' || word === 'per-person';

export function priceOf({ price }: OfferDraft): number | undefined {
  const pence = penceOf(price);
  return pence !== undefined && pence >= 1 && pence <= MAX_PENCE ? pence : undefined;
}

export const peopleOf = ({
  minPeople,
  maxPeople,
}: OfferDraft): { min: number | undefined; max: number | undefined } => ({
  min: wholeNumberIn(minPeople, 1, MAX_PEOPLE),
  max: wholeNumberIn(maxPeople, 1, MAX_PEOPLE),
});

export const minutesOf = ({ duration, minutes }: OfferDraft): number | undefined =>
  wholeNumberIn(duration === 'other' ? minutes : duration, 15, 600);

export const milesOf = ({ miles }: OfferDraft): number | undefined => wholeNumberIn(miles, 1, MAX_MILES);

export function termsOf({ terms, hours, percent }: OfferDraft): Terms | undefined {
  const usual = TERMS.find((one) => termsKey(one) === terms);
  if (usual || terms !== 'other') return usual;
  const typed = { hours: wholeNumberIn(hours, 0, 336), chargePercent: wholeNumberIn(percent, 0, 100) };
  if (typed.hours === undefined || typed.chargePercent === undefined) return undefined;
  return { hours: typed.hours, chargePercent: typed.chargePercent };
}
