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
  | ({ readonly is: 'good' } & AuthorizationRequest)
  /** The web is told what was wrong, at `location`. */
  | { readonly is: 'refused'; readonly location: string }
  /** It is not sure who asks, so nobody is sent anywhere. */
  | { readonly is: 'stranger' };

/** The address to go back to, with an answer. */
export function answerAt(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  return url.href;
}

/** The value of a parameter that stands there exactly once. */
export function only(params: URLSearchParams, name: string): string {
  const [value, ...more] = params.getAll(name);
  return more.length > 0 ? '' : (value ?? '');
}

/** `origin` is that of this server. */
export function checkAuthorization(params: URLSearchParams, origin: string): Checked {
  const redirectUri = only(params, 'redirect_uri');
  if (only(params, 'client_id') !== CLIENT_ID || redirectUri !== `${origin}/signed-in`) return { is: 'stranger' };
  const state = only(params, 'state');
  const refused = (error: string, description: string): Checked => ({
    is: 'refused',
    location: answerAt(redirectUri, { error, error_description: description, ...(state ? { state } : {}) }),
  });
  const nonce = only(params, 'nonce');
  const challenge = only(params, 'code_challenge');
  const prompts = only(params, 'prompt').split(' ');
  if (only(params, 'response_type') !== 'code') return refused('unsupported_response_type', 'response_type is code');
  if (!only(params, 'scope').split(' ').includes('openid')) return refused('invalid_scope', 'scope must hold openid');
  if (only(params, 'code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return refused('invalid_request', 'a code_challenge with code_challenge_method S256 is needed');
  if (!state || !nonce) return refused('invalid_request', 'state and nonce are needed');
  if (prompts.includes('none') && prompts.length > 1) return refused('invalid_request', 'prompt none stands alone');
  const mustAsk = prompts.includes('login') || prompts.includes('select_account');
  const prompt = mustAsk ? 'login' : prompts.includes('none') ? 'none' : undefined;
  return { is: 'good', redirectUri, state, nonce, challenge, prompt };
}
