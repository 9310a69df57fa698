// The local issuer as browsers meet it: OpenID Connect's code flow with PKCE, signing in by a link, signing out.
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { problem } from '../../functions/platform/http.ts';
import type { Table } from '../../functions/platform/table.ts';
import { safePath } from '../../web/src/sign-in/safe-path.ts';
import { answerAt, checkAuthorization, only } from './authorization.ts';
import type { Browser } from './browser.ts';
import { chooserPage, strangerPage } from './choose.ts';
import { authorizationCodes } from './codes.ts';
import { isForeignPost } from './foreign.ts';
import { CLIENT_ID, configurationAt, type Issuer, TOKEN_SECONDS } from './issuer.ts';
import { type Persona, subjectOf } from './personas.ts';
import { isOfTheWeb } from './web.ts';

interface IdentityDeps {
  readonly issuer: Issuer;
  readonly browser: Browser;
  readonly table: Table;
  readonly home: string;
  readonly personas: () => Persona[];
}

const originOf = (c: Context): string => new URL(c.req.url).origin;

/** Where signing out leads: `to`, or what OpenID Connect and Cognito call it, which are whole addresses. */
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
    const asked = checkAuthorization(url.searchParams, url.origin);
    if (asked.is === 'stranger' || isForeignPost(c)) return c.html(strangerPage(), 400);
    if (asked.is === 'refused') return c.redirect(asked.location);
    const { redirectUri, state, nonce, challenge, prompt } = asked;

    let subject = prompt === 'login' ? undefined : await browser.subject(c);
    let unknown: string | undefined;
    if (c.req.method === 'POST') {
      const who = only(new URLSearchParams(await c.req.text()), 'who').trim();
      subject = await subjectOf(table, personas(), home, who);
      if (subject) await browser.remember(c, subject);
      else unknown = who;
    }
    if (subject) {
      const code = codes.issue({ subject, nonce, challenge, redirectUri });
      return c.redirect(answerAt(redirectUri, { code, state }), 303);
    }
    if (prompt === 'none') return c.redirect(answerAt(redirectUri, { error: 'login_required', state }), 303);
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
    if (only(sent, 'client_id') !== CLIENT_ID) return fail('invalid_client', 'there is no such client', 401);
    if (only(sent, 'grant_type') !== 'authorization_code')
      return fail('unsupported_grant_type', 'grant_type is authorization_code');
    const [code, verifier, redirectUri] = [only(sent, 'code'), only(sent, 'code_verifier'), only(sent, 'redirect_uri')];
    if (!code || !verifier || !redirectUri)
      return fail('invalid_request', 'code, code_verifier and redirect_uri are needed');
    const grant = codes.redeem(code, verifier, redirectUri);
    if (!grant) return fail('invalid_grant', 'the code is not valid, or not any more');
    return c.json({
      id_token: await issuer.tokenFor(grant.subject, grant.nonce),
      // OAuth wants one; it opens nothing, since the API takes the id_token.
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
