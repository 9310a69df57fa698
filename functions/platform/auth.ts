// Verifies OpenID Connect tokens (Cognito's, and locally those of infra/local) and reads who is asking from them.
import { JwtRsaVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
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
}

/** Answers the actor that a token names, or undefined when it is not valid now. */
export type Authenticate = (token: string) => Promise<Actor | undefined>;

export function authenticator(identity: Identity): Authenticate {
  const jwksCache = new SimpleJwksCache({
    // Plain fetch, so that the local issuer's http address works like Cognito's https one.
    fetcher: { fetch: async (uri) => (await fetch(uri)).arrayBuffer() },
  });
  const verifier = JwtRsaVerifier.create(identity, { jwksCache });
  return async (token) => {
    try {
      const payload = claims.parse(await verifier.verify(token));
      const person = payload.kitty_person;
      return {
        place: payload.kitty_place,
        by: person,
        person,
        roles: payload['cognito:groups'],
        funder: payload.kitty_funder,
      };
    } catch {
      return undefined;
    }
  };
}
