// How long search takes on 100,000 offers in memory (budget: nearest 20 at p99 ≤ 5 ms). Run it with node; --json for figures.

import { CATEGORIES } from '../../functions/catalogue/catalogue.schema.ts';
import { londonCodes } from '../../functions/catalogue/london.ts';
import { indexOf, type SearchableOffer, type SearchQuery, search } from '../../functions/catalogue/search.rules.ts';

const OFFERS = 100_000;
const SEARCHES = 1000;

/** Random numbers, the same in every run (mulberry32). */
let seed = 1;
function chance(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
function one<T>(list: readonly T[]): T {
  const item = list[Math.floor(chance() * list.length)];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

const letters = 'abcdefghijklmnoprstuvwy';
const word = (): string => Array.from({ length: 3 + Math.floor(chance() * 7) }, () => one([...letters])).join('');
const vocabulary = Array.from({ length: 5000 }, word);
const centres = [...londonCodes.values()];
// Every offer has its own location, as from a street-level geocoder.
const somewhere = () => {
  const { lat, lng } = one(centres);
  return { lat: lat + (chance() - 0.5) / 50, lng: lng + (chance() - 0.5) / 50 };
};

const started = performance.now();
const offers = Array.from({ length: OFFERS }, (_, i): SearchableOffer => {
  const category = one(CATEGORIES);
  const title = [category, one(vocabulary), one(vocabulary)].join(' ');
  const description = Array.from({ length: 20 }, () => one(vocabulary)).join(' ');
  const pencePerPerson = 100 + Math.floor(chance() * 3000);
  const texts = [title, description, category];
  return { id: String(i).padStart(16, '0'), title, category, texts, pencePerPerson, at: somewhere() };
});
const made = performance.now();
const index = indexOf(offers);
const indexMs = performance.now() - made;

const kinds: Record<string, () => SearchQuery> = {
  nearest: () => ({ near: somewhere(), limit: 20 }),
  'nearest in a category': () => ({ near: somewhere(), category: one(CATEGORIES), limit: 20 }),
  'nearest within 5 km': () => ({ near: somewhere(), withinKm: 5, limit: 20 }),
  'nearest up to a price': () => ({ near: somewhere(), upToPence: 900, limit: 20 }),
  'nearest with two words': () => ({ near: somewhere(), q: `${one(vocabulary)} ${one(CATEGORIES)}`, limit: 20 }),
  'nearest with one letter': () => ({ near: somewhere(), q: one([...letters]), limit: 20 }),
  'words only': () => ({ q: one(vocabulary).slice(0, 3), limit: 20 }),
  everything: () => ({ limit: 20 }),
};

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
const figures: Record<string, { p50Ms: number; p99Ms: number }> = {};
for (const [kind, make] of Object.entries(kinds)) {
  for (let i = 0; i < 50; i++) search(index, make());
  const times = Array.from({ length: SEARCHES }, () => {
    const wanted = make();
    const start = performance.now();
    search(index, wanted);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (part: number): number => rounded(times[Math.floor(times.length * part)] ?? 0);
  figures[kind] = { p50Ms: at(0.5), p99Ms: at(0.99) };
}

if (process.argv.includes('--json'))
  console.log(JSON.stringify({ offers: OFFERS, indexMs: Math.round(indexMs), ...figures }));
else {
  console.log(`${OFFERS} offers, made in ${Math.round(made - started)} ms, indexed in ${Math.round(indexMs)} ms`);
  for (const [kind, { p50Ms, p99Ms }] of Object.entries(figures))
    console.log(`${kind.padEnd(26)} p50 ${p50Ms.toFixed(2)} ms   p99 ${p99Ms.toFixed(2)} ms`);
}
