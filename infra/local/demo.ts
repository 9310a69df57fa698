// The demo place: the people to sign in as.
import { newId } from '../../functions/kernel/id.ts';
import { putPerson } from '../../functions/people/people.store.ts';
import type { Role } from '../../functions/platform/actor.ts';
import type { World } from '../../functions/platform/world.ts';
import type { Persona } from './personas.ts';

const PEOPLE: readonly (readonly [key: string, name: string, role: Role])[] = [
  ['funder', 'Farah Siddiqui', 'funder'],
  ['broker', 'Ben Okafor', 'broker'],
  ['rosa', 'Rosa Marino', 'holder'],
  ['sam', 'Sam Whitlock', 'holder'],
  ['priya', 'Priya Nair', 'holder'],
  ['joe', 'Joe Barrett', 'holder'],
  ['mary', 'Mary Adeyemi', 'holder'],
  ['ade', 'Ade Bankole', 'holder'],
  ['dawn', 'Dawn Fletcher', 'enterprise'],
  ['gus', 'Gus Petrou', 'enterprise'],
];

/** Loads the demo place as of the instant `now`. Safe to run again after a crash half-way. */
export async function loadDemo(world: World, _now: string): Promise<Persona[]> {
  const personas = PEOPLE.map(
    ([key, name, role]): Persona => ({
      key,
      name,
      email: `${key}@example.org`,
      place: world.place,
      roles: [role],
      ...(role === 'funder' ? { funder: 'council' } : {}),
    }),
  );
  for (const { name, email, place } of personas)
    await putPerson(world.table, place, { personId: newId(), name, email });
  return personas;
}
