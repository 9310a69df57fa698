// Offers ↔ items, all of a place in one partition, so that one query loads its catalogue: PK <place>#OFFERS, SK <offerId>.
// The names of enterprises are there too: SK NAME#<enterpriseId>.
import * as z from 'zod/mini';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { changeOnce, type IdempotentRequest, makeOnce } from '../platform/once.ts';
import type { Key, Table } from '../platform/table.ts';
import { type Offer, type OfferBody, storedOffer } from './catalogue.schema.ts';

const NAME_PREFIX = 'NAME#';
const storedName = z.object({ enterpriseId: z.string(), name: z.string() });

const pkOf = (place: string): string => `${place}#OFFERS`;
const keyOf = (place: string, offerId: string): Key => ({ PK: pkOf(place), SK: offerId });

/** Withdrawn offers too: agreed commissions refer to them. */
export async function getOffer(table: Table, place: string, offerId: string): Promise<Offer | undefined> {
  const item = await table.get(keyOf(place, offerId), true);
  return item && storedOffer.parse(item);
}

interface PlaceOffers {
  /** Those that can be commissioned. */
  readonly offers: readonly Offer[];
  readonly names: ReadonlyMap<string, string>;
}

export async function allOffers(table: Table, place: string): Promise<PlaceOffers> {
  const items = await table.query({ pk: pkOf(place), consistent: true });
  const offers: Offer[] = [];
  const names = new Map<string, string>();
  for (const item of items) {
    if (item.SK.startsWith(NAME_PREFIX)) {
      const { enterpriseId, name } = storedName.parse(item);
      names.set(enterpriseId, name);
    } else {
      const offer = storedOffer.parse(item);
      if (!offer.withdrawnAt) offers.push(offer);
    }
  }
  return { offers, names };
}

export async function putOffer(
  table: Table,
  place: string,
  offer: Offer,
  bodyHash: string,
): Promise<Result<undefined, 'key-reused'>> {
  const created = await makeOnce(table, { ...offer, ...keyOf(place, offer.offerId) }, bodyHash);
  return created.ok ? ok(undefined) : created;
}

/** Replaces all that an owner may change; a withdrawn offer stays as it was. */
export async function changeOffer(
  table: Table,
  place: string,
  offerId: string,
  body: OfferBody,
  request: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy' | 'offer-withdrawn'>> {
  const changed = await changeOnce(table, keyOf(place, offerId), request, (current) => {
    const { enterpriseId, withdrawnAt } = storedOffer.parse(current);
    return withdrawnAt ? refuse('offer-withdrawn') : ok({ ...body, offerId, enterpriseId });
  });
  return changed.ok ? ok(undefined) : changed;
}

/** Withdraws an offer for good; a repeat keeps the first `withdrawnAt`. */
export async function withdrawOffer(
  table: Table,
  place: string,
  offerId: string,
  at: string,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const changed = await changeOnce(
    table,
    keyOf(place, offerId),
    { idempotencyHash: 'withdrawal', bodyHash: '' },
    (current) => ok({ ...storedOffer.parse(current), withdrawnAt: at }),
  );
  return changed.ok ? ok(undefined) : changed;
}

/** Stores an enterprise's name in the catalogue, unless a newer version of the enterprise has stored one. */
export async function putEnterpriseName(
  table: Table,
  place: string,
  { enterpriseId, name, version }: { enterpriseId: string; name: string; version: number },
): Promise<void> {
  await table.putNewer(
    { PK: pkOf(place), SK: `${NAME_PREFIX}${enterpriseId}`, enterpriseId, name, version },
    'version',
  );
}
