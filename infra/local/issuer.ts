// A local OpenID Connect issuer: real signed tokens, which the API verifies as it does Cognito's.
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK_RSA_Private,
  SignJWT,
} from 'jose';
import * as z from 'zod';
import type { Role } from '../../functions/platform/actor.ts';
import type { Identity } from '../../functions/platform/auth.ts';
import type { IdentityConfig } from '../../web/src/sign-in/identity.ts';
import { readJson, writeJsonOnce } from './folder.ts';

/** The person whom a token is for. */
export interface Subject {
  readonly personId: string;
  readonly place: string;
  readonly roles: readonly Role[];
  readonly funder?: string | undefined;
}

export interface Issuer {
  readonly identity: Identity;
  readonly keys: JSONWebKeySet;
  /** A token that is valid for 12 hours by the real clock, whatever Kitty's clock says. */
  tokenFor(subject: Subject, nonce?: string): Promise<string>;
}

/** The same on every port, so that processes with one data folder take each other's tokens and a restart keeps them. */
const ISSUER = 'http://localhost:8787/local';
/** The web's client id; it has no secret. */
export const CLIENT_ID = 'kitty';
export const TOKEN_SECONDS = 12 * 60 * 60;
const FILE = 'issuer-key.json';
const privateKey = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

async function newKey(): Promise<z.infer<typeof privateKey>> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return privateKey.parse(await exportJWK(pair.privateKey));
}

async function readOrCreateKey(folder: string): Promise<z.infer<typeof privateKey>> {
  const kept = readJson(folder, FILE, privateKey);
  if (kept) return kept;
  writeJsonOnce(folder, FILE, await newKey());
  const key = readJson(folder, FILE, privateKey);
  if (!key) throw new Error('the key just written is gone');
  return key;
}

export async function localIssuer(folder: string): Promise<Issuer> {
  const key: JWK_RSA_Private & { kty: 'RSA' } = await readOrCreateKey(folder);
  const { kty, n, e } = key;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const keys = { keys: [{ kty, n, e, kid, use: 'sig' as const, alg: 'RS256' as const }] };
  const signer = await importJWK(key, 'RS256');
  return {
    keys,
    // The keys themselves, because the server would otherwise fetch them from itself.
    identity: {
      issuer: ISSUER,
      audience: CLIENT_ID,
      jwksUri: `${ISSUER}/jwks.json`,
      jwks: keys,
    },
    tokenFor: ({ personId, place, roles, funder }, nonce) =>
      new SignJWT({
        kitty_person: personId,
        kitty_place: place,
        ...(funder === undefined ? {} : { kitty_funder: funder }),
        'cognito:groups': roles,
        ...(nonce === undefined ? {} : { nonce }),
      })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(ISSUER)
        .setAudience(CLIENT_ID)
        .setSubject(personId)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_SECONDS}s`)
        .sign(signer),
  };
}

const PATHS = {
  authorize: '/local/authorize',
  token: '/local/oauth/token',
  signOut: '/local/sign-out',
  keys: '/local/jwks.json',
} as const;

/** OpenID Connect discovery, as the server at `origin` answers it. */
export const configurationAt = (origin: string) => ({
  issuer: ISSUER,
  authorization_endpoint: origin + PATHS.authorize,
  token_endpoint: origin + PATHS.token,
  end_session_endpoint: origin + PATHS.signOut,
  jwks_uri: origin + PATHS.keys,
  scopes_supported: ['openid'],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  prompt_values_supported: ['none', 'login', 'select_account'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});

/** What the web reads at /config.json. */
export const identityConfig = (place: string): IdentityConfig => ({
  issuer: ISSUER,
  authorizationEndpoint: PATHS.authorize,
  tokenEndpoint: PATHS.token,
  endSessionEndpoint: PATHS.signOut,
  clientId: CLIENT_ID,
  place,
});
