// Who is signed in in this tab. In every page's first load, so what talks to the issuer is loaded when it is needed.
import { type ReadonlySignal, signal } from '@preact/signals';
import { SignInFailed } from './failed.ts';
import { changePerson, forgetAll, forgetSession, readSession, takePending, writeSession } from './kept.ts';
import { safePath } from './safe-path.ts';

/** The bearer for the API; undefined when nobody is signed in or the time is up. */
export function token(): string | undefined {
  const session = readSession();
  return session && Date.now() < session.untilMs ? session.token : undefined;
}

/** Whose token that is. */
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

/** This page is on its way to the issuer, so that nothing else may send it elsewhere. */
let leaving: Promise<void> | undefined;

// A page that comes back from the browser's memory may show what belongs to somebody who has signed out.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && leaving) location.reload();
});

/** Signing in and out are no places to go to after signing in. */
function wayBack(to: string): string {
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
    // Not assign: “back” would come to this page, which would go to the issuer again.
    location.replace(await begin(to));
  } catch (error) {
    leaving = undefined;
    throw error;
  }
}

/** Goes to the issuer, to come back to `to` signed in. Throws SignInFailed: offline, no-storage or refused. */
export function signIn(to: string): Promise<void> {
  leaving ??= leaveFor(wayBack(to));
  return leaving;
}

/** On /signed-in: takes the token and answers where to go on, a path of this site. Throws SignInFailed. */
export async function finishSignIn(): Promise<string> {
  const returned = new URL(location.href);
  const pending = takePending();
  if (!pending) {
    // “Back” or a reload after it all went well.
    if (token() !== undefined) return '/';
    throw new SignInFailed('not-started', '/');
  }
  const { finish } = await openOidc(pending.to);
  const session = await finish(returned, pending);
  const to = wayBack(pending.to);
  const isAnother = changePerson(session.person);
  writeSession(session);
  // What was here before is still in this page's memory: only a new page is free of it.
  if (isAnother) {
    location.replace(to);
    return new Promise(() => {});
  }
  isSignedIn.value = true;
  return to;
}

/** Forgets everything of this person in this tab, and ends the session with the issuer. Comes back to the start page. */
export function signOut(): void {
  const endSession = readSession()?.endSession ?? '/';
  leaving = Promise.resolve();
  forgetAll();
  isSignedIn.value = false;
  location.replace(endSession);
}

/** The API has refused the token: signs in again and comes back here. Unsent work of this person stays kept. */
export function sessionOver(): void {
  // On failure the page shows that nobody is signed in, with the way to sign in.
  signIn(location.pathname + location.search + location.hash).catch(() => undefined);
  forgetSession();
  isSignedIn.value = false;
}
