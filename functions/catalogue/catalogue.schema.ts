// Wire shapes of offers and of the search for them.

import * as z from 'zod/mini';
import { id, line, pence, penceOrZero, postcode, prose } from '../kernel/fields.ts';
import { PRICE_MODELS } from '../kernel/words.ts';

/**
 * What an offer is about. Personal care is deliberately not here: it is out of the first release, because introducing
 * and then directing it can need registration with the Care Quality Commission. Home help means help with the house.
 */
export const CATEGORIES = [
  'art',
  'befriending',
  'community',
  'cooking',
  'crafts',
  'cycling',
  'dance',
  'day-activities',
  'digital-skills',
  'drama',
  'employment',
  'equipment',
  'fitness',
  'football',
  'gardening',
  'home-help',
  'independent-living',
  'languages',
  'learning',
  'music',
  'other',
  'outings',
  'peer-support',
  'respite',
  'sport',
  'swimming',
  'travel-training',
  'venue',
  'volunteering',
  'walking',
  'wellbeing',
] as const;

const ACCESS_FEATURES = [
  'accessible-toilet',
  'assistance-dogs-welcome',
  'bsl',
  'changing-places',
  'communication-support',
  'easy-read',
  'hearing-loop',
  'large-print',
  'lift',
  'parking',
  'personal-assistant-welcome',
  'public-transport',
  'quiet-space',
  'step-free',
  'wheelchair-space',
] as const;

const MAX_PEOPLE = 50;
const FORTNIGHT_HOURS = 336;

const fields = z.strictObject({
  title: line(100),
  description: prose(2000, 1),
  category: z.enum(CATEGORIES),
  priceModel: z.enum(PRICE_MODELS),
  pricePence: pence,
  minPeople: z.int().check(z.minimum(1), z.maximum(MAX_PEOPLE)),
  maxPeople: z.int().check(z.minimum(1), z.maximum(MAX_PEOPLE)),
  durationMinutes: z.int().check(z.minimum(15), z.maximum(600)),
  postcode,
  /** Cancelled with less notice than `hours`, `chargePercent` of the price is due. */
  cancellation: z.strictObject({
    hours: z.int().check(z.minimum(0), z.maximum(FORTNIGHT_HOURS)),
    chargePercent: z.int().check(z.minimum(0), z.maximum(100)),
  }),
  access: z.array(z.enum(ACCESS_FEATURES)).check(
    z.maxLength(ACCESS_FEATURES.length),
    z.refine((features) => new Set(features).size === features.length, 'Each of these can be named only once.'),
  ),
  /** How far they come to people; without it, people come to them. */
  travelKm: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});

export const offerBody = fields.check(
  z.refine(({ minPeople, maxPeople }) => minPeople <= maxPeople, {
    path: ['maxPeople'],
    error: 'This must be minPeople or more.',
  }),
);
export type OfferBody = z.infer<typeof offerBody>;

/** As stored. `withdrawnAt`: no longer offered, but agreed commissions still refer to it. */
export const storedOffer = z.object({
  ...fields.shape,
  offerId: z.string(),
  enterpriseId: z.string(),
  withdrawnAt: z.optional(z.string()),
});
export type Offer = z.infer<typeof storedOffer>;

export const offerParams = z.object({ id });
export const offerMade = z.object({ id: z.string() });

export const listedOffer = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.enum(CATEGORIES),
  priceModel: z.enum(PRICE_MODELS),
  pricePence: pence,
  /** The most that one person would pay for one session in a group of 4, 6 or 10, where the offer takes as many. */
  pricePerPersonPence: z.object({
    4: z.optional(penceOrZero),
    6: z.optional(penceOrZero),
    10: z.optional(penceOrZero),
  }),
  minPeople: z.number(),
  maxPeople: z.number(),
  durationMinutes: z.number(),
  /** The outward code: where it is, without the street, which may be somebody's home. */
  area: z.string(),
  cancellation: z.object({ hours: z.number(), chargePercent: z.number() }),
  access: z.array(z.enum(ACCESS_FEATURES)),
  travelKm: z.optional(z.number()),
  /** In a straight line from the middle of `near`, to 100 m; missing when the offer's postcode is not on our map. */
  distanceKm: z.optional(z.number()),
});
export type ListedOffer = z.input<typeof listedOffer>;

export const offerAnswer = z.extend(listedOffer, {
  /** Only for those who run the enterprise. */
  mine: z.optional(z.literal(true)),
  postcode: z.optional(z.string()),
  withdrawnAt: z.optional(z.string()),
});

/** An empty parameter, which forms send, counts as absent. */
const optionalParameter = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.transform((value) => (value === '' ? undefined : value)),
    z.optional(schema),
  );
const wholeNumberUpTo = (max: number) =>
  z
    .pipe(
      z.string().check(z.regex(/^[1-9]\d{0,3}$/, `This must be a whole number from 1 to ${max}.`)),
      z.transform(Number),
    )
    .check(z.refine((value) => value <= max, `This must be a whole number from 1 to ${max}.`));

const numberOfKm = z.pipe(
  z
    .string()
    .check(
      z.regex(/^\d{1,3}(\.\d{1,2})?$/, 'This must be a number of kilometres from 0.1 to 200, such as “5” or “2.5”.'),
    ),
  z.transform(Number),
);

export const offerQuery = z
  .strictObject({
    near: optionalParameter(line(60)),
    withinKm: optionalParameter(
      numberOfKm.check(z.refine((km) => km >= 0.1 && km <= 200, 'This must be from 0.1 to 200 kilometres.')),
    ),
    category: optionalParameter(z.enum(CATEGORIES)),
    /** The most that one of a group of six (or of the nearest size that the offer takes) would pay for one session. */
    upToPence: optionalParameter(
      z.pipe(
        z.string().check(z.regex(/^\d{1,9}$/, 'This must be a whole number of pence, such as “1250”.')),
        z.transform(Number),
      ),
    ),
    q: optionalParameter(line(100)),
    after: optionalParameter(z.string().check(z.maxLength(6000))),
    limit: optionalParameter(wholeNumberUpTo(100)),
  })
  .check(
    z.refine(({ near, withinKm }) => withinKm === undefined || near !== undefined, {
      path: ['near'],
      error: 'Send a place as near when you send withinKm.',
    }),
  );
export type OfferQuery = z.infer<typeof offerQuery>;

export const offersAnswer = z.object({ items: z.array(listedOffer), next: z.nullable(z.string()) });
