// /local, which exists locally only: its page, the personas, tokens for scripts, the clock, the outbox.
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { problem } from '../../functions/platform/http.ts';
import { inputErrors } from '../../functions/platform/input.ts';
import type { Table } from '../../functions/platform/table.ts';
import { webHeaders } from '../headers.ts';
import type { BrowserSession } from './browser-session.ts';
import { isCrossSitePost } from './cross-site.ts';
import { identityRoutes } from './identity.routes.ts';
import type { Issuer } from './issuer.ts';
import { PAGE_CSS } from './layout.ts';
import { localPage } from './local.page.ts';
import { outboxPage } from './outbox.page.ts';
import type { Outbox } from './outbox.ts';
import { type Persona, personasOf, subjectOf } from './personas.ts';

interface LocalDeps {
  readonly issuer: Issuer;
  readonly browser: BrowserSession;
  readonly table: Table;
  readonly outbox: Outbox;
  readonly home: string;
  readonly personas: () => Persona[];
  readonly now: () => string;
  /** Moves the clock on by whole days and runs what falls due. */
  readonly pass: (days: number) => Promise<{ now: string; ran: number }>;
}

const tokenRequest = z.strictObject({ persona: z.string().trim().min(1).max(320) });
const days = z.int().min(0).max(3660);
const advance = z.strictObject({ advanceDays: days });
const advanceForm = z.strictObject({ advanceDays: z.string().regex(/^\d+$/).transform(Number).pipe(days) });

const notFound = (detail: string): Response => problem({ refusal: { code: 'not-found', detail } });

async function bodyOf<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T> | Response> {
  let body: unknown;
  try {
    const text = await c.req.text();
    body = isForm(c) ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  } catch {
    return problem({ refusal: { code: 'bad-json' } });
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  return problem({ refusal: { code: 'bad-input' }, errors: inputErrors(parsed.error) });
}

const isForm = (c: Context): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');

export function localRoutes({ issuer, browser, table, outbox, home, personas, now, pass }: LocalDeps): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    // These pages have the web's own security headers, and are never cached.
    for (const [name, value] of Object.entries(webHeaders())) c.header(name, value);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });

  app.get('/', async (c) => {
    const signedIn = (await browser.subject(c))?.name;
    return c.html(localPage({ place: home, now: now(), personas: personas(), signedIn }));
  });

  app.get('/page.css', (c) =>
    c.body(PAGE_CSS, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  );

  app.get('/outbox', async (c) => c.html(outboxPage(await outbox.messages())));

  app.get('/outbox.json', async (c) => c.json({ items: await outbox.messages() }));

  app.get('/personas', (c) =>
    c.json({ items: personasOf(personas(), home).map(({ key, name, roles }) => ({ key, name, roles })) }),
  );

  app.post('/tokens', async (c) => {
    const body = await bodyOf(c, tokenRequest);
    if (body instanceof Response) return body;
    const subject = await subjectOf(table, personas(), home, body.persona);
    if (!subject) return notFound('No persona has this key, and nobody imported has this email.');
    return c.json({ token: await issuer.tokenFor(subject) });
  });

  app.post('/clock', async (c) => {
    if (isCrossSitePost(c)) return notFound('Only this machine’s own page may move the clock.');
    if (isForm(c)) {
      const form = await bodyOf(c, advanceForm);
      if (form instanceof Response) return form;
      await pass(form.advanceDays);
      return c.redirect('/local', 303);
    }
    const body = await bodyOf(c, advance);
    return body instanceof Response ? body : c.json(await pass(body.advanceDays));
  });

  app.route('/', identityRoutes({ issuer, browser, table, home, personas }));

  return app;
}
