// Registers the demo's enterprises and their offers, through the same actions as the API.

import { offerBody } from '../../../functions/catalogue/catalogue.schema.ts';
import { registerEnterprise } from '../../../functions/enterprises/enterprises.actions.ts';
import { enterpriseBody } from '../../../functions/enterprises/enterprises.schema.ts';
import { digest } from '../../../functions/kernel/id.ts';
import { listOffer } from '../../../functions/offers/offers.actions.ts';
import { putPerson } from '../../../functions/people/people.store.ts';
import type { Actor } from '../../../functions/platform/actor.ts';
import type { AppContext } from '../../../functions/platform/app-context.ts';
import { forEachLimited, must } from './helpers.ts';
import { nameOf } from './people.ts';
import { demoId } from './seed.ts';

interface Entry {
  readonly owner: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly offers: readonly Readonly<Record<string, unknown>>[];
}

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
const listed = (cell: string): string[] => cell.split(',').map((one) => one.trim());

function offerOf(line: string, postcode: string): Entry['offers'][number] {
  const [title, category, cost = '', people = '', minutes, terms = '', access = '', description] = cells(line);
  const [pounds, priceModel] = cost.split(' ');
  const [minPeople, maxPeople] = people.split('-').map(Number);
  const [hours, chargePercent] = listed(terms).map(Number);
  return {
    title,
    description,
    category,
    priceModel,
    pricePence: Number(pounds) * 100,
    minPeople,
    maxPeople,
    durationMinutes: Number(minutes),
    postcode,
    cancellation: { hours, chargePercent },
    access: listed(access),
  };
}

function entriesOf(text: string): Entry[] {
  const entries: { owner: string; body: Entry['body']; offers: Entry['offers'][number][] }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const last = entries.at(-1);
    if (line.startsWith('  ')) last?.offers.push(offerOf(line, String(last.body.postcode)));
    else {
      const [owner = '', name, postcode, legalForm, ownership, workers, description] = cells(line);
      entries.push({
        owner,
        body: { name, postcode, legalForm, ownership, workers: Number(workers), description },
        offers: [],
      });
    }
  }
  return entries;
}

/** Index of the first name for owners who are not personas, far from the names of budget holders. */
const OWNERS_FROM = 2000;

export interface DemoOffer {
  readonly id: string;
  readonly owner: Actor;
}

/** Returns the offers by title. */
export async function loadEnterprises(
  context: AppContext,
  place: string,
  text: string,
  personas: ReadonlyMap<string, Actor>,
): Promise<Map<string, DemoOffer>> {
  const offers = new Map<string, DemoOffer>();
  const entries = [...entriesOf(text).entries()];
  await forEachLimited(entries, async ([i, { owner: key, body, offers: wanted }]) => {
    const owner = personas.get(key) ?? (await newOwner(context, place, i));
    const label = String(body.name);
    const asked = (what: string) => ({ idempotencyHash: digest('demo', place, what, label), bodyHash: '' });
    const enterprise = must(await registerEnterprise(context, owner, enterpriseBody.parse(body), asked('enterprise')));
    for (const offer of wanted) {
      const parsed = offerBody.parse(offer);
      const { id } = must(await listOffer(context, owner, enterprise.id, parsed, asked(`offer ${parsed.title}`)));
      offers.set(parsed.title, { id, owner });
    }
  });
  return offers;
}

async function newOwner(context: AppContext, place: string, i: number): Promise<Actor> {
  const name = nameOf(OWNERS_FROM + i);
  const wanted = { personId: demoId(place, `owner ${i}`), name, email: `owner.${i + 1}@example.org` };
  const { personId } = await putPerson(context.table, place, wanted);
  return { place, actorId: personId, personId, roles: ['enterprise'], funder: undefined };
}
