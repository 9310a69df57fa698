// Reads from the API for a page, and keeps what was read so that going back shows it at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { actingFor } from './acting.ts';
import type { Answer, Inputs, ReadName } from './api.ts';
import { type CallResult, sendRequest } from './call.ts';
import { requestTo } from './request.ts';

export type Load<Value> = (
  | { readonly state: 'loading' | 'not-found' | 'not-allowed' | 'offline' | 'error' }
  | { readonly state: 'ready'; readonly value: Value }
) & { readonly reload: () => void };

/** By address and by whom it is for: one person's page never shows what another saw. */
const lastRead = new Map<string, unknown>();

const keyOf = (path: string): string => `${actingFor.value?.personId ?? ''} ${path}`;

/** Forgets everything that was read, because something was changed. */
export const forgetReads = (): void => lastRead.clear();

type Seen = Load<unknown>['state'] | { readonly value: unknown };

const seenBefore = (path: string | undefined): Seen => {
  const key = path === undefined ? '' : keyOf(path);
  return lastRead.has(key) ? { value: lastRead.get(key) } : 'loading';
};

/** `null` reads nothing yet: the page waits for something else first. */
export function useLoad<Name extends ReadName>(name: Name, input: Inputs[Name] | null): Load<Answer<Name>> {
  const path = input === null ? undefined : requestTo(name, input).path;
  const [round, setRound] = useState(0);
  const whom = actingFor.value?.personId;
  const [{ of, seen }, setSeen] = useState<{ of: string | undefined; seen: Seen }>({
    of: path,
    seen: seenBefore(path),
  });
  /** The key of the last read. */
  const readFor = useRef<string | undefined>(undefined);
  const reload = (): void => setRound((now) => now + 1);

  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    const key = keyOf(path);
    // When the same thing is read again, the old answer stays on the page until the new one is there, so that nothing jumps.
    const isAgain = readFor.current === key;
    readFor.current = key;
    setSeen((now) => (isAgain && typeof now.seen === 'object' ? now : { of: path, seen: seenBefore(path) }));
    void sendRequest<Answer<Name>>({ method: 'GET', path }, { signal: leaving.signal }).then((result) => {
      if (leaving.signal.aborted) return;
      if (result.type === 'ok') lastRead.set(key, result.value);
      setSeen({ of: path, seen: seenOf(result) });
    });
    return () => leaving.abort();
  }, [path, round, whom]);

  // Online again: reads by itself, so that nobody needs to press anything.
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);

  const now = of === path ? seen : seenBefore(path);
  if (typeof now === 'object') return { state: 'ready', value: now.value as Answer<Name>, reload };
  if (now === 'ready') throw new Error('ready without a value');
  return { state: now, reload };
}

function seenOf(result: CallResult<unknown>): Seen {
  if (result.type === 'ok') return { value: result.value };
  if (result.type === 'unknown') return result.offline ? 'offline' : 'error';
  if (result.problem.status === 404) return 'not-found';
  if (result.problem.status === 403) return 'not-allowed';
  // 401: the sign-in page is about to open.
  return result.problem.status === 401 ? 'loading' : 'error';
}
