// Search finds exactly what going through all offers one by one finds, in the same order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chordOfKm, foldCaseAndAccents, kmOfChord, type Point, vectorOf } from '../../functions/catalogue/geo.ts';
import {
  indexOf,
  type SearchableOffer,
  type SearchQuery,
  search,
  wordsOf,
} from '../../functions/catalogue/search.rules.ts';

const chord = (a: Point, b: Point): number => {
  const [[x, y, z], [u, v, w]] = [vectorOf(a), vectorOf(b)];
  return (x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2;
};

/** The expected result, by the simplest possible code. */
function bruteForce(
  offers: readonly SearchableOffer[],
  { near, withinKm, category, upToPence, q }: SearchQuery,
): string[] {
  const far = ({ at }: SearchableOffer): number => (near ? (at ? chord(at, near) : 9) : 0);
  return offers
    .filter((offer) => category === undefined || offer.category === category)
    .filter((offer) => upToPence === undefined || offer.pencePerPerson <= upToPence)
    .filter((offer) => withinKm === undefined || far(offer) <= chordOfKm(withinKm))
    .filter((offer) => {
      const words = offer.texts.flatMap(wordsOf);
      return wordsOf(q ?? '').every((wanted) => words.some((word) => word.startsWith(wanted)));
    })
    .sort((a, b) => {
      const [ta, tb] = [foldCaseAndAccents(a.title), foldCaseAndAccents(b.title)];
      return far(a) - far(b) || (ta < tb ? -1 : ta > tb ? 1 : 0) || (a.id < b.id ? -1 : 1);
    })
    .map(({ id }) => id);
}

const point = fc.record({
  // Few different places, so that many offers are at the same distance.
  lat: fc.constantFrom(51.5, 51.52, 51.54),
  lng: fc.constantFrom(-0.1, 0, 0.1),
});
const text = fc.constantFrom('Dance', 'dance class', 'Café', 'cafe cooking', 'Women’s football', 'Gardening', 'ÉTÉ');
const someOffers = fc
  .array(
    fc.record({
      title: text,
      category: fc.constantFrom('dance', 'cooking', 'football'),
      more: text,
      pencePerPerson: fc.constantFrom(500, 900, 901),
      at: fc.option(point, { nil: undefined }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ title, category, more, pencePerPerson, at }, i): SearchableOffer => {
      // Ids are not in the order of the list.
      const id = `o${(i * 17) % 41}`;
      return { id, title, category, texts: [title, more, category], pencePerPerson, at };
    }),
  );
const someSearch = fc
  .record({
    near: fc.option(point, { nil: undefined }),
    withinKm: fc.option(fc.constantFrom(0.1, 3, 8, 20), { nil: undefined }),
    category: fc.option(fc.constantFrom('dance', 'cooking', 'nothing'), { nil: undefined }),
    upToPence: fc.option(fc.constantFrom(0, 500, 900), { nil: undefined }),
    q: fc.option(fc.constantFrom('da', 'DANCE class', 'cafe', 'womens foot', 'ete', 'x', 'dance dance', '…'), {
      nil: undefined,
    }),
  })
  .map(({ withinKm, ...rest }) => ({ ...rest, withinKm: rest.near ? withinKm : undefined }));

describe('search', () => {
  it('finds what going through all offers finds, in the same order', () => {
    fc.assert(
      fc.property(someOffers, someSearch, fc.integer({ min: 1, max: 12 }), (offers, wanted, limit) => {
        const hits = search(indexOf(offers), { ...wanted, limit });
        const expected = bruteForce(offers, { ...wanted, limit }).slice(0, limit + 1);
        expect(hits.map(({ offer }) => offer.id)).toEqual(expected);
      }),
    );
  });

  it('gives every offer exactly once over all pages', () => {
    fc.assert(
      fc.property(someOffers, someSearch, fc.integer({ min: 1, max: 5 }), (offers, wanted, limit) => {
        const index = indexOf(offers);
        const seen: string[] = [];
        let hits = search(index, { ...wanted, limit });
        for (;;) {
          const page = hits.slice(0, limit);
          seen.push(...page.map(({ offer }) => offer.id));
          const last = page.at(-1);
          if (hits.length <= limit || !last) break;
          // As over the wire.
          const after = JSON.parse(JSON.stringify(last.cursor)) as typeof last.cursor;
          hits = search(index, { ...wanted, limit, after });
        }
        expect(seen).toEqual(bruteForce(offers, { ...wanted, limit }));
      }),
    );
  });

  it('goes on after an offer that has been withdrawn meanwhile', () => {
    const offers = ['a', 'b', 'c', 'd'].map(
      (id): SearchableOffer => ({
        id,
        title: 'Dance',
        category: 'dance',
        texts: [],
        pencePerPerson: 500,
        at: undefined,
      }),
    );
    const [, second] = search(indexOf(offers), { limit: 2 });
    const left = offers.filter(({ id }) => id !== 'b');
    const hits = search(indexOf(left), { limit: 2, after: second?.cursor });
    expect(hits.map(({ offer }) => offer.id)).toEqual(['c', 'd']);
  });

  it('gives the distance, or none when the position is unknown', () => {
    const here = { lat: 51.5, lng: 0 };
    const there = { lat: 51.545, lng: 0 };
    const index = indexOf([
      { id: 'known', title: 'A', category: 'dance', texts: [], pencePerPerson: 500, at: there },
      { id: 'unknown', title: 'A', category: 'dance', texts: [], pencePerPerson: 500, at: undefined },
    ]);
    const [known, unknown] = search(index, { near: here, limit: 5 });
    expect(known?.distanceKm).toBeCloseTo(kmOfChord(chord(here, there)), 9);
    expect(known?.distanceKm).toBeCloseTo(5, 1);
    expect(unknown?.distanceKm).toBeUndefined();
    expect(search(index, { near: here, withinKm: 200, limit: 5 })).toHaveLength(1);
    expect(search(index, { limit: 5 })[0]?.distanceKm).toBeUndefined();
  });

  it('finds nothing in an empty catalogue', () => {
    expect(search(indexOf([]), { q: 'dance', near: { lat: 51, lng: 0 }, limit: 20 })).toEqual([]);
  });
});
