// Who is signed in in this tab. Part of every page's first load, so the code that talks to the issuer is loaded on demand.
import { type ReadonlySignal, signal } from '@preact/signals';
import { SignInFailed } from './failed.ts';
import { changePerson, forgetAll, forgetSession, readSession, takePending, writeSession } from './kept.ts';
import { safePath } from './safe-path.ts';

/** The bearer token for the API; undefined when nobody is signed in or it has expired. */
export function token(): string | undefined {
  const session = readSession();
  return session && Date.now() < session.untilMs ? session.token : undefined;
}

/** The person that the token is for. */
export const personId = (): string | undefined => readSession()?.person;

/**
 * The roles that the token names, for what a page offers at once; the API decides by itself what they may do. Empty when
 * nobody is signed in.
 */
export function roles(): string[] {
  const claims = readSession()?.token.split('.')[1];
  if (claims === undefined) return [];
  const { 'cognito:groups': groups = [] } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
  return groups;
}

const isSignedIn = signal(token() !== undefined);

/**
 * Whether somebody is signed in. It stays true when the token runs out under an open page, so that nobody loses what
 * they are typing: the API's next refusal calls `sessionOver`.
 */
export const signedIn: ReadonlySignal<boolean> = isSignedIn;

/** The browser is about to open the issuer's page, so nothing else may navigate. */
let leaving: Promise<void> | undefined;

// A page restored from the back-forward cache may show what belongs to somebody who has signed out.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && leaving) location.reload();
});

/** Pages of signing in and out are not returned to after signing in. */
function returnAddress(to: string): string {
  const path = safePath(to);
  return /^\/(sign-in|signed-in)(?![^/?#])/.test(path) ? '/' : path;
}

const openOidc = (to: string) =>
  import('./oidc.ts').catch((cause) => {
    throw new SignInFailed('offline', to, { cause });
  });

async function leaveFor(to: string): Promise<void> {
  try {
    const { begin } = await openOidc(to);
    // `replace`, not `assign`: Back would open this page, which would open the issuer's again.
    location.replace(await begin(to));
  } catch (error) {
    leaving = undefined;
    throw error;
  }
}

/** Goes to the issuer, to come back to `to` signed in. Throws SignInFailed: offline, no-storage or refused. */
export function signIn(to: string): Promise<void> {
  leaving ??= leaveFor(returnAddress(to));
  return leaving;
}

/** On /signed-in: gets the token and returns the path of this site to go on to. Throws SignInFailed. */
export async function finishSignIn(): Promise<string> {
  const returned = new URL(location.href);
  const pending = takePending();
  if (!pending) {
    // Back, or a reload, after a successful sign-in.
    if (token() !== undefined) return '/';
    throw new SignInFailed('not-started', '/');
  }
  const { finish } = await openOidc(pending.to);
  const session = await finish(returned, pending);
  const to = returnAddress(pending.to);
  const isAnother = changePerson(session.person);
  writeSession(session);
  // This page's memory still holds the other person's data: only a new page is free of it.
  if (isAnother) {
    location.replace(to);
    return new Promise(() => {});
  }
  isSignedIn.value = true;
  return to;
}

/** Forgets everything about this person in this tab, ends the session with the issuer and opens the start page. */
export function signOut(): void {
  const endSession = readSession()?.endSession ?? '/';
  leaving = Promise.resolve();
  forgetAll();
  isSignedIn.value = false;
  location.replace(endSession);
}

/** The API has refused the token: signs in again and returns here. Kept drafts and commands stay. */
export function sessionOver(): void {
  // On failure the page shows that nobody is signed in, with the way to sign in.
  signIn(location.pathname + location.search + location.hash).catch(() => undefined);
  forgetSession();
  isSignedIn.value = false;
}
