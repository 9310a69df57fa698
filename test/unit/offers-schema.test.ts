// What an offer and an enterprise may contain, and what each person would pay.
import { describe, expect, it } from 'vitest';
import { listedOfferOf, perPersonPence } from '../../functions/catalogue/catalogue.rules.ts';
import { type Offer, offerBody, offerQuery } from '../../functions/catalogue/catalogue.schema.ts';
import { enterpriseBody } from '../../functions/enterprises/enterprises.schema.ts';

const good = {
  title: 'Dance for everyone',
  description: 'Moving together.\nNo steps to learn.',
  category: 'dance',
  priceModel: 'per-session',
  pricePence: 5400,
  minPeople: 4,
  maxPeople: 12,
  durationMinutes: 90,
  postcode: 'rm109xx',
  cancellation: { hours: 48, chargePercent: 50 },
  access: ['step-free', 'quiet-space'],
};

const wrong = (change: Record<string, unknown>): string[] => {
  const parsed = offerBody.safeParse({ ...good, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path).join('.'));
};

describe('an offer', () => {
  it('is kept with its postcode tidied', () => {
    expect(offerBody.parse(good)).toEqual({ ...good, postcode: 'RM10 9XX' });
  });

  it.each([
    ['title', ''],
    ['title', 'x'.repeat(101)],
    ['title', 'Dance\u0000'],
    ['title', 'Dance\nclass'],
    ['title', 'Dan\u202ece'],
    ['description', ''],
    ['description', 'x'.repeat(2001)],
    ['description', 'bell\u0007'],
    ['category', 'personal-care'],
    ['category', 'Dance'],
    ['priceModel', 'per-hour'],
    ['pricePence', 0],
    ['pricePence', -1],
    ['pricePence', 12.5],
    ['pricePence', 100_000_001],
    ['pricePence', 1e300],
    ['pricePence', Number.MAX_SAFE_INTEGER + 2],
    ['pricePence', '5400'],
    ['minPeople', 0],
    ['minPeople', 51],
    ['maxPeople', 3],
    ['maxPeople', 51],
    ['durationMinutes', 14],
    ['durationMinutes', 601],
    ['postcode', 'Barking'],
    ['postcode', 'RM10 9CC'],
    ['postcode', `RM10${' '.repeat(50)}9XX`],
    ['access', ['step-free', 'step-free']],
    ['access', 'step-free'],
    ['travelKm', 0],
    ['travelKm', 101],
    ['colour', 'red'],
    ['__proto__x', 1],
  ])('is refused for its %s %j', (field, value) => {
    expect(wrong({ [field]: value })).toContain(field);
  });

  it.each([
    ['cancellation.hours', { hours: 337, chargePercent: 50 }],
    ['cancellation.hours', { hours: -1, chargePercent: 50 }],
    ['cancellation.chargePercent', { hours: 48, chargePercent: 101 }],
    ['cancellation.chargePercent', { hours: 48 }],
  ])('is refused for its %s in %j', (field, cancellation) => {
    expect(wrong({ cancellation })).toEqual([field]);
  });

  it('may be as small, and as large, as the limits say', () => {
    const limits = { minPeople: 1, maxPeople: 50, durationMinutes: 600, pricePence: 100_000_000, access: [] };
    expect(wrong({ ...limits, cancellation: { hours: 336, chargePercent: 100 } })).toEqual([]);
    expect(wrong({ minPeople: 50, maxPeople: 50, durationMinutes: 15, pricePence: 1 })).toEqual([]);
  });
});

describe('the price for each person', () => {
  const offer: Offer = { ...offerBody.parse(good), offerId: 'o', enterpriseId: 'e' };

  it('is the largest share of a price per session', () => {
    expect([4, 7, 12].map((people) => perPersonPence(offer, people))).toEqual([1350, 772, 450]);
  });

  it('is the price itself when it is per person', () => {
    expect(perPersonPence({ ...offer, priceModel: 'per-person' }, 9)).toBe(5400);
  });

  it('is shown only for groups that the offer takes', () => {
    const small = { ...offer, minPeople: 5, maxPeople: 9 };
    expect(listedOfferOf(small, 'Steps').pricePerPersonPence).toEqual({ 6: 900 });
  });

  it('is shown with the outward half of the postcode only', () => {
    const shown = listedOfferOf(offer, 'Steps', 1.26);
    expect(shown).toMatchObject({ area: 'RM10', distanceKm: 1.3, enterpriseName: 'Steps' });
    expect(JSON.stringify(shown)).not.toContain('9XX');
  });
});

describe('an enterprise', () => {
  const enterprise = {
    name: 'Steps CIC',
    description: 'Dance',
    postcode: 'RM10',
    legalForm: 'cic',
    ownership: 'worker-and-user',
    workers: 8,
  };

  it('may have a company number', () => {
    expect(enterpriseBody.parse({ ...enterprise, companyNumber: 'sc123456' }).companyNumber).toBe('SC123456');
  });

  it.each([
    ['workers', 9],
    ['workers', 0],
    ['workers', 1.5],
    ['legalForm', 'llc'],
    ['ownership', 'nobody'],
    ['postcode', '1'],
    ['name', 'A\tB'],
    ['companyNumber', '12'],
    ['dbsSeenOn', '2026-01-01'],
    ['owners', ['someone']],
  ])('is refused for its %s %j', (field, value) => {
    const parsed = enterpriseBody.safeParse({ ...enterprise, [field]: value });
    const [issue] = parsed.error?.issues ?? [];
    expect(issue?.code === 'unrecognized_keys' ? issue.keys : issue?.path).toEqual([field]);
  });
});

describe('a search', () => {
  it('takes parameters left blank as left out', () => {
    const blank = { near: '', withinKm: '', category: '', q: '', after: '', limit: '' };
    expect(Object.values(offerQuery.parse(blank)).every((value) => value === undefined)).toBe(true);
    expect(offerQuery.safeParse({}).success).toBe(true);
  });

  it('reads numbers', () => {
    expect(offerQuery.parse({ near: 'E3', withinKm: '2.5', limit: '100' })).toMatchObject({
      withinKm: 2.5,
      limit: 100,
    });
  });

  it.each([
    { near: 'E3', withinKm: '0' },
    { near: 'E3', withinKm: '-5' },
    { near: 'E3', withinKm: '1e3' },
    { near: 'E3', withinKm: '201' },
    { withinKm: '5' },
    { limit: '0' },
    { limit: '101' },
    { limit: 'ten' },
    { category: 'x' },
    { q: 'a\u0000' },
    { within: '5' },
  ])('refuses %j', (query) => {
    expect(offerQuery.safeParse(query).success).toBe(false);
  });
});
