// The personas that anybody can sign in as: people of the demo place, and of the second, small place.
import type { Role } from '../../../functions/platform/actor.ts';
import type { Persona } from '../personas.ts';
import { HOME, SECOND_PLACE } from './places.ts';

type Line = readonly [key: string, name: string, role: Role];

/** Also there without the demo place, because no funder imports them. */
const STAFF: readonly Line[] = [
  ['funder', 'Farah Siddiqui', 'funder'],
  ['broker', 'Ben Okafor', 'broker'],
  ['dawn', 'Dawn Fletcher', 'enterprise'],
  ['gus', 'Gus Petrou', 'enterprise'],
  ['fatima', 'Fatima Rahman', 'enterprise'],
];

/** Leo has a supporter, Nina, who has a budget of her own too. */
const HOLDERS: readonly Line[] = [
  ['rosa', 'Rosa Marino', 'holder'],
  ['sam', 'Sam Whitlock', 'holder'],
  ['priya', 'Priya Nair', 'holder'],
  ['joe', 'Joe Barrett', 'holder'],
  ['mary', 'Mary Adeyemi', 'holder'],
  ['ade', 'Ade Bankole', 'holder'],
  ['leo', 'Leo Castellan', 'holder'],
  ['nina', 'Nina Castellan', 'holder'],
];

const SECOND: readonly Line[] = [
  ['lambeth-funder', 'Grace Mensah', 'funder'],
  ['ngozi', 'Ngozi Eze', 'holder'],
  ['tom', 'Tom Ferreira', 'holder'],
  ['elif', 'Elif Demir', 'holder'],
  ['kofi', 'Kofi Asante', 'enterprise'],
  ['lena', 'Lena Wójcik', 'enterprise'],
];

const personaIn =
  (place: string) =>
  ([key, name, role]: Line): Persona => ({
    key,
    name,
    email: `${key}@example.org`,
    place,
    roles: [role],
    ...(role === 'funder' ? { funder: 'council' } : {}),
  });

export const staff: readonly Persona[] = STAFF.map(personaIn(HOME));
export const holders: readonly Persona[] = HOLDERS.map(personaIn(HOME));
export const secondPlace: readonly Persona[] = SECOND.map(personaIn(SECOND_PLACE));
