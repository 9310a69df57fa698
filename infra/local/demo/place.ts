// Loads one place: its people with their allocations, and its enterprises with their offers.

import { importAllocations } from '../../../functions/allocations/import.actions.ts';
import { addDays, londonInstant } from '../../../functions/kernel/clock.ts';
import { digest } from '../../../functions/kernel/id.ts';
import { putPerson } from '../../../functions/people/people.store.ts';
import type { Actor } from '../../../functions/platform/actor.ts';
import type { AppContext } from '../../../functions/platform/app-context.ts';
import type { Persona } from '../personas.ts';
import { loadEnterprises } from './enterprises.ts';
import { must } from './helpers.ts';
import { csvOf, type Line } from './people.ts';
import { demoId } from './seed.ts';
import type { Stage } from './stage.ts';

/** The day of the funder's import, before everything else. */
const IMPORTED_DAY = -200;

const personIdOf = (place: string, ref: string): string => demoId(place, `person ${ref}`);
const allocationIdOf = (place: string, ref: string, stream: string): string =>
  demoId(place, `allocation ${ref} ${stream}`);

interface PlaceData {
  readonly place: string;
  readonly personas: readonly Persona[];
  readonly lines: readonly Line[];
  /** The funder's reference for somebody named in a script. */
  readonly refOf: (name: string | number) => string;
  readonly enterprises: string;
}

/** Creates the personas whom no funder imports; returns them by key. */
export async function makePersonas(context: AppContext, personas: readonly Persona[]): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const { key, name, email, place, roles, funder } of personas) {
    const { personId } = await putPerson(context.table, place, { personId: demoId(place, key), name, email });
    actors.set(key, { place, actorId: personId, personId: personId, roles, funder });
  }
  return actors;
}

/** Returns what the scripts of the place's pools need. */
export async function loadPlace(context: AppContext, today: string, data: PlaceData): Promise<Stage> {
  const { place, personas, lines, refOf } = data;
  const actors = await makePersonas(
    context,
    personas.filter(({ roles }) => !roles.includes('holder')),
  );
  const [offers] = await Promise.all([
    loadEnterprises(context, place, data.enterprises, actors),
    importLines(context, today, place, actors, lines),
  ]);
  return {
    context,
    today,
    holder(name, stream = 'social-care') {
      const ref = refOf(name);
      const person = personIdOf(place, ref);
      const allocation = allocationIdOf(place, ref, stream);
      return { place, actorId: person, personId: person, roles: ['holder'], funder: undefined, allocation };
    },
    offer(title) {
      const offer = offers.get(title);
      if (!offer) throw new Error(`the demo has no offer “${title}”`);
      return offer;
    },
  };
}

/** A funder's import, but with ids of people and allocations that are the same on every machine. */
async function importLines(
  context: AppContext,
  today: string,
  place: string,
  actors: ReadonlyMap<string, Actor>,
  lines: readonly Line[],
): Promise<void> {
  const funder = [...actors.values()].find(({ roles }) => roles.includes('funder'));
  if (!funder) throw new Error(`${place} has no funder`);
  const at = londonInstant(addDays(today, IMPORTED_DAY), '09:00');
  const then: AppContext = { ...context, now: () => at, journals: { ...context.journals, now: () => at } };
  const request = { idempotencyHash: digest('demo', place, 'import'), bodyHash: '', actorId: funder.actorId };
  const { rejected } = must(
    await importAllocations(then, funder, request, csvOf(lines), ({ person_ref: ref, stream }, what) =>
      what === 'person' ? personIdOf(place, ref) : allocationIdOf(place, ref, stream),
    ),
  );
  const [first] = rejected;
  if (first) throw new Error(`the demo’s file is wrong in line ${first.line}: ${first.detail}`);
}
