// The local issuer's own session with a browser: a cookie for /local that scripts cannot read.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { getPerson, type Person } from '../../functions/people/people.store.ts';
import type { Authenticate } from '../../functions/platform/auth.ts';
import type { Table } from '../../functions/platform/table.ts';
import { type Issuer, type Subject, TOKEN_SECONDS } from './issuer.ts';

export interface BrowserSession {
  /** Whom this browser is signed in as at the issuer. */
  subject(c: Context): Promise<(Subject & Person) | undefined>;
  remember(c: Context, subject: Subject): Promise<void>;
  forget(c: Context): void;
}

const COOKIE = 'kitty_token';
const PATH = '/local';

export const browserSession = (issuer: Issuer, authenticate: Authenticate, table: Table): BrowserSession => ({
  async subject(c) {
    const token = getCookie(c, COOKIE);
    const signedIn = token === undefined ? undefined : await authenticate(token);
    if (!signedIn?.ok) return undefined;
    const actor = signedIn.value;
    const person = await getPerson(table, actor.place, actor.personId);
    return person && { ...person, place: actor.place, roles: actor.roles, funder: actor.funder };
  },
  async remember(c, subject) {
    const token = await issuer.tokenFor(subject);
    setCookie(c, COOKIE, token, { path: PATH, httpOnly: true, sameSite: 'Lax', maxAge: TOKEN_SECONDS });
  },
  forget(c) {
    deleteCookie(c, COOKIE, { path: PATH });
  },
});
