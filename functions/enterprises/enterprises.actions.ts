// Use cases of enterprises: register, change, see one, and list my own.

import { listedOfferOf } from '../catalogue/catalogue.rules.ts';
import type { ListedOffer } from '../catalogue/catalogue.schema.ts';
import { putEnterpriseName } from '../catalogue/catalogue.store.ts';
import { catalogueOf, forgetCatalogue } from '../catalogue/catalogue.ts';
import { idFrom } from '../kernel/id.ts';
import { outwardCodeOf } from '../kernel/postcode.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { IdempotentRequest } from '../platform/once.ts';
import type { EnterpriseBody, EnterpriseView } from './enterprises.schema.ts';
import {
  changeEnterprise,
  type Enterprise,
  enterpriseIdsOwnedBy,
  getEnterprise,
  putEnterprise,
} from './enterprises.store.ts';

function viewOf(enterprise: Enterprise, personId: string): EnterpriseView {
  const { enterpriseId, name, description, postcode, legalForm, ownership, workers, companyNumber } = enterprise;
  const area = outwardCodeOf(postcode) ?? '';
  const own = enterprise.owners.includes(personId) ? { mine: true as const, postcode } : {};
  return { id: enterpriseId, name, description, area, legalForm, ownership, workers, companyNumber, ...own };
}

/** Anyone may register an enterprise, and several. */
export async function registerEnterprise(
  context: AppContext,
  actor: Actor,
  body: EnterpriseBody,
  { idempotencyHash, bodyHash }: IdempotentRequest,
): Promise<Result<{ id: string }, 'key-reused'>> {
  const id = idFrom(idempotencyHash, 'enterprise');
  const created = await putEnterprise(context.table, actor.place, id, actor.personId, body, bodyHash);
  if (!created.ok) return created;
  await publishName(context, actor.place, created.value);
  return ok({ id });
}

/** A replay runs this again, so the name reaches the catalogue even after a crash. */
async function publishName(context: AppContext, place: string, enterprise: Enterprise): Promise<void> {
  await putEnterpriseName(context.table, place, enterprise);
  forgetCatalogue(context, place);
}

export async function changeOwnEnterprise(
  context: AppContext,
  actor: Actor,
  id: string,
  body: EnterpriseBody,
  request: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const enterprise = await getEnterprise(context.table, actor.place, id);
  if (!enterprise?.owners.includes(actor.personId)) return refuse('not-found');
  const changed = await changeEnterprise(context.table, actor.place, id, body, request);
  if (!changed.ok) return changed;
  await publishName(context, actor.place, changed.value);
  return ok(undefined);
}

export async function seeEnterprise(
  context: AppContext,
  actor: Actor,
  id: string,
): Promise<Result<EnterpriseView & { offers: ListedOffer[] }, 'not-found'>> {
  const [enterprise, catalogue] = await Promise.all([
    getEnterprise(context.table, actor.place, id),
    catalogueOf(context, actor.place),
  ]);
  if (!enterprise) return refuse('not-found');
  const offers = catalogue.offers.filter((offer) => offer.enterpriseId === id);
  return ok({
    ...viewOf(enterprise, actor.personId),
    offers: offers.map((offer) => listedOfferOf(offer, enterprise.name)),
  });
}

export async function listOwnEnterprises(
  context: AppContext,
  actor: Actor,
): Promise<{ items: EnterpriseView[]; next: null }> {
  const ids = await enterpriseIdsOwnedBy(context.table, actor.place, actor.personId);
  const found = await Promise.all(ids.map((id) => getEnterprise(context.table, actor.place, id)));
  const enterprises = found.filter((enterprise) => enterprise !== undefined);
  enterprises.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { items: enterprises.map((enterprise) => viewOf(enterprise, actor.personId)), next: null };
}
