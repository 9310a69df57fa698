// What this tab keeps in sessionStorage about signing in. Other tabs do not see it, and it ends with the tab.

/** The token, and what is needed to end its session without asking anybody. */
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

/** Undefined too where the browser keeps nothing or somebody wrote nonsense there. */
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
    // Where nothing can be kept, nothing is.
  }
}

/** Throws where the browser keeps nothing. */
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

/** Answers it once: what a sign-in started with serves for one end of it. */
export function takePending(): Pending | undefined {
  const found = read(PENDING);
  forget(PENDING);
  return texts(found, 'verifier', 'state', 'nonce', 'to') ? found : undefined;
}

/** Remembers whose tab this is beyond the end of a session; answers whether somebody else's things were here. */
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
    // Where nothing can be kept, nothing is.
  }
}
