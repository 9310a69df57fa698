// Whom one can sign in as locally: personas of the demo place by key, and everybody imported by email.
import * as z from 'zod';
import { type Person, personByEmail } from '../../functions/people/people.store.ts';
import { ROLES } from '../../functions/platform/actor.ts';
import type { Table } from '../../functions/platform/table.ts';
import { readJson, writeJson } from './folder.ts';
import type { Subject } from './issuer.ts';

const persona = z.object({
  key: z.string(),
  name: z.string(),
  email: z.string(),
  place: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** The funding body that a funder works for. */
  funder: z.string().optional(),
});
export type Persona = z.infer<typeof persona>;

const FILE = 'personas.json';

export const readPersonas = (folder: string): Persona[] | undefined => readJson(folder, FILE, z.array(persona));

export const writePersonas = (folder: string, personas: readonly Persona[]): void => writeJson(folder, FILE, personas);

/** The places that personas live in, the home place first. */
export const placesOf = (personas: readonly Persona[], home: string): string[] => [
  ...new Set([home, ...personas.map((known) => known.place)]),
];

/** Those of one place. */
export const personasOf = (personas: readonly Persona[], place: string): Persona[] =>
  personas.filter((known) => known.place === place);

/** The person with this persona key, or with this email. */
export async function subjectOf(
  table: Table,
  personas: readonly Persona[],
  home: string,
  keyOrEmail: string,
): Promise<(Subject & Person) | undefined> {
  const email = keyOrEmail.toLowerCase();
  const known = personas.find((one) => one.key === keyOrEmail || one.email.toLowerCase() === email);
  if (known) {
    const person = await personByEmail(table, known.place, known.email);
    return person && { ...person, place: known.place, roles: known.roles, funder: known.funder };
  }
  for (const place of placesOf(personas, home)) {
    const person = await personByEmail(table, place, email);
    if (person) return { ...person, place, roles: ['holder'] };
  }
  return undefined;
}
