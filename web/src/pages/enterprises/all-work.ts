// Reads what several enterprises of one person have been asked to do.
import { useEffect, useState } from 'preact/hooks';
import { call } from '../../api/call.ts';
import type { Load } from '../../api/load.ts';
import type { Work } from './work.ts';

export type AllWork = ReadonlyMap<string, readonly Work[]>;

type WorkState =
  | { readonly state: 'loading' | 'offline' | 'error' }
  | { readonly state: 'ready'; readonly value: AllWork };

async function readAll(ids: readonly string[], signal: AbortSignal): Promise<WorkState> {
  const answers = await Promise.all(
    ids.map((id) => call('GET /v1/enterprises/{id}/commissions', { params: { id } }, { signal })),
  );
  const all = new Map<string, readonly Work[]>();
  for (const [i, id] of ids.entries()) {
    const answer = answers[i];
    if (answer?.type === 'ok') all.set(id, answer.value.items);
    else return { state: answer?.type === 'unknown' && answer.offline ? 'offline' : 'error' };
  }
  return { state: 'ready', value: all };
}

export function useAllWork(ids: readonly string[]): Load<AllWork> {
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<WorkState>({ state: 'loading' });
  const asked = ids.join(' ');
  useEffect(() => {
    const leaving = new AbortController();
    void readAll(asked === '' ? [] : asked.split(' '), leaving.signal).then((found) => {
      if (!leaving.signal.aborted) setResult(found);
    });
    return () => leaving.abort();
  }, [asked, round]);
  return { ...result, reload: () => setRound((now) => now + 1) };
}
