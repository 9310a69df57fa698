// The offers of a place, ready to be searched, kept in memory for a few seconds: search itself reads no database.

import type { AppContext } from '../platform/app-context.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { eachPence } from './catalogue.rules.ts';
import type { Offer } from './catalogue.schema.ts';
import { allOffers } from './catalogue.store.ts';
import type { Geocoder } from './geo.ts';
import { london } from './london.ts';
import { type Found, type Index, indexOf } from './search.rules.ts';

/** What is known of where things are; another geocoder takes its place here. */
export const geocoder: Geocoder = london;

/** How long another process's change may take to be seen here; among 100,000 offers, which take seconds to load, ten minutes. */
export const catalogueFreshMs = (offers: number): number => Math.max(3000, 6 * offers);

export interface Entry extends Found {
  readonly whole: Offer;
  readonly enterpriseName: string;
}

interface Catalogue {
  readonly offers: readonly Offer[];
  readonly index: Index<Entry>;
}

async function load(context: AppContext, place: string): Promise<Catalogue> {
  const { offers, names } = await allOffers(context.table, place);
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

const catalogue = ttlCache<Catalogue>(load, ({ offers }) => catalogueFreshMs(offers.length));

export const catalogueOf = (context: AppContext, place: string): Promise<Catalogue> => catalogue.get(context, place);

/** What was just written here is seen by the next search here. */
export const forgetCatalogue = (context: AppContext, place: string): void => catalogue.forget(context, place);
