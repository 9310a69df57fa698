// Calls the API. A call ends in an answer, a refusal, or not knowing whether it was carried out.
import type { ProblemCode } from '../../../functions/platform/problems.ts';
import { sessionOver, token } from '../sign-in/session.ts';
import { actingFor } from './acting.ts';
import type { Answer, Inputs, RouteName } from './api.ts';
import { readServerTime } from './clock.ts';
import { type HttpRequest, requestTo } from './request.ts';

/** RFC 9457, as functions/platform/http.ts writes it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
  /** Of `agreement-changed`: the one that would be signed now. */
  readonly agreement?: Answer<'GET /v1/pools/{id}'>['agreement'];
}

export type CallResult<Value> =
  | { readonly type: 'ok'; readonly value: Value }
  | { readonly type: 'refused'; readonly problem: Problem }
  /** The request may have been carried out or not: there was no answer, or none from the API. */
  | { readonly type: 'unknown'; readonly offline: boolean };

interface Options {
  /** With the same key the same request is safe to send again. POST and PUT need one. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** After this long without an answer we do not know; a command is then sent again with its key. */
const TIMEOUT_MS = 20_000;

/** Calls a route by its name, such as `GET /v1/pools/{id}`. */
export const call = <Name extends RouteName>(
  name: Name,
  input: Inputs[Name],
  options: Options = {},
): Promise<CallResult<Answer<Name>>> => sendRequest(requestTo(name, input), options);

/** Sends a request that was made before. `Value` is what its route answers. */
export async function sendRequest<Value>(
  { method, path, body }: HttpRequest,
  { key, signal }: Options,
): Promise<CallResult<Value>> {
  const isText = typeof body === 'string';
  const headers = new Headers();
  const accessToken = token();
  if (accessToken !== undefined) headers.set('authorization', `Bearer ${accessToken}`);
  // /v1/me is always about the person who is signed in, also while they act for somebody.
  if (actingFor.value && !path.startsWith('/v1/me')) headers.set('kitty-for', actingFor.value.personId);
  if (key !== undefined) headers.set('idempotency-key', key);
  if (body !== undefined) headers.set('content-type', isText ? 'text/csv' : 'application/json');
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: isText ? body : body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    readServerTime(response.headers.get('date'));
    if (response.ok) return { type: 'ok', value: response.status === 204 ? undefined : await response.json() };
    if (response.status === 401) {
      sessionOver();
      // On AWS the gateway checks the token before the API does, and its answer has another form.
      return { type: 'refused', problem: { code: 'not-signed-in', status: 401, title: '' } };
    }
    // A proxy in front of the API may answer in its own words; then nothing is known either.
    if (response.status >= 500 || !response.headers.get('content-type')?.includes('problem+json'))
      return { type: 'unknown', offline: false };
    return { type: 'refused', problem: await response.json() };
  } catch {
    return { type: 'unknown', offline: !navigator.onLine };
  }
}
