// What this tab keeps in sessionStorage about signing in. Other tabs do not see it, and it ends with the tab.
import { readStored } from '../storage/stored.ts';

/** The token, and what is needed to end its session without another request. */
export interface Session {
  readonly token: string;
  readonly person: string;
  readonly untilMs: number;
  readonly endSession: string;
}

/** A sign-in that is under way: what only this tab knows. */
export interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly to: string;
}

const SESSION = 'kitty.session';
const PENDING = 'kitty.sign-in';
const PERSON = 'kitty.person';

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Storage is blocked, so there is nothing to do.
  }
}

/** Throws when storage is blocked. */
const write = (name: string, value: unknown): void => sessionStorage.setItem(name, JSON.stringify(value));

export const readSession = (): Session | undefined =>
  readStored(SESSION, { token: '', person: '', endSession: '', untilMs: 0 });
export const writeSession = (session: Session): void => write(SESSION, session);
export const forgetSession = (): void => forget(SESSION);

export const writePending = (pending: Pending): void => write(PENDING, pending);

/** Returns it once: it is valid for one end of this sign-in only. */
export function takePending(): Pending | undefined {
  const found = readStored(PENDING, { verifier: '', state: '', nonce: '', to: '' });
  forget(PENDING);
  return found;
}

/** Remembers whose tab this is, also after the session; returns whether it was somebody else's before. */
export function changePerson(person: string): boolean {
  const before = readStored(PERSON, '');
  const isAnother = before !== undefined && before !== person;
  if (isAnother) forgetAll();
  write(PERSON, person);
  return isAnother;
}

export function forgetAll(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage is blocked, so there is nothing to do.
  }
}
