// The offers of a place, ready to be searched, kept in memory for a few seconds: search itself reads no database.
import type { World } from '../platform/world.ts';
import type { Geocoder } from './geo.ts';
import { london } from './london.ts';
import { eachPence } from './offers.rules.ts';
import type { Offer } from './offers.schema.ts';
import { allOffers } from './offers.store.ts';
import { type Found, type Index, indexOf } from './search.rules.ts';

/** What is known of where things are; another geocoder takes its place here. */
export const geocoder: Geocoder = london;

/** How long another process's change may take to be seen here. */
const FRESH_MS = 3000;

export interface Entry extends Found {
  readonly whole: Offer;
  readonly enterpriseName: string;
}

interface Catalogue {
  readonly offers: readonly Offer[];
  readonly index: Index<Entry>;
}

interface Kept {
  readonly since: number;
  readonly catalogue: Promise<Catalogue>;
}

const kept = new WeakMap<World, Map<string, Kept>>();

async function load(world: World, place: string): Promise<Catalogue> {
  const { offers, names } = await allOffers(world.table, place);
  const entries = offers.map((whole): Entry => {
    const { offerId, enterpriseId, title, description, category, postcode } = whole;
    // Written before the enterprise's first offer, so it is there.
    const enterpriseName = names.get(enterpriseId);
    if (enterpriseName === undefined) throw new Error(`enterprise ${enterpriseId} has offers but no name`);
    const texts = [title, description, category, enterpriseName];
    const at = geocoder.find(postcode);
    return { id: offerId, title, category, texts, eachPence: eachPence(whole), at, whole, enterpriseName };
  });
  return { offers, index: indexOf(entries) };
}

export function catalogueOf(world: World, place: string): Promise<Catalogue> {
  const places = kept.get(world) ?? new Map<string, Kept>();
  kept.set(world, places);
  // How old it is has nothing to do with Kitty's own clock, which can be moved.
  const now = performance.now();
  const known = places.get(place);
  if (known && now - known.since < FRESH_MS) return known.catalogue;
  const fresh: Kept = { since: now, catalogue: load(world, place) };
  places.set(place, fresh);
  fresh.catalogue.catch(() => {
    if (places.get(place) === fresh) places.delete(place);
  });
  return fresh.catalogue;
}

/** What was just written here is seen by the next search here. */
export function forgetCatalogue(world: World, place: string): void {
  kept.get(world)?.delete(place);
}
