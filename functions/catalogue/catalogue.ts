// The offers of a place, indexed for search and cached in memory for a few seconds: a search itself reads no database.

import type { AppContext } from '../platform/app-context.ts';
import { ttlCache } from '../platform/ttl-cache.ts';
import { typicalPencePerPerson } from './catalogue.rules.ts';
import type { Offer } from './catalogue.schema.ts';
import { allOffers } from './catalogue.store.ts';
import type { Geocoder } from './geo.ts';
import { london } from './london.ts';
import { type Index, indexOf, type SearchableOffer } from './search.rules.ts';

/** The geocoder in use; replace it here. */
export const geocoder: Geocoder = london;

/** How long the catalogue is cached: 3 seconds, or more where it takes longer to load (ten minutes for 100,000 offers). */
export const catalogueTtlMs = (offers: number): number => Math.max(3000, 6 * offers);

interface CatalogueEntry extends SearchableOffer {
  readonly offer: Offer;
  readonly enterpriseName: string;
}

interface Catalogue {
  readonly offers: readonly Offer[];
  readonly index: Index<CatalogueEntry>;
}

async function load(context: AppContext, place: string): Promise<Catalogue> {
  const { offers, names } = await allOffers(context.table, place);
  const entries = offers.map((offer): CatalogueEntry => {
    const { offerId, enterpriseId, title, description, category, postcode } = offer;
    // Written before the enterprise's first offer, so it is there.
    const enterpriseName = names.get(enterpriseId);
    if (enterpriseName === undefined) throw new Error(`enterprise ${enterpriseId} has offers but no name`);
    const texts = [title, description, category, enterpriseName];
    const at = geocoder.find(postcode);
    return {
      id: offerId,
      title,
      category,
      texts,
      pencePerPerson: typicalPencePerPerson(offer),
      at,
      offer,
      enterpriseName,
    };
  });
  return { offers, index: indexOf(entries) };
}

const catalogue = ttlCache<Catalogue>(load, ({ offers }) => catalogueTtlMs(offers.length));

export const catalogueOf = (context: AppContext, place: string): Promise<Catalogue> => catalogue.get(context, place);

/** Clears the cache, so that this process's next search sees what it has just written. */
export const forgetCatalogue = (context: AppContext, place: string): void => catalogue.forget(context, place);
