// Verifies OpenID Connect tokens (Cognito's, and locally those of infra/local) and reads the actor from them.
import {
  FetchError,
  JwkInvalidKtyError,
  JwkInvalidUseError,
  JwksValidationError,
  JwkValidationError,
  JwtBaseError,
} from 'aws-jwt-verify/error';
import { assertIsSignatureJwk, type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import * as z from 'zod/mini';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { type Actor, ROLES } from './actor.ts';
import { logError } from './log.ts';

/** The claims that Kitty needs; both issuers put them in. */
const claims = z.object({
  kitty_person: z.string().check(z.minLength(1)),
  kitty_place: z.string().check(z.minLength(1)),
  kitty_funder: z.optional(z.string().check(z.minLength(1))),
  'cognito:groups': z._default(z.array(z.enum(ROLES)), []),
});

export interface Identity {
  issuer: string;
  audience: string;
  jwksUri: string;
  /** All the issuer's keys, where they are known already; otherwise they are fetched from `jwksUri`. */
  jwks?: Jwks;
}

/** Answers the actor that a token names, or that the token is not valid, or that it cannot be checked now. */
export type Authenticate = (token: string) => Promise<Result<Actor, 'not-signed-in' | 'sign-in-unavailable'>>;

/**
 * The key server did not answer, or not with keys that can be used. Every other error of the library means that the token
 * is not valid; so does WaitPeriodNotYetEndedJwkError, thrown for 10 seconds after the keys just fetched lacked a token's key.
 */
const KEY_SERVER_ERRORS = [FetchError, JwksValidationError, JwkValidationError, JwkInvalidUseError, JwkInvalidKtyError];

/** Fetches the keys when one is first needed. A set that is empty or cannot be used fails, and never replaces a good one. */
function keyCache(): SimpleJwksCache {
  const cache = new SimpleJwksCache();
  const parse = cache.jwksParser;
  cache.jwksParser = (bytes) => {
    const jwks = parse(bytes);
    if (jwks.keys.length === 0) throw new JwksValidationError('JWKS has no keys');
    for (const jwk of jwks.keys) assertIsSignatureJwk(jwk);
    return jwks;
  };
  return cache;
}

export function authenticator({ jwks, ...identity }: Identity): Authenticate {
  const verifier = JwtVerifier.create(identity, { jwksCache: keyCache() });
  if (jwks) verifier.cacheJwks(jwks);
  return async (token) => {
    let payload: unknown;
    try {
      payload = jwks ? verifier.verifySync(token) : await verifier.verify(token);
    } catch (error) {
      const isKeyServerError = KEY_SERVER_ERRORS.some((type) => error instanceof type);
      if (error instanceof JwtBaseError && !isKeyServerError) return refuse('not-signed-in');
      logError('sign-in-unavailable', error);
      return refuse('sign-in-unavailable');
    }
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return refuse('not-signed-in');
    const personId = parsed.data.kitty_person;
    return ok({
      place: parsed.data.kitty_place,
      actorId: personId,
      personId,
      roles: parsed.data['cognito:groups'],
      funder: parsed.data.kitty_funder,
    });
  };
}
