// Talks to the issuer: authorization code flow with PKCE. Loaded only when somebody signs in.
import * as oauth from 'oauth4webapi';
import { type SignInCode, SignInFailed } from './failed.ts';
import type { IdentityConfig } from './identity.ts';
import { type Pending, type Session, writePending } from './kept.ts';

const PATIENCE_MS = 20_000;

const absoluteUrl = (path: string): URL => new URL(path, location.origin);
const returnTo = (): string => absoluteUrl('/signed-in').href;

async function readIdentity(): Promise<IdentityConfig> {
  const answer = await fetch('/config.json', { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new TypeError(`config.json: ${answer.status}`);
  return answer.json();
}

function codeOf(error: unknown): SignInCode {
  if (error instanceof oauth.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  if (error instanceof oauth.OperationProcessingError && error.code === oauth.JWT_TIMESTAMP_CHECK) return 'clock-wrong';
  // Thrown by fetch: no answer, or not in time. The library's own errors have a code.
  if (
    (error instanceof TypeError && !('code' in error)) ||
    (error instanceof DOMException && /^(Timeout|Abort)Error$/.test(error.name))
  )
    return 'offline';
  return error instanceof DOMException ? 'no-storage' : 'refused';
}

async function orFailed<Value>(to: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new SignInFailed(codeOf(cause), to, { cause });
  }
}

/** Keeps what is needed to finish this sign-in; returns the issuer's address to open. */
export const begin = (to: string): Promise<string> =>
  orFailed(to, async () => {
    const { authorizationEndpoint, clientId } = await readIdentity();
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const address = absoluteUrl(authorizationEndpoint);
    for (const [name, value] of Object.entries({
      client_id: clientId,
      redirect_uri: returnTo(),
      response_type: 'code',
      scope: 'openid',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }))
      address.searchParams.set(name, value);
    writePending({ verifier, state, nonce, to });
    return address.href;
  });

function endSessionAt({ endSessionEndpoint, clientId }: IdentityConfig): string {
  const address = absoluteUrl(endSessionEndpoint);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('logout_uri', absoluteUrl('/').href);
  return address.href;
}

/** Checks what the issuer sent to `returned` and takes the token for it. */
export const finish = (returned: URL, { to, verifier, state, nonce }: Pending): Promise<Session> =>
  orFailed(to, async () => {
    const identity = await readIdentity();
    const tokenEndpoint = absoluteUrl(identity.tokenEndpoint);
    const issuer = { issuer: identity.issuer, token_endpoint: tokenEndpoint.href };
    const us = { client_id: identity.clientId };
    const sent = oauth.validateAuthResponse(issuer, us, returned, state);
    const answer = await oauth.authorizationCodeGrantRequest(issuer, us, oauth.None(), sent, returnTo(), verifier, {
      // Only on a developer's machine: elsewhere every address is https.
      [oauth.allowInsecureRequests]: tokenEndpoint.protocol === 'http:',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const tokens = await oauth.processAuthorizationCodeResponse(issuer, us, answer, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (!claims || tokens.id_token === undefined) throw new Error('no id_token');
    return {
      token: tokens.id_token,
      person: String(claims.kitty_person),
      // From its lifetime, not its expiry time: this device's clock may differ from the issuer's.
      untilMs: Date.now() + (claims.exp - claims.iat) * 1000,
      endSession: endSessionAt(identity),
    };
  });
