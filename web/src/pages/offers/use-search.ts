// Asks the API for offers; a place that it does not know is said at the field, so this reads refusals too.
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.ts';
import type { Offers } from '../../api/types.ts';

export type Search =
  | { readonly state: 'loading' | 'offline' | 'error' }
  /** The fields, as the API calls them, that it does not understand. */
  | { readonly state: 'refused'; readonly fields: readonly string[] }
  | { readonly state: 'found'; readonly found: Offers };

const LOADING: Search = { state: 'loading' };

/** `undefined` asks nothing: what was typed cannot be searched for. */
export function useSearch(path: string | undefined): readonly [Search, () => void] {
  const [seen, setSeen] = useState<{ readonly of: string | undefined; readonly search: Search }>({
    of: path,
    search: LOADING,
  });
  const [round, setRound] = useState(0);
  const again = (): void => setRound((now) => now + 1);

  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    setSeen({ of: path, search: LOADING });
    void call<Offers>({ method: 'GET', path, signal: leaving.signal }).then((answer) => {
      if (!leaving.signal.aborted) setSeen({ of: path, search: searchOf(answer) });
    });
    return () => leaving.abort();
  }, [path, round]);

  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);

  return [seen.of === path ? seen.search : LOADING, again];
}

function searchOf(answer: Awaited<ReturnType<typeof call<Offers>>>): Search {
  switch (answer.is) {
    case 'ok':
      return { state: 'found', found: answer.value };
    case 'unknown':
      return { state: answer.offline ? 'offline' : 'error' };
    case 'refused':
      // 401: on the way to sign in.
      if (answer.problem.status === 401) return LOADING;
      return answer.problem.errors
        ? { state: 'refused', fields: answer.problem.errors.map(({ field }) => field) }
        : { state: 'error' };
  }
}
