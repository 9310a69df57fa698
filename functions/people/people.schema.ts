// Wire shapes of people and their supporters.
import * as z from 'zod';
import { day, id, line } from '../kernel/fields.ts';
import { ROLES, SCOPES } from '../platform/actor.ts';

const granted = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    endsOn: z.string().optional(),
  }),
);

export const me = z.object({
  personId: z.string(),
  name: z.string(),
  place: z.string(),
  roles: z.array(z.enum(ROLES)),
  actingFor: granted,
});

export const supporters = z.object({ items: granted, next: z.string().nullable() });

/** Whoever wants text messages and gives no number gets email. */
export const contact = z.strictObject({
  by: z.enum(['email', 'text', 'none']),
  phone: line(20, 10).optional(),
  digest: z.boolean().optional(),
});
export type ContactChoice = z.infer<typeof contact>;

export const supporterParams = z.object({ personId: id });

export const supporter = z.strictObject({
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  endsOn: day.optional(),
});
