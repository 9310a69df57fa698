// Checks an authorization request: OpenID Connect's code flow, PKCE with S256 only, for the web of this server alone.
import { CLIENT_ID } from './issuer.ts';

interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
  /** login: ask who it is in any case; none: never ask. */
  readonly prompt: 'login' | 'none' | undefined;
}

type Checked =
  | ({ readonly type: 'valid' } & AuthorizationRequest)
  /** The error goes back to the client, at `location`. */
  | { readonly type: 'error'; readonly location: string }
  /** The client or its address is not ours, so the browser is not redirected. */
  | { readonly type: 'untrusted-client' };

/** The client's address with the parameters of an answer. */
export function redirectWith(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  return url.href;
}

/** The value of a parameter that occurs exactly once; otherwise an empty string. */
export function singleValue(params: URLSearchParams, name: string): string {
  const [value, ...more] = params.getAll(name);
  return more.length > 0 ? '' : (value ?? '');
}

/** `origin` is that of this server. */
export function checkAuthorization(params: URLSearchParams, origin: string): Checked {
  const redirectUri = singleValue(params, 'redirect_uri');
  if (singleValue(params, 'client_id') !== CLIENT_ID || redirectUri !== `${origin}/signed-in`)
    return { type: 'untrusted-client' };
  const state = singleValue(params, 'state');
  const failed = (error: string, description: string): Checked => ({
    type: 'error',
    location: redirectWith(redirectUri, { error, error_description: description, ...(state ? { state } : {}) }),
  });
  const nonce = singleValue(params, 'nonce');
  const challenge = singleValue(params, 'code_challenge');
  const prompts = singleValue(params, 'prompt').split(' ');
  if (singleValue(params, 'response_type') !== 'code')
    return failed('unsupported_response_type', 'response_type is code');
  if (!singleValue(params, 'scope').split(' ').includes('openid'))
    return failed('invalid_scope', 'scope must hold openid');
  if (singleValue(params, 'code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return failed('invalid_request', 'a code_challenge with code_challenge_method S256 is needed');
  if (!state || !nonce) return failed('invalid_request', 'state and nonce are needed');
  if (prompts.includes('none') && prompts.length > 1) return failed('invalid_request', 'prompt none stands alone');
  const mustAsk = prompts.includes('login') || prompts.includes('select_account');
  const prompt = mustAsk ? 'login' : prompts.includes('none') ? 'none' : undefined;
  return { type: 'valid', redirectUri, state, nonce, challenge, prompt };
}
