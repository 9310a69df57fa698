// One call of the API, and what came of it: an answer, a refusal, or not knowing.
import type { ProblemCode } from '../../../functions/platform/problems.ts';
import { sessionOver, token } from '../sign-in/session.ts';
import { actingFor } from './acting.ts';
import { hearDate } from './clock.ts';

/** RFC 9457, as functions/platform/http.ts writes it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
}

export type Answer<Value> =
  | { readonly is: 'ok'; readonly value: Value }
  | { readonly is: 'refused'; readonly problem: Problem }
  /** The request may have been carried out or not: no answer came, or one that promises nothing. */
  | { readonly is: 'unknown'; readonly offline: boolean };

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The same key makes the same request safe to send again. POST and PUT need one. */
  readonly key?: string;
  readonly csv?: string;
  readonly signal?: AbortSignal;
}

/** After this long without an answer we do not know; the request is then sent again with its key. */
const PATIENCE_MS = 20_000;

export async function call<Value>({ method, path, body, key, csv, signal }: Request): Promise<Answer<Value>> {
  const headers = new Headers();
  const mine = token();
  if (mine !== undefined) headers.set('authorization', `Bearer ${mine}`);
  // What stands under /v1/me is about whoever is signed in, also while they act for somebody.
  if (actingFor.value && !path.startsWith('/v1/me')) headers.set('kitty-for', actingFor.value.personId);
  if (key !== undefined) headers.set('idempotency-key', key);
  if (csv !== undefined) headers.set('content-type', 'text/csv');
  else if (body !== undefined) headers.set('content-type', 'application/json');
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: csv ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    hearDate(response.headers.get('date'));
    if (response.ok) return { is: 'ok', value: response.status === 204 ? undefined : await response.json() };
    if (response.status === 401) {
      sessionOver();
      // On AWS the gateway checks the token before the API does, and says so in words of its own.
      return { is: 'refused', problem: { code: 'not-signed-in', status: 401, title: '' } };
    }
    // Whoever is in front of the API may answer without its words; that promises nothing either.
    if (response.status >= 500 || !response.headers.get('content-type')?.includes('problem+json'))
      return { is: 'unknown', offline: false };
    return { is: 'refused', problem: await response.json() };
  } catch {
    return { is: 'unknown', offline: !navigator.onLine };
  }
}
