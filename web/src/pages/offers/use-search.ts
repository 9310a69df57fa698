// Searches for offers. It also returns which fields were refused, because an unknown place is shown as an error at its field.
import { useEffect, useState } from 'preact/hooks';
import { type CallResult, call } from '../../api/call.ts';
import type { Offers } from '../../api/types.ts';
import type { OfferQuery } from './find-address.ts';

export type Search =
  | { readonly state: 'loading' | 'offline' | 'error' }
  /** The fields, by the API's names, that it refused. */
  | { readonly state: 'refused'; readonly fields: readonly string[] }
  | { readonly state: 'found'; readonly found: Offers };

const LOADING: Search = { state: 'loading' };

/** `null` asks nothing: what was typed cannot be searched for. */
export function useSearch(query: OfferQuery | null): readonly [Search, () => void] {
  const asked = JSON.stringify(query);
  const [seen, setSeen] = useState<{ readonly asked: string; readonly search: Search }>({ asked, search: LOADING });
  const [round, setRound] = useState(0);
  const reload = (): void => setRound((now) => now + 1);

  useEffect(() => {
    if (query === null) return;
    const leaving = new AbortController();
    setSeen({ asked, search: LOADING });
    void call('GET /v1/offers', { query }, { signal: leaving.signal }).then((result) => {
      if (!leaving.signal.aborted) setSeen({ asked, search: searchAfter(result) });
    });
    return () => leaving.abort();
  }, [asked, round]);

  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);

  return [seen.asked === asked ? seen.search : LOADING, reload];
}

function searchAfter(result: CallResult<Offers>): Search {
  switch (result.type) {
    case 'ok':
      return { state: 'found', found: result.value };
    case 'unknown':
      return { state: result.offline ? 'offline' : 'error' };
    case 'refused':
      // 401: the sign-in page is about to open.
      if (result.problem.status === 401) return LOADING;
      return result.problem.errors
        ? { state: 'refused', fields: result.problem.errors.map(({ field }) => field) }
        : { state: 'error' };
  }
}
