// The local issuer's routes: OpenID Connect's code flow with PKCE, signing in by a link, signing out.
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { problem } from '../../functions/platform/http.ts';
import type { Table } from '../../functions/platform/table.ts';
import { safePath } from '../../web/src/sign-in/safe-path.ts';
import { checkAuthorization, redirectWith, singleValue } from './authorization.ts';
import { authorizationCodes } from './authorization-codes.ts';
import type { BrowserSession } from './browser-session.ts';
import { chooserPage, untrustedClientPage } from './chooser.page.ts';
import { isCrossSitePost } from './cross-site.ts';
import { CLIENT_ID, configurationAt, type Issuer, TOKEN_SECONDS } from './issuer.ts';
import { type Persona, subjectOf } from './personas.ts';
import { isOfTheWeb } from './web.ts';

interface IdentityDeps {
  readonly issuer: Issuer;
  readonly browser: BrowserSession;
  readonly table: Table;
  readonly home: string;
  readonly personas: () => Persona[];
}

const originOf = (c: Context): string => new URL(c.req.url).origin;

/** Where signing out redirects to: `to` is a path; what OpenID Connect and Cognito use are whole addresses. */
function afterSignOut(c: Context): string {
  const address = c.req.query('logout_uri') ?? c.req.query('post_logout_redirect_uri');
  if (address === undefined) return safePath(c.req.query('to'));
  const origin = originOf(c);
  return address.startsWith(`${origin}/`) ? safePath(address.slice(origin.length)) : '/';
}

export function identityRoutes({ issuer, browser, table, home, personas }: IdentityDeps): Hono {
  const app = new Hono();
  const codes = authorizationCodes();

  app.get('/.well-known/openid-configuration', (c) => c.json(configurationAt(originOf(c))));
  app.get('/jwks.json', (c) => c.json(issuer.keys));

  app.on(['GET', 'POST'], '/authorize', async (c) => {
    const url = new URL(c.req.url);
    const request = checkAuthorization(url.searchParams, url.origin);
    if (request.type === 'untrusted-client' || isCrossSitePost(c)) return c.html(untrustedClientPage(), 400);
    if (request.type === 'error') return c.redirect(request.location);
    const { redirectUri, state, nonce, challenge, prompt } = request;

    let subject = prompt === 'login' ? undefined : await browser.subject(c);
    let unknown: string | undefined;
    if (c.req.method === 'POST') {
      const who = singleValue(new URLSearchParams(await c.req.text()), 'who').trim();
      subject = await subjectOf(table, personas(), home, who);
      if (subject) await browser.remember(c, subject);
      else unknown = who;
    }
    if (subject) {
      const code = codes.issue({ subject, nonce, challenge, redirectUri });
      return c.redirect(redirectWith(redirectUri, { code, state }), 303);
    }
    if (prompt === 'none') return c.redirect(redirectWith(redirectUri, { error: 'login_required', state }), 303);
    const action = url.pathname + url.search;
    return c.html(chooserPage({ action, home, personas: personas(), unknown }), unknown === undefined ? 200 : 400);
  });

  app.post('/oauth/token', async (c) => {
    c.header('cache-control', 'no-store');
    const fail = (error: string, description: string, status: 400 | 401 = 400) =>
      c.json({ error, error_description: description }, status);
    if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
      return fail('invalid_request', 'send application/x-www-form-urlencoded');
    const sent = new URLSearchParams(await c.req.text());
    if (singleValue(sent, 'client_id') !== CLIENT_ID) return fail('invalid_client', 'there is no such client', 401);
    if (singleValue(sent, 'grant_type') !== 'authorization_code')
      return fail('unsupported_grant_type', 'grant_type is authorization_code');
    const [code, verifier, redirectUri] = [
      singleValue(sent, 'code'),
      singleValue(sent, 'code_verifier'),
      singleValue(sent, 'redirect_uri'),
    ];
    if (!code || !verifier || !redirectUri)
      return fail('invalid_request', 'code, code_verifier and redirect_uri are needed');
    const grant = codes.redeem(code, verifier, redirectUri);
    if (!grant) return fail('invalid_grant', 'the code is not valid, or not any more');
    return c.json({
      id_token: await issuer.tokenFor(grant.subject, grant.nonce),
      // OAuth demands one; nothing accepts it, since the API takes the id_token.
      access_token: randomBytes(32).toString('base64url'),
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
    });
  });

  app.get('/sign-in', async (c) => {
    const subject = await subjectOf(table, personas(), home, c.req.query('as') ?? '');
    if (!subject)
      return problem({
        refusal: { code: 'not-found', detail: 'No persona has this key: GET /local/personas lists them.' },
      });
    await browser.remember(c, subject);
    const to = safePath(c.req.query('to'));
    // The web has a token of its own, which it fetches on its page /sign-in.
    return c.redirect(isOfTheWeb(new URL(to, originOf(c)).pathname) ? `/sign-in?to=${encodeURIComponent(to)}` : to);
  });

  app.get('/sign-out', (c) => {
    browser.forget(c);
    return c.redirect(afterSignOut(c));
  });

  return app;
}
