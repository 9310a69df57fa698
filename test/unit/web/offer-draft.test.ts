// What is typed about an offer: taken as the API takes it, with a message for each mistake.
import './browser.ts';
import { expect, test } from 'vitest';
import { offerBody } from '../../../functions/catalogue/catalogue.schema.ts';
import { offerBodyOf, offerMistakes } from '../../../web/src/pages/offers/offer-body.ts';
import {
  draftOfOffer,
  emptyOffer,
  OFFER_QUESTIONS,
  type OfferDraft,
} from '../../../web/src/pages/offers/offer-draft.ts';
import { toKm, toMiles } from '../../../web/src/pages/offers/offer-parts.ts';

const GOOD: OfferDraft = {
  ...emptyOffer('rm10 9xx'),
  title: ' Dance class ',
  description: 'We dance.',
  category: 'dance',
  priceModel: 'per-session',
  price: '£54.50',
  minPeople: '4',
  maxPeople: '12',
  duration: '60',
  travels: 'yes',
  miles: '5',
  terms: '48 50',
  access: ['step-free'],
};

test('a good draft is a body that the API takes', () => {
  const body = offerBodyOf(GOOD);
  expect(offerBody.parse(body)).toEqual(body);
  expect(body).toMatchObject({ title: 'Dance class', pricePence: 5450, postcode: 'RM10 9XX', travelKm: 8 });
});

test('an offer that is changed and changed back is sent as it was', () => {
  const body = offerBodyOf(GOOD);
  if (!body) throw new Error('no body');
  const offer = {
    ...body,
    id: 'x',
    enterpriseId: 'y',
    enterpriseName: 'Z',
    pricePerPersonPence: {},
    area: 'RM10',
    mine: true as const,
  };
  expect(offerBodyOf(draftOfOffer(offer))).toEqual(body);
  const unusual = { ...offer, durationMinutes: 75, cancellation: { hours: 30, chargePercent: 20 } };
  expect(offerBodyOf(draftOfOffer(unusual))).toMatchObject({
    durationMinutes: 75,
    cancellation: { hours: 30, chargePercent: 20 },
  });
});

test('nothing is sent while a question has no answer, and each says so', () => {
  const empty = emptyOffer('');
  expect(offerBodyOf(empty)).toBeUndefined();
  const silent = OFFER_QUESTIONS.filter((step) => offerMistakes(empty, step).length === 0);
  expect(silent).toEqual(['access']);
});

test('numbers beyond what is allowed are mistakes', () => {
  const wrong = { price: '0', minPeople: '9', maxPeople: '8', duration: 'other', minutes: '14', miles: '63' };
  const draft = { ...GOOD, ...wrong, terms: 'other', hours: '337', percent: '101' };
  const fields = OFFER_QUESTIONS.flatMap((step) => offerMistakes(draft, step).map(({ field }) => field));
  expect(fields).toEqual(['price', 'maxPeople', 'minutes', 'miles', 'hours', 'percent']);
});

test('miles stay the same on their way through kilometres', () => {
  const all = Array.from({ length: 62 }, (_, i) => i + 1);
  expect(all.map((miles) => toMiles(toKm(miles)))).toEqual(all);
  expect(toKm(62)).toBe(100);
});
