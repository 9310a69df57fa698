// Use cases of enterprises: register, change, look at one, and list my own.

import { shownOffer } from '../catalogue/catalogue.rules.ts';
import type { ListedOffer } from '../catalogue/catalogue.schema.ts';
import { putEnterpriseName } from '../catalogue/catalogue.store.ts';
import { catalogueOf, forgetCatalogue } from '../catalogue/catalogue.ts';
import { idFrom } from '../kernel/id.ts';
import { outwardOf } from '../kernel/postcode.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { IdempotentRequest } from '../platform/once.ts';
import type { EnterpriseBody, ShownEnterprise } from './enterprises.schema.ts';
import {
  changeEnterprise,
  type Enterprise,
  enterpriseIdsOwnedBy,
  getEnterprise,
  putEnterprise,
} from './enterprises.store.ts';

function shown(enterprise: Enterprise, personId: string): ShownEnterprise {
  const { enterpriseId, name, description, postcode, legalForm, ownership, workers, companyNumber } = enterprise;
  const area = outwardOf(postcode) ?? '';
  const own = enterprise.owners.includes(personId) ? { mine: true as const, postcode } : {};
  return { id: enterpriseId, name, description, area, legalForm, ownership, workers, companyNumber, ...own };
}

/** Anyone may register an enterprise, and several. */
export async function register(
  context: AppContext,
  actor: Actor,
  body: EnterpriseBody,
  { idempotencyHash: op, bodyHash }: IdempotentRequest,
): Promise<Result<{ id: string }, 'key-reused'>> {
  const id = idFrom(op, 'enterprise');
  const made = await putEnterprise(context.table, actor.place, id, actor.personId, body, bodyHash);
  if (!made.ok) return made;
  await tellName(context, actor.place, made.value);
  return ok({ id });
}

/** A replay runs this again, so a name that a crash kept from the catalogue gets there. */
async function tellName(context: AppContext, place: string, enterprise: Enterprise): Promise<void> {
  await putEnterpriseName(context.table, place, enterprise);
  forgetCatalogue(context, place);
}

export async function changeMine(
  context: AppContext,
  actor: Actor,
  id: string,
  body: EnterpriseBody,
  asked: IdempotentRequest,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const enterprise = await getEnterprise(context.table, actor.place, id);
  if (!enterprise?.owners.includes(actor.personId)) return refuse('not-found');
  const changed = await changeEnterprise(context.table, actor.place, id, body, asked);
  if (!changed.ok) return changed;
  await tellName(context, actor.place, changed.value);
  return ok(undefined);
}

export async function lookAt(
  context: AppContext,
  actor: Actor,
  id: string,
): Promise<Result<ShownEnterprise & { offers: ListedOffer[] }, 'not-found'>> {
  const [enterprise, catalogue] = await Promise.all([
    getEnterprise(context.table, actor.place, id),
    catalogueOf(context, actor.place),
  ]);
  if (!enterprise) return refuse('not-found');
  const offers = catalogue.offers.filter((offer) => offer.enterpriseId === id);
  return ok({
    ...shown(enterprise, actor.personId),
    offers: offers.map((offer) => shownOffer(offer, enterprise.name)),
  });
}

export async function listMine(context: AppContext, actor: Actor): Promise<{ items: ShownEnterprise[]; next: null }> {
  const ids = await enterpriseIdsOwnedBy(context.table, actor.place, actor.personId);
  const found = await Promise.all(ids.map((id) => getEnterprise(context.table, actor.place, id)));
  const mine = found.filter((enterprise) => enterprise !== undefined);
  mine.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { items: mine.map((enterprise) => shown(enterprise, actor.personId)), next: null };
}
