// What this tab keeps in sessionStorage about signing in. Other tabs do not see it, and it ends with the tab.

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

const texts = <Name extends string>(value: unknown, ...names: Name[]): value is Record<Name, string> =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === 'string');

/** Undefined also when storage is blocked or what it holds is not valid. */
function read(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return undefined;
  }
}

function forget(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Storage is blocked, so there is nothing to do.
  }
}

/** Throws when storage is blocked. */
const write = (name: string, value: unknown): void => sessionStorage.setItem(name, JSON.stringify(value));

export function readSession(): Session | undefined {
  const found = read(SESSION);
  if (!texts(found, 'token', 'person', 'endSession') || !('untilMs' in found) || typeof found.untilMs !== 'number')
    return undefined;
  const { token, person, endSession, untilMs } = found;
  return { token, person, endSession, untilMs };
}
export const writeSession = (session: Session): void => write(SESSION, session);
export const forgetSession = (): void => forget(SESSION);

export const writePending = (pending: Pending): void => write(PENDING, pending);

/** Returns it once: it is valid for one end of this sign-in only. */
export function takePending(): Pending | undefined {
  const found = read(PENDING);
  forget(PENDING);
  return texts(found, 'verifier', 'state', 'nonce', 'to') ? found : undefined;
}

/** Remembers whose tab this is, also after the session; returns whether it was somebody else's before. */
export function changePerson(person: string): boolean {
  const before = read(PERSON);
  const isAnother = typeof before === 'string' && before !== person;
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
