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

/** By path and by the person it is for: one person's page never shows what another saw. */
const lastRead = new Map<string, unknown>();

const keyOf = (path: string): string => `${actingFor.value?.personId ?? ''} ${path}`;

/** Forgets everything that was read, because something was changed. */
export const forgetReads = (): void => lastRead.clear();

type ReadState = Load<unknown>['state'] | { readonly value: unknown };

const lastReadState = (path: string | undefined): ReadState => {
  const key = path === undefined ? '' : keyOf(path);
  return lastRead.has(key) ? { value: lastRead.get(key) } : 'loading';
};

/** `null` reads nothing yet: the page waits for something else first. */
export function useLoad<Name extends ReadName>(name: Name, input: Inputs[Name] | null): Load<Answer<Name>> {
  const path = input === null ? undefined : requestTo(name, input).path;
  const [round, setRound] = useState(0);
  const onBehalfOf = actingFor.value?.personId;
  /** What was read last, and the path that it was read from. */
  const [last, setLast] = useState<{ path: string | undefined; state: ReadState }>({
    path,
    state: lastReadState(path),
  });
  /** The key of the last read. */
  const readFor = useRef<string | undefined>(undefined);
  const reload = (): void => setRound((before) => before + 1);

  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    const key = keyOf(path);
    // When the same thing is read again, the old answer stays on the page until the new one is there, so that nothing jumps.
    const isAgain = readFor.current === key;
    readFor.current = key;
    setLast((before) => (isAgain && typeof before.state === 'object' ? before : { path, state: lastReadState(path) }));
    void sendRequest<Answer<Name>>({ method: 'GET', path }, { signal: leaving.signal }).then((result) => {
      if (leaving.signal.aborted) return;
      if (result.type === 'ok') lastRead.set(key, result.value);
      setLast({ path, state: stateAfter(result) });
    });
    return () => leaving.abort();
  }, [path, round, onBehalfOf]);

  // Online again: reads by itself, so that nobody needs to press anything.
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);

  const shown = last.path === path ? last.state : lastReadState(path);
  if (typeof shown === 'object') return { state: 'ready', value: shown.value as Answer<Name>, reload };
  if (shown === 'ready') throw new Error('ready without a value');
  return { state: shown, reload };
}

function stateAfter(result: CallResult<unknown>): ReadState {
  if (result.type === 'ok') return { value: result.value };
  if (result.type === 'unknown') return result.offline ? 'offline' : 'error';
  if (result.problem.status === 404) return 'not-found';
  if (result.problem.status === 403) return 'not-allowed';
  // 401: the sign-in page is about to open.
  return result.problem.status === 401 ? 'loading' : 'error';
}
