// Cognito's event before it makes a token (trigger version 2 or 3), and its answer: the claims that auth.ts reads.
import * as z from 'zod/mini';
import { ROLES, type Role } from './actor.ts';

const attributes = z.looseObject({
  email: z.optional(z.string()),
  email_verified: z.optional(z.string()),
  name: z.optional(z.string()),
  'custom:kitty_funder': z.optional(z.string().check(z.minLength(1))),
});

const event = z.looseObject({
  request: z.looseObject({
    userAttributes: attributes,
    groupConfiguration: z.nullish(z.looseObject({ groupsToOverride: z.nullish(z.array(z.string())) })),
  }),
});

/** Somebody who has signed in with an email address, and the groups and funder that an operator gave them. */
export interface SignIn {
  /** Only when it is verified. */
  readonly email: string | undefined;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly funder: string | undefined;
}

/** Throws when it is not such an event: an incident. */
export function readSignIn(raw: unknown): SignIn {
  const { userAttributes, groupConfiguration } = event.parse(raw).request;
  const groups = groupConfiguration?.groupsToOverride ?? [];
  return {
    email: userAttributes.email_verified === 'true' ? userAttributes.email : undefined,
    name: userAttributes.name ?? '',
    roles: ROLES.filter((role) => groups.includes(role)),
    funder: userAttributes['custom:kitty_funder'],
  };
}

export interface SignedIn {
  readonly personId: string;
  readonly place: string;
  readonly roles: readonly Role[];
  readonly funder: string | undefined;
}

/** The event with the answer that Cognito expects in it. The roles become the claim `cognito:groups`. */
export function claimsOverride(raw: unknown, { personId, place, roles, funder }: SignedIn): unknown {
  const claims = {
    kitty_person: personId,
    kitty_place: place,
    ...(funder === undefined ? {} : { kitty_funder: funder }),
  };
  return {
    ...event.parse(raw),
    response: {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride: claims },
        groupOverrideDetails: { groupsToOverride: roles },
      },
    },
  };
}
