// What stands for Node's Headers, Request and Response in the bundles answers every event just as Node's own do.
import { handle } from 'hono/aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { ok, refuse } from '../../functions/kernel/result.ts';
import type { Actor } from '../../functions/platform/actor.ts';
import { httpApp } from '../../functions/platform/http.ts';
import { Headers } from '../../functions/platform/lean/headers.ts';
import { Request } from '../../functions/platform/lean/request.ts';
import { Response } from '../../functions/platform/lean/response.ts';
import { routes } from '../../functions/platform/route.ts';
import { healthEvent } from '../bench/start/event.ts';

const actor: Actor = { place: 'place', actorId: 'someone', personId: 'someone', roles: ['funder'], funder: 'funder' };
const route = routes<undefined>();
const text = z.object({ text: z.string() });
const everything = [
  route({
    method: 'POST',
    path: '/v1/echo/{id}',
    summary: 'Says it again',
    who: 'signed-in',
    params: z.object({ id: z.string() }),
    query: z.object({ q: z.string().optional() }),
    body: z.strictObject({ text: z.string() }),
    answer: z.object({ id: z.string(), q: z.string().optional(), text: z.string(), op: z.string() }),
    status: 201,
    handle: async ({ params, query, body, meta }) => ok({ ...params, ...query, ...body, op: meta.idempotencyHash }),
  }),
  route({
    method: 'PUT',
    path: '/v1/csv',
    summary: 'Counts',
    who: 'funder',
    contentType: 'text/csv',
    body: z.string(),
    answer: text,
    handle: async ({ body }) => ok({ text: `${body.length} ${body}` }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/gone',
    summary: 'Goes',
    who: 'signed-in',
    status: 204,
    handle: async () => ok(undefined),
  }),
  route({ method: 'GET', path: '/v1/no', summary: 'Refuses', who: 'anyone', handle: async () => refuse('busy') }),
  route({
    method: 'GET',
    path: '/v1/fault',
    summary: 'Throws',
    who: 'anyone',
    handle: async () => {
      throw new TypeError('a bug');
    },
  }),
];

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string | Uint8Array;
}

const event = ({ method = 'GET', path = '/v1/health', query = '', headers = {}, cookies = [], body = '' }: Sent) => ({
  ...healthEvent,
  rawPath: path,
  rawQueryString: query,
  headers: { host: 'kitty.example', ...headers },
  cookies: [...cookies],
  requestContext: { ...healthEvent.requestContext, http: { ...healthEvent.requestContext.http, method, path } },
  body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
  isBase64Encoded: typeof body !== 'string',
});

const asked = async (sent: Sent): Promise<{ statusCode: number }> => {
  const app = httpApp(
    {
      context: undefined,
      authenticate: async (token) => (token === 'good' ? ok(actor) : refuse('not-signed-in')),
      actFor: async () => 'not-granted',
    },
    everything,
  );
  return handle(app)(event(sent) as never) as Promise<{ statusCode: number }>;
};

const signedIn = { authorization: 'Bearer good', 'Idempotency-Key': 'key', 'content-type': 'application/json' };
const post = { method: 'POST', path: '/v1/echo/a', headers: signedIn };
const csv = { method: 'PUT', path: '/v1/csv', headers: { ...signedIn, 'content-type': 'text/csv; charset=utf-8' } };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('an event is answered the same', () => {
  test.each<[string, number, Sent]>([
    ['a body', 201, { ...post, body: '{"text":"Zoë, £5 😀"}' }],
    ['a body in base64', 201, { ...post, body: Buffer.from('{"text":"Zoë"}') }],
    ['a body with a byte order mark', 201, { ...post, body: '\uFEFF{"text":"a"}' }],
    [
      'bytes that are not UTF-8',
      201,
      { ...post, body: Uint8Array.from([...Buffer.from('{"text":"'), 0xff, 0x22, 0x7d]) },
    ],
    [
      'a query and an encoded path',
      201,
      { ...post, path: '/v1/echo/a%20b%2Fc', query: 'q=%C3%A9+x&q=2', body: '{"text":""}' },
    ],
    [
      'header names in any case',
      201,
      {
        ...post,
        headers: { Authorization: 'Bearer good', 'IDEMPOTENCY-KEY': ' key ', 'Content-Type': 'application/json' },
        body: '{"text":"a"}',
      },
    ],
    ['cookies', 201, { ...post, cookies: ['a=1', 'b=2'], body: '{"text":"a"}' }],
    [
      'a key that is not ASCII',
      201,
      { ...post, headers: { ...signedIn, 'Idempotency-Key': 'ключ' }, body: '{"text":"a"}' },
    ],
    [
      'a body in chunks',
      201,
      { ...post, headers: { ...signedIn, 'transfer-encoding': 'chunked' }, body: '{"text":"a"}' },
    ],
    [
      'too large a body in chunks',
      413,
      { ...post, headers: { ...signedIn, 'transfer-encoding': 'chunked' }, body: 'x'.repeat(70_000) },
    ],
    ['too large a body', 413, { ...post, body: 'x'.repeat(70_000) }],
    ['a body that is not JSON', 400, { ...post, body: '{' }],
    ['no body', 400, post],
    ['an unknown field', 400, { ...post, body: '{"text":"a","more":1}' }],
    [
      'no key',
      400,
      { ...post, headers: { authorization: 'Bearer good', 'content-type': 'application/json' }, body: '{"text":"a"}' },
    ],
    ['a wrong type', 415, { ...post, headers: { ...signedIn, 'content-type': 'text/plain' }, body: 'a' }],
    ['nobody signed in', 401, { ...post, headers: {}, body: '{"text":"a"}' }],
    [
      'acting for somebody',
      403,
      { ...post, headers: { ...signedIn, 'kitty-for': '0123456789abcdef' }, body: '{"text":"a"}' },
    ],
    ['CSV', 200, { ...csv, body: 'a,b\r\n1,é\r\n' }],
    ['nothing to say', 204, { method: 'DELETE', path: '/v1/gone', headers: signedIn }],
    ['busy', 503, { path: '/v1/no' }],
    ['a fault', 500, { path: '/v1/fault' }],
    ['an unknown address', 404, { path: '/v1/nothing' }],
    ['another method', 404, { method: 'OPTIONS', path: '/v1/no' }],
    ['HEAD', 503, { method: 'HEAD', path: '/v1/no' }],
  ])('%s: %i', async (_, status, sent) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const own = await asked(sent);
    for (const [name, standIn] of Object.entries({ Headers, Request, Response })) vi.stubGlobal(name, standIn);
    const answer = await asked(sent);
    expect(own.statusCode).toBe(status);
    expect(answer).toEqual(own);
  });
});
