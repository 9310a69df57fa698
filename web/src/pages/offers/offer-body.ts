// What is wrong with what somebody typed about an offer, and what is sent when nothing is.

import type { OfferBody } from '../../../../functions/catalogue/catalogue.schema.ts';
import { normalisePostcode } from '../../../../functions/kernel/postcode.ts';
import type { FieldError } from '../../shell/errors.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import {
  isPriceModel,
  milesOf,
  minutesOf,
  OFFER_QUESTIONS,
  type OfferDraft,
  type OfferQuestion,
  peopleOf,
  priceOf,
  termsOf,
  wholeNumberIn,
} from './offer-draft.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';
import { toKm } from './offer-parts.ts';

const errorIf = (isWrong: boolean, field: string, message: string): FieldError[] =>
  isWrong ? [{ field, message }] : [];

const CHECKS: Readonly<Record<OfferQuestion, (draft: OfferDraft) => FieldError[]>> = {
  title: ({ title }) => [
    ...errorIf(title.trim() === '', 'title', say(t.titleMissing)),
    ...errorIf(title.trim().length > 100, 'title', say(t.titleLong)),
  ],
  description: ({ description }) => [
    ...errorIf(description.trim() === '', 'description', say(t.descriptionMissing)),
    ...errorIf(description.trim().length > 2000, 'description', say(t.descriptionLong)),
  ],
  category: ({ category }) => errorIf(!isKeyOf(categoryText, category), 'category', say(t.categoryMissing)),
  price: (draft) => [
    ...errorIf(!isPriceModel(draft.priceModel), 'priceModel', say(t.priceModelMissing)),
    ...errorIf(priceOf(draft) === undefined, 'price', say(t.priceWrong)),
  ],
  people: (draft) => {
    const { min, max } = peopleOf(draft);
    return [
      ...errorIf(min === undefined, 'minPeople', say(t.minPeopleWrong)),
      ...errorIf(max === undefined, 'maxPeople', say(t.maxPeopleWrong)),
      ...errorIf(min !== undefined && max !== undefined && min > max, 'maxPeople', say(t.maxPeopleFewer)),
    ];
  },
  duration: (draft) => [
    ...errorIf(draft.duration === '', 'duration', say(t.durationMissing)),
    ...errorIf(draft.duration === 'other' && minutesOf(draft) === undefined, 'minutes', say(t.minutesWrong)),
  ],
  postcode: ({ postcode }) => errorIf(normalisePostcode(postcode) === undefined, 'postcode', say(t.postcodeWrong)),
  travel: (draft) => [
    ...errorIf(draft.travels === '', 'travels', say(t.travelMissing)),
    ...errorIf(draft.travels === 'yes' && milesOf(draft) === undefined, 'miles', say(t.milesWrong)),
  ],
  terms: (draft) => [
    ...errorIf(draft.terms === '', 'terms', say(t.termsMissing)),
    ...(draft.terms === 'other'
      ? [
          ...errorIf(wholeNumberIn(draft.hours, 0, 336) === undefined, 'hours', say(t.hoursWrong)),
          ...errorIf(wholeNumberIn(draft.percent, 0, 100) === undefined, 'percent', say(t.percentWrong)),
        ]
      : []),
  ],
  access: () => [],
};

export const offerMistakes = (draft: OfferDraft, question: OfferQuestion): FieldError[] => CHECKS[question](draft);

/** Undefined while something is missing or wrong. */
export function offerBodyOf(draft: OfferDraft): OfferBody | undefined {
  const { category, priceModel } = draft;
  const pricePence = priceOf(draft);
  const { min, max } = peopleOf(draft);
  const durationMinutes = minutesOf(draft);
  const postcode = normalisePostcode(draft.postcode);
  const cancellation = termsOf(draft);
  if (OFFER_QUESTIONS.some((question) => offerMistakes(draft, question).length > 0)) return undefined;
  if (!isKeyOf(categoryText, category) || !isPriceModel(priceModel) || postcode === undefined) return undefined;
  if (pricePence === undefined || min === undefined || max === undefined || durationMinutes === undefined)
    return undefined;
  if (cancellation === undefined) return undefined;
  const miles = draft.travels === 'yes' ? milesOf(draft) : undefined;
  return {
    title: draft.title.trim(),
    description: draft.description.trim(),
    category,
    priceModel,
    pricePence,
    minPeople: min,
    maxPeople: max,
    durationMinutes,
    postcode,
    cancellation,
    access: draft.access.filter((feature) => isKeyOf(accessText, feature)),
    ...(miles === undefined ? {} : { travelKm: toKm(miles) }),
  };
}
