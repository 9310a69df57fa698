// Search over a place's offers in memory: a straight scan of typed arrays, fast enough for 100,000 of them.
import { chordOfKm, foldCaseAndAccents, kmOfChord, type Point, vectorOf } from './geo.ts';

/** What search needs of one offer. */
export interface SearchableOffer {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  /** All texts whose words are searched. */
  readonly texts: readonly string[];
  /** What one person pays for one session in a group of the usual size. */
  readonly pencePerPerson: number;
  /** Undefined when the geocoder does not know the offer's postcode. */
  readonly at: Point | undefined;
}

export interface SearchQuery {
  readonly near?: Point | undefined;
  readonly withinKm?: number | undefined;
  readonly category?: string | undefined;
  /** The most that one person pays for one session. */
  readonly upToPence?: number | undefined;
  readonly q?: string | undefined;
  /** The last hit of the previous page. */
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

/** A hit's position in the results: squared chord, title without case and accents, id. */
export type Cursor = readonly [chord: number, title: string, id: string];

interface Hit<F extends SearchableOffer> {
  readonly offer: F;
  readonly distanceKm: number | undefined;
  readonly cursor: Cursor;
}

export interface Index<F extends SearchableOffer> {
  /** Ordered by title, then id: offers at the same distance are listed in this order. */
  readonly offers: readonly F[];
  readonly titles: readonly string[];
  /** Unit vectors, three numbers an offer; NaN where the position is unknown. */
  readonly vectors: Float64Array;
  readonly categories: readonly string[];
  readonly categoryOf: Uint8Array;
  readonly pencePerPerson: Float64Array;
  /** All words, sorted, and for each the offers that contain it. */
  readonly words: readonly string[];
  readonly offersOf: readonly Uint32Array[];
}

/** More than any chord (the squared diameter is 4), so that offers whose position is unknown come last. */
const UNKNOWN_CHORD = 9;

export const wordsOf = (text: string): string[] =>
  foldCaseAndAccents(text)
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function indexOf<F extends SearchableOffer>(searchable: readonly F[]): Index<F> {
  const sorted = searchable.map((offer) => ({ offer, title: foldCaseAndAccents(offer.title) }));
  sorted.sort((a, b) => compare(a.title, b.title) || compare(a.offer.id, b.offer.id));
  const vectors = new Float64Array(sorted.length * 3);
  const categories = [...new Set(searchable.map(({ category }) => category))];
  const categoryOf = new Uint8Array(sorted.length);
  const postings = new Map<string, number[]>();
  sorted.forEach(({ offer }, i) => {
    vectors.set(offer.at ? vectorOf(offer.at) : [Number.NaN, Number.NaN, Number.NaN], i * 3);
    categoryOf[i] = categories.indexOf(offer.category);
    for (const word of new Set(offer.texts.flatMap(wordsOf))) {
      const list = postings.get(word);
      if (list) list.push(i);
      else postings.set(word, [i]);
    }
  });
  const entries = [...postings].sort(([a], [b]) => compare(a, b));
  return {
    offers: sorted.map(({ offer }) => offer),
    titles: sorted.map(({ title }) => title),
    vectors,
    categories,
    categoryOf,
    pencePerPerson: Float64Array.from(sorted, ({ offer }) => offer.pencePerPerson),
    words: entries.map(([word]) => word),
    offersOf: entries.map(([, list]) => Uint32Array.from(list)),
  };
}

/** The first index for which `isBefore` is false, by binary search. */
function partitionPoint(length: number, isBefore: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Outside `search`, because a closure in its loop would allocate for every offer and make it several times slower. */
const insertionIndex = (chord: number, chords: readonly number[]): number =>
  partitionPoint(chords.length, (i) => (chords[i] ?? 0) <= chord);

/** For each offer, how many of the query's words, from the first, are each the start of one of its own words. */
function matches<F extends SearchableOffer>(
  { offers, words, offersOf }: Index<F>,
  queryWords: readonly string[],
): Uint8Array {
  const matched = new Uint8Array(offers.length);
  queryWords.forEach((start, nth) => {
    let i = partitionPoint(words.length, (at) => (words[at] ?? '') < start);
    for (; words[i]?.startsWith(start); i++)
      for (const offer of offersOf[i] ?? []) if (matched[offer] === nth) matched[offer] = nth + 1;
  });
  return matched;
}

/** The nearest first, or by title; all words must match. Answers one hit more than `limit` when there is another page. */
export function search<F extends SearchableOffer>(index: Index<F>, query: SearchQuery): Hit<F>[] {
  const { offers, titles, vectors, categoryOf, pencePerPerson } = index;
  const words = [...new Set(query.q === undefined ? [] : wordsOf(query.q))];
  const matched = words.length > 0 ? matches(index, words) : undefined;
  const category = query.category === undefined ? -1 : index.categories.indexOf(query.category);
  if (query.category !== undefined && category < 0) return [];

  const maxPence = query.upToPence ?? Number.POSITIVE_INFINITY;
  const [x, y, z] = query.near ? vectorOf(query.near) : [0, 0, 0];
  const maxChord = query.withinKm === undefined ? UNKNOWN_CHORD : chordOfKm(query.withinKm);
  const [afterChord, afterTitle, afterId] = query.after ?? [-1, '', ''];
  const isUpToCursor = (i: number): boolean =>
    (compare(titles[i] ?? '', afterTitle) || compare(offers[i]?.id ?? '', afterId)) <= 0;
  const afterRank = query.after ? partitionPoint(offers.length, isUpToCursor) : 0;

  const maxHits = query.limit + 1;
  const chords: number[] = [];
  const ranks: number[] = [];
  let worstChord = UNKNOWN_CHORD + 1;
  for (let i = 0; i < offers.length; i++) {
    if (category >= 0 && categoryOf[i] !== category) continue;
    if ((pencePerPerson[i] ?? 0) > maxPence) continue;
    if (matched && matched[i] !== words.length) continue;
    let chord = 0;
    if (query.near) {
      const dx = (vectors[i * 3] ?? 0) - x;
      const dy = (vectors[i * 3 + 1] ?? 0) - y;
      const dz = (vectors[i * 3 + 2] ?? 0) - z;
      chord = dx * dx + dy * dy + dz * dz;
      if (Number.isNaN(chord)) chord = UNKNOWN_CHORD;
      if (chord > maxChord) continue;
    }
    if (chord < afterChord || (chord === afterChord && i < afterRank)) continue;
    // At the same distance this one comes later, because the scan is in order of rank.
    if (chord >= worstChord) continue;
    if (chords.length === maxHits) {
      chords.pop();
      ranks.pop();
    }
    const at = insertionIndex(chord, chords);
    chords.splice(at, 0, chord);
    ranks.splice(at, 0, i);
    if (chords.length === maxHits) worstChord = chords[maxHits - 1] ?? worstChord;
    if (worstChord === 0) break;
  }
  return chords.flatMap((chord, j) => {
    const rank = ranks[j] ?? 0;
    const offer = offers[rank];
    if (!offer) return [];
    const distanceKm = query.near && chord < UNKNOWN_CHORD ? kmOfChord(chord) : undefined;
    return [{ offer, distanceKm, cursor: [chord, titles[rank] ?? '', offer.id] }];
  });
}
