// Sends one request to the API and reads the answer, the same way in every test.
import { randomUUID } from 'node:crypto';
import type { Subject } from '../infra/local/issuer.ts';

export interface CallOptions {
  /** Whose token to send; none by default. A string is sent as the token itself. */
  readonly as?: Subject | string | undefined;
  /** The person acted for (Kitty-For). */
  readonly for?: { readonly personId: string } | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as text/csv instead of a JSON body. */
  readonly csv?: string;
  /** The Idempotency-Key; a fresh one for each POST and PUT by default, `null` for none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** The parsed JSON, or the text when it is not JSON, or undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read any field of an answer; a missing one fails the test.
  readonly body: any;
  readonly headers: Headers;
}

/** Sends one request through `send`. */
export async function request(
  send: (path: string, init: RequestInit) => Response | Promise<Response>,
  token: string | undefined,
  method: string,
  path: string,
  options: CallOptions,
): Promise<Answer> {
  const headers = new Headers();
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (options.for) headers.set('kitty-for', options.for.personId);
  if (options.key !== null && (method === 'POST' || method === 'PUT'))
    headers.set('idempotency-key', options.key ?? randomUUID());
  if (options.csv !== undefined) headers.set('content-type', 'text/csv');
  else if (options.body !== undefined) headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const body = options.csv ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const answer = await send(path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? JSON.parse(text) : text || undefined, headers: answer.headers };
}
