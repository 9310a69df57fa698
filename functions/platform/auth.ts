// Verifies OpenID Connect tokens (Cognito's, and locally those of infra/local) and reads who is asking from them.
import type { Jwks } from 'aws-jwt-verify/jwk';
import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import * as z from 'zod';
import { type Actor, ROLES } from './actor.ts';

/** The claims that Kitty needs; both issuers put them in. */
const claims = z.object({
  kitty_person: z.string().min(1),
  kitty_place: z.string().min(1),
  kitty_funder: z.string().min(1).optional(),
  'cognito:groups': z.array(z.enum(ROLES)).default([]),
});

export interface Identity {
  issuer: string;
  audience: string;
  jwksUri: string;
  /** The issuer's keys, where they are known already; else they are fetched from `jwksUri`. */
  jwks?: Jwks;
}

/** Answers the actor that a token names, or undefined when it is not valid now. */
export type Authenticate = (token: string) => Promise<Actor | undefined>;

export function authenticator({ jwks, ...identity }: Identity): Authenticate {
  const verifier = JwtVerifier.create(identity);
  if (jwks) verifier.cacheJwks(jwks);
  return async (token) => {
    try {
      const payload = claims.parse(await verifier.verify(token));
      const person = payload.kitty_person;
      return {
        place: payload.kitty_place,
        actorId: person,
        personId: person,
        roles: payload['cognito:groups'],
        funder: payload.kitty_funder,
      };
    } catch {
      return undefined;
    }
  };
}
