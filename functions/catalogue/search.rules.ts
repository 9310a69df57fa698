// Search over a place's offers in memory: a straight scan of typed arrays, fast enough for 100,000 of them.
import { chordOfKm, fold, kmOfChord, type Point, vectorOf } from './geo.ts';

/** What search knows of one offer. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  /** All texts whose words are searched. */
  readonly texts: readonly string[];
  /** What one person pays for one session in a group of the usual size. */
  readonly eachPence: number;
  /** Missing when nobody knows where the offer is. */
  readonly at: Point | undefined;
}

export interface Search {
  readonly near?: Point | undefined;
  readonly withinKm?: number | undefined;
  readonly category?: string | undefined;
  /** The most that one person pays for one session. */
  readonly upToPence?: number | undefined;
  readonly q?: string | undefined;
  /** The last hit of the page before. */
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

/** A hit's place in the order: squared straight line, folded title, id. */
export type Cursor = readonly [chord: number, title: string, id: string];

interface Hit<F extends Found> {
  readonly offer: F;
  readonly distanceKm: number | undefined;
  readonly cursor: Cursor;
}

export interface Index<F extends Found> {
  /** In the order of title and id: the place here decides between offers that are equally far. */
  readonly offers: readonly F[];
  readonly titles: readonly string[];
  /** Unit vectors, three numbers an offer; NaN where nobody knows. */
  readonly vectors: Float64Array;
  readonly categories: readonly string[];
  readonly categoryOf: Uint8Array;
  readonly eachPence: Float64Array;
  /** All words in order, and for each the offers that have it. */
  readonly words: readonly string[];
  readonly offersOf: readonly Uint32Array[];
}

/** Farther than anything on Earth (the squared straight line through it is 4): offers that nobody can place come last. */
const NOWHERE = 9;

export const wordsOf = (text: string): string[] =>
  fold(text)
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function indexOf<F extends Found>(found: readonly F[]): Index<F> {
  const sorted = found.map((offer) => ({ offer, title: fold(offer.title) }));
  sorted.sort((a, b) => compare(a.title, b.title) || compare(a.offer.id, b.offer.id));
  const vectors = new Float64Array(sorted.length * 3);
  const categories = [...new Set(found.map(({ category }) => category))];
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
    eachPence: Float64Array.from(sorted, ({ offer }) => offer.eachPence),
    words: entries.map(([word]) => word),
    offersOf: entries.map(([, list]) => Uint32Array.from(list)),
  };
}

/** The first place of a sorted list at which `isBefore` ends. */
function firstNot(length: number, isBefore: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A function of its own: a closure in the scan would make it allocate for every offer, and several times slower. */
const placeOf = (chord: number, chords: readonly number[]): number =>
  firstNot(chords.length, (i) => (chords[i] ?? 0) <= chord);

/** Counts for each offer how many of the words, in this order and from the first, begin one of its own. */
function matches<F extends Found>({ offers, words, offersOf }: Index<F>, wanted: readonly string[]): Uint8Array {
  const matched = new Uint8Array(offers.length);
  wanted.forEach((start, nth) => {
    let i = firstNot(words.length, (at) => (words[at] ?? '') < start);
    for (; words[i]?.startsWith(start); i++)
      for (const offer of offersOf[i] ?? []) if (matched[offer] === nth) matched[offer] = nth + 1;
  });
  return matched;
}

/** The nearest first, else by title; all words must match. One hit more than `limit` tells that there are others. */
export function search<F extends Found>(index: Index<F>, wanted: Search): Hit<F>[] {
  const { offers, titles, vectors, categoryOf, eachPence } = index;
  const words = [...new Set(wanted.q === undefined ? [] : wordsOf(wanted.q))];
  const matched = words.length > 0 ? matches(index, words) : undefined;
  const category = wanted.category === undefined ? -1 : index.categories.indexOf(wanted.category);
  if (wanted.category !== undefined && category < 0) return [];

  const dearest = wanted.upToPence ?? Number.POSITIVE_INFINITY;
  const [x, y, z] = wanted.near ? vectorOf(wanted.near) : [0, 0, 0];
  const farthest = wanted.withinKm === undefined ? NOWHERE : chordOfKm(wanted.withinKm);
  const [afterChord, afterTitle, afterId] = wanted.after ?? [-1, '', ''];
  const isBeforeAfter = (i: number): boolean =>
    (compare(titles[i] ?? '', afterTitle) || compare(offers[i]?.id ?? '', afterId)) <= 0;
  const afterRank = wanted.after ? firstNot(offers.length, isBeforeAfter) : 0;

  const most = wanted.limit + 1;
  const chords: number[] = [];
  const ranks: number[] = [];
  let worst = NOWHERE + 1;
  for (let i = 0; i < offers.length; i++) {
    if (category >= 0 && categoryOf[i] !== category) continue;
    if ((eachPence[i] ?? 0) > dearest) continue;
    if (matched && matched[i] !== words.length) continue;
    let chord = 0;
    if (wanted.near) {
      const dx = (vectors[i * 3] ?? 0) - x;
      const dy = (vectors[i * 3 + 1] ?? 0) - y;
      const dz = (vectors[i * 3 + 2] ?? 0) - z;
      chord = dx * dx + dy * dy + dz * dz;
      if (Number.isNaN(chord)) chord = NOWHERE;
      if (chord > farthest) continue;
    }
    if (chord < afterChord || (chord === afterChord && i < afterRank)) continue;
    // Equally far means later in the order, because ranks grow as the scan goes.
    if (chord >= worst) continue;
    if (chords.length === most) {
      chords.pop();
      ranks.pop();
    }
    const at = placeOf(chord, chords);
    chords.splice(at, 0, chord);
    ranks.splice(at, 0, i);
    if (chords.length === most) worst = chords[most - 1] ?? worst;
    if (worst === 0) break;
  }
  return chords.flatMap((chord, j) => {
    const rank = ranks[j] ?? 0;
    const offer = offers[rank];
    if (!offer) return [];
    const distanceKm = wanted.near && chord < NOWHERE ? kmOfChord(chord) : undefined;
    return [{ offer, distanceKm, cursor: [chord, titles[rank] ?? '', offer.id] }];
  });
}
