// Use cases of enterprises: register, change, look at one, and list my own.
import { idFrom } from '../kernel/id.ts';
import { outwardOf } from '../kernel/postcode.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { catalogueOf, forgetCatalogue } from '../offers/catalogue.ts';
import { shownOffer } from '../offers/offers.rules.ts';
import type { ListedOffer } from '../offers/offers.schema.ts';
import { putEnterpriseName } from '../offers/offers.store.ts';
import type { Actor } from '../platform/actor.ts';
import type { Asked } from '../platform/once.ts';
import type { World } from '../platform/world.ts';
import type { EnterpriseBody, ShownEnterprise } from './enterprises.schema.ts';
import { changeEnterprise, type Enterprise, getEnterprise, putEnterprise, runBy } from './enterprises.store.ts';

function shown(enterprise: Enterprise, personId: string): ShownEnterprise {
  const { enterpriseId, name, description, postcode, legalForm, ownership, workers, companyNumber } = enterprise;
  const area = outwardOf(postcode) ?? '';
  const own = enterprise.owners.includes(personId) ? { mine: true as const, postcode } : {};
  return { id: enterpriseId, name, description, area, legalForm, ownership, workers, companyNumber, ...own };
}

/** Anyone may register an enterprise, and several. */
export async function register(
  world: World,
  actor: Actor,
  body: EnterpriseBody,
  { op, bodyHash }: Asked,
): Promise<Result<{ id: string }, 'key-reused'>> {
  const id = idFrom(op, 'enterprise');
  const made = await putEnterprise(world.table, actor.place, id, actor.person, body, bodyHash);
  if (!made.ok) return made;
  await tellName(world, actor.place, made.value);
  return ok({ id });
}

/** A replay runs this again, so a name that a crash kept from the catalogue gets there. */
async function tellName(world: World, place: string, enterprise: Enterprise): Promise<void> {
  await putEnterpriseName(world.table, place, enterprise);
  forgetCatalogue(world, place);
}

export async function changeMine(
  world: World,
  actor: Actor,
  id: string,
  body: EnterpriseBody,
  asked: Asked,
): Promise<Result<undefined, 'not-found' | 'key-reused' | 'busy'>> {
  const enterprise = await getEnterprise(world.table, actor.place, id);
  if (!enterprise?.owners.includes(actor.person)) return refuse('not-found');
  const changed = await changeEnterprise(world.table, actor.place, id, body, asked);
  if (!changed.ok) return changed;
  await tellName(world, actor.place, changed.value);
  return ok(undefined);
}

export async function lookAt(
  world: World,
  actor: Actor,
  id: string,
): Promise<Result<ShownEnterprise & { offers: ListedOffer[] }, 'not-found'>> {
  const [enterprise, catalogue] = await Promise.all([
    getEnterprise(world.table, actor.place, id),
    catalogueOf(world, actor.place),
  ]);
  if (!enterprise) return refuse('not-found');
  const offers = catalogue.offers.filter((offer) => offer.enterpriseId === id);
  return ok({
    ...shown(enterprise, actor.person),
    offers: offers.map((offer) => shownOffer(offer, enterprise.name)),
  });
}

export async function listMine(world: World, actor: Actor): Promise<{ items: ShownEnterprise[]; next: null }> {
  const ids = await runBy(world.table, actor.place, actor.person);
  const found = await Promise.all(ids.map((id) => getEnterprise(world.table, actor.place, id)));
  const mine = found.filter((enterprise) => enterprise !== undefined);
  mine.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { items: mine.map((enterprise) => shown(enterprise, actor.person)), next: null };
}
