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
import { readJson, writeJsonOnce } from './folder.ts';

/** Whom a token speaks for. */
export interface Subject {
  readonly personId: string;
  readonly place: string;
  readonly roles: readonly Role[];
  readonly funder?: string | undefined;
}

export interface Issuer {
  readonly identity: Identity;
  readonly keys: JSONWebKeySet;
  /** A token that is valid for 12 hours by the real clock, wherever Kitty's clock stands. */
  tokenFor(subject: Subject): Promise<string>;
}

/** The same on every port, so that processes with one data folder take each other's tokens and a restart keeps them. */
const ISSUER = 'http://localhost:8787/local';
const AUDIENCE = 'kitty';
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

async function keyIn(folder: string): Promise<z.infer<typeof privateKey>> {
  const kept = readJson(folder, FILE, privateKey);
  if (kept) return kept;
  writeJsonOnce(folder, FILE, await newKey());
  const key = readJson(folder, FILE, privateKey);
  if (!key) throw new Error('the key just written is gone');
  return key;
}

export async function localIssuer(folder: string): Promise<Issuer> {
  const key: JWK_RSA_Private & { kty: 'RSA' } = await keyIn(folder);
  const { kty, n, e } = key;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const keys = { keys: [{ kty, n, e, kid, use: 'sig' as const, alg: 'RS256' as const }] };
  const signer = await importJWK(key, 'RS256');
  return {
    keys,
    // The key itself instead of where to fetch it: the server that would answer is the one that asks.
    identity: {
      issuer: ISSUER,
      audience: AUDIENCE,
      jwksUri: `${ISSUER}/jwks.json`,
      jwks: keys,
    },
    tokenFor: ({ personId, place, roles, funder }) =>
      new SignJWT({
        kitty_person: personId,
        kitty_place: place,
        ...(funder === undefined ? {} : { kitty_funder: funder }),
        'cognito:groups': roles,
      })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(personId)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(signer),
  };
}

/** OpenID Connect discovery, as the server at `origin` answers it. */
export const configurationAt = (origin: string) => ({
  issuer: ISSUER,
  jwks_uri: `${origin}/local/jwks.json`,
  token_endpoint: `${origin}/local/tokens`,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});
