// /local: what only exists on one machine. Who can be signed in as, tokens for scripts, sign-in for browsers, the clock.
import { type Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { problem } from '../../functions/platform/http.ts';
import { inputErrors } from '../../functions/platform/input.ts';
import type { Table } from '../../functions/platform/table.ts';
import { configurationAt, type Issuer } from './issuer.ts';
import { type Persona, personasOf, subjectOf } from './personas.ts';

interface LocalDeps {
  readonly issuer: Issuer;
  readonly table: Table;
  readonly home: string;
  readonly personas: () => Persona[];
  /** Moves the clock on by whole days and runs what falls due. */
  readonly pass: (days: number) => Promise<{ now: string; ran: number }>;
}

export const COOKIE = 'kitty_token';

const wanted = z.strictObject({ persona: z.string().trim().min(1).max(320) });
const advance = z.strictObject({ advanceDays: z.int().min(0).max(3660) });

const notFound = (detail: string): Response => problem({ refusal: { code: 'not-found', detail } });

async function bodyOf<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T> | Response> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    return problem({ refusal: { code: 'bad-json' } });
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  return problem({ refusal: { code: 'bad-input' }, errors: inputErrors(parsed.error) });
}

/** The path on this server that `to` means; the start page for anything that could lead elsewhere. */
function safePath(to: string | undefined): string {
  const origin = 'http://kitty.invalid';
  if (!to?.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const url = new URL(to, origin);
  // Browsers read “//” at the start as another server, and a path may come to that only once its dots are resolved.
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}

export function localRoutes({ issuer, table, home, personas, pass }: LocalDeps): Hono {
  const app = new Hono();

  app.get('/.well-known/openid-configuration', (c) => c.json(configurationAt(new URL(c.req.url).origin)));
  app.get('/jwks.json', (c) => c.json(issuer.keys));

  app.get('/personas', (c) =>
    c.json({ items: personasOf(personas(), home).map(({ key, name, roles }) => ({ key, name, roles })) }),
  );

  app.post('/tokens', async (c) => {
    const body = await bodyOf(c, wanted);
    if (body instanceof Response) return body;
    const subject = await subjectOf(table, personas(), home, body.persona);
    if (!subject) return notFound('No persona has this key, and nobody imported has this email.');
    return c.json({ token: await issuer.tokenFor(subject) });
  });

  app.get('/sign-in', async (c) => {
    const subject = await subjectOf(table, personas(), home, c.req.query('as') ?? '');
    if (!subject) return notFound('No persona has this key: GET /local/personas lists them.');
    setCookie(c, COOKIE, await issuer.tokenFor(subject), { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.redirect(safePath(c.req.query('to')));
  });

  app.get('/sign-out', (c) => {
    deleteCookie(c, COOKIE, { path: '/' });
    return c.redirect(safePath(c.req.query('to')));
  });

  app.post('/clock', async (c) => {
    const body = await bodyOf(c, advance);
    return body instanceof Response ? body : c.json(await pass(body.advanceDays));
  });

  return app;
}
