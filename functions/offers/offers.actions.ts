// Use cases of offers: list, change, withdraw, see one, search.
import * as z from 'zod/mini';
import { listedOfferOf } from '../catalogue/catalogue.rules.ts';
import type { ListedOffer, Offer, OfferBody, OfferQuery } from '../catalogue/catalogue.schema.ts';
import { changeOffer, getOffer, putEnterpriseName, putOffer, withdrawOffer } from '../catalogue/catalogue.store.ts';
import { catalogueOf, forgetCatalogue, geocoder } from '../catalogue/catalogue.ts';
import { type Cursor, search } from '../catalogue/search.rules.ts';
import { getEnterprise } from '../enterprises/enterprises.store.ts';
import { idFrom } from '../kernel/id.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { IdempotentRequest } from '../platform/once.ts';

const DEFAULT_LIMIT = 20;

const placeOf = (context: AppContext, actor: Actor): string => actor.place || context.place;

export async function listOffer(
  context: AppContext,
  actor: Actor,
  enterpriseId: string,
  body: OfferBody,
  { idempotencyHash, bodyHash }: IdempotentRequest,
): Promise<Result<{ id: string }, 'not-found' | 'key-reused'>> {
  const enterprise = await getEnterprise(context.table, actor.place, enterpriseId);
  if (!enterprise?.owners.includes(actor.personId)) return refuse('not-found');
  const offerId = idFrom(idempotencyHash, 'offer');
  // The catalogue needs the name, and registering may have crashed before it was published.
  await putEnterpriseName(context.table, actor.place, enterprise);
  const put = await putOffer(context.table, actor.place, { ...body, offerId, enterpriseId }, bodyHash);
  if (!put.ok) return put;
  forgetCatalogue(context, actor.place);
  return ok({ id: offerId });
}

/** The offer, when the actor runs its enterprise. */
async function ownOffer(context: AppContext, actor: Actor, offerId: string): Promise<Offer | undefined> {
  const offer = await getOffer(context.table, actor.place, offerId);
  const enterprise = offer && (await getEnterprise(context.table, actor.place, offer.enterpriseId));
  return enterprise?.owners.includes(actor.personId) ? offer : undefined;
}

export async function changeOwnOffer(
  context: AppContext,
  actor: Actor,
  offerId: string,
  body: OfferBody,
  request: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy' | 'offer-withdrawn'>> {
  if (!(await ownOffer(context, actor, offerId))) return refuse('not-found');
  const changed = await changeOffer(context.table, actor.place, offerId, body, request);
  forgetCatalogue(context, actor.place);
  return changed;
}

/** Withdraws an offer. Commissions of it stay as agreed. */
export async function withdrawOwnOffer(
  context: AppContext,
  actor: Actor,
  offerId: string,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const offer = await ownOffer(context, actor, offerId);
  if (!offer) return refuse('not-found');
  if (offer.withdrawnAt) return ok(undefined);
  const withdrawn = await withdrawOffer(context.table, actor.place, offerId, context.now());
  forgetCatalogue(context, actor.place);
  return withdrawn;
}

type OfferDetails = ListedOffer & { mine?: true; postcode?: string; withdrawnAt?: string | undefined };

export async function seeOffer(
  context: AppContext,
  actor: Actor,
  offerId: string,
): Promise<Result<OfferDetails, 'not-found'>> {
  const place = placeOf(context, actor);
  const offer = await getOffer(context.table, place, offerId);
  const enterprise = offer && (await getEnterprise(context.table, place, offer.enterpriseId));
  if (!enterprise) return refuse('not-found');
  const listed = listedOfferOf(offer, enterprise.name);
  const { postcode, withdrawnAt } = offer;
  if (enterprise.owners.includes(actor.personId)) return ok({ ...listed, mine: true, postcode, withdrawnAt });
  return withdrawnAt ? refuse('not-found') : ok(listed);
}

const cursor = z.tuple([z.number(), z.string(), z.string()]);
const writeCursor = (after: Cursor): string => Buffer.from(JSON.stringify(after)).toString('base64url');

function readCursor(text: string): Cursor | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

export async function findOffers(
  context: AppContext,
  actor: Actor,
  query: OfferQuery,
): Promise<Result<{ items: ListedOffer[]; next: string | null }, 'bad-input'>> {
  const near = query.near === undefined ? undefined : geocoder.find(query.near);
  if (query.near !== undefined && !near)
    return refuse('bad-input', {
      field: 'near',
      detail: 'We do not know this place. Send a London postcode or its first half, such as “RM10”, or an area’s name.',
    });
  const after = query.after === undefined ? undefined : readCursor(query.after);
  if (query.after !== undefined && !after)
    return refuse('bad-input', { field: 'after', detail: 'This must be the “next” of the page before.' });
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { withinKm, category, upToPence, q } = query;
  const { index } = await catalogueOf(context, placeOf(context, actor));
  const hits = search(index, { near, withinKm, category, upToPence, q, after, limit });
  const page = hits.slice(0, limit);
  const last = hits.length > limit ? page.at(-1) : undefined;
  const items = page.map(({ offer, distanceKm }) => listedOfferOf(offer.offer, offer.enterpriseName, distanceKm));
  return ok({ items, next: last ? writeCursor(last.cursor) : null });
}
