// Wire shapes of people and their supporters.
import * as z from 'zod/mini';
import { day, id } from '../kernel/fields.ts';
import { normaliseMobile } from '../kernel/phone.ts';
import { ROLES, SCOPES } from '../platform/actor.ts';

const grants = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    endsOn: z.optional(z.string()),
  }),
);

export const me = z.object({
  personId: z.string(),
  name: z.string(),
  place: z.string(),
  roles: z.array(z.enum(ROLES)),
  actingFor: grants,
});

export const supporters = z.object({ items: grants, next: z.nullable(z.string()) });

const mobile = z.string().check(
  z.maxLength(40),
  z.refine(
    (text) => normaliseMobile(text) !== undefined,
    'This must be a mobile number, such as 07700 900123. Begin a number of another country with + and its code.',
  ),
  z.overwrite((text) => normaliseMobile(text) ?? text),
);

const CONTACT_CHANNELS = ['email', 'text', 'none'] as const;

/** The number is stored only while text messages go to it. */
export const contact = z
  .strictObject({ by: z.enum(CONTACT_CHANNELS), phone: z.optional(mobile), digest: z.optional(z.boolean()) })
  .check(
    z.refine(({ by, phone }) => by !== 'text' || phone !== undefined, {
      path: ['phone'],
      error: 'This is missing: send the mobile number that text messages should go to.',
    }),
  );
export type ContactChoice = z.infer<typeof contact>;

/** Emails go to the address by which the person signs in, which only an import or an operator gives. */
export const myContact = z.object({
  by: z.enum(CONTACT_CHANNELS),
  email: z.string(),
  phone: z.optional(z.string()),
  digest: z.boolean(),
  /** The channels that this place can send by; when empty it sends nothing. */
  ways: z.array(z.enum(['email', 'text'])),
});

export const supporterParams = z.object({ personId: id });

export const supporter = z.strictObject({
  scopes: z.array(z.enum(SCOPES)).check(z.minLength(1), z.maxLength(SCOPES.length)),
  endsOn: z.optional(day),
});
