// Reads one address for a page, and keeps what was read last so that going back answers at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { actingFor } from './acting.ts';
import { call } from './call.ts';

export type Load<Value> = (
  | { readonly state: 'loading' | 'not-found' | 'not-allowed' | 'offline' | 'error' }
  | { readonly state: 'ready'; readonly value: Value }
) & { readonly again: () => void };

/** By whom it was read and address: one person's page never shows what another saw. */
const lastRead = new Map<string, unknown>();

const nameOf = (path: string): string => `${actingFor.value?.personId ?? ''} ${path}`;

/** Forgets everything that was read, for instance because something was changed. */
export const forgetReads = (): void => lastRead.clear();

type Seen = Load<unknown>['state'] | { readonly value: unknown };

const seenBefore = (path: string | undefined): Seen => {
  const name = path === undefined ? '' : nameOf(path);
  return lastRead.has(name) ? { value: lastRead.get(name) } : 'loading';
};

/** `undefined` reads nothing yet: the page waits for something else first. */
export function useLoad<Value>(path: string | undefined): Load<Value> {
  const [round, setRound] = useState(0);
  const whom = actingFor.value?.personId;
  const [{ of, seen }, setSeen] = useState<{ of: string | undefined; seen: Seen }>({
    of: path,
    seen: seenBefore(path),
  });
  /** Of whom and what the last read was. */
  const readFor = useRef<string | undefined>(undefined);
  const again = (): void => setRound((now) => now + 1);

  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    const name = nameOf(path);
    // Read again, what was read last stands until the new answer is there: nothing jumps, and the page's good message stays.
    const isAgain = readFor.current === name;
    readFor.current = name;
    setSeen((now) => (isAgain && typeof now.seen === 'object' ? now : { of: path, seen: seenBefore(path) }));
    void call<Value>({ method: 'GET', path, signal: leaving.signal }).then((answer) => {
      if (leaving.signal.aborted) return;
      if (answer.is === 'ok') lastRead.set(name, answer.value);
      setSeen({ of: path, seen: seenOf(answer) });
    });
    return () => leaving.abort();
  }, [path, round, whom]);

  // Back on line: whoever waits in front of the page need not press anything.
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);

  const now = of === path ? seen : seenBefore(path);
  if (typeof now === 'object') return { state: 'ready', value: now.value as Value, again };
  if (now === 'ready') throw new Error('ready without a value');
  return { state: now, again };
}

function seenOf(answer: Awaited<ReturnType<typeof call>>): Seen {
  if (answer.is === 'ok') return { value: answer.value };
  if (answer.is === 'unknown') return answer.offline ? 'offline' : 'error';
  if (answer.problem.status === 404) return 'not-found';
  if (answer.problem.status === 403) return 'not-allowed';
  // 401: on the way to sign in.
  return answer.problem.status === 401 ? 'loading' : 'error';
}
