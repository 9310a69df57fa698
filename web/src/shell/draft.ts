// What somebody has typed in a form of several pages: kept in this tab until it is sent, even if they must sign in again.
import { useState } from 'preact/hooks';
import { actorKey } from '../api/acting.ts';
import { readStored } from '../storage/stored.ts';

/** Returns the draft, how to change some of it, and how to forget it. `given` replaces what was kept. */
export function useDraft<Draft extends object>(
  name: string,
  empty: Draft,
  given: Partial<Draft> = {},
): readonly [Draft, (changes: Partial<Draft>) => void, () => void] {
  const key = `kitty.draft.${actorKey()}.${name}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...readStored(key, empty), ...given }));
  const change = (changes: Partial<Draft>): void => {
    const next = { ...draft, ...changes };
    sessionStorage.setItem(key, JSON.stringify(next));
    setDraft(next);
  };
  const forget = (): void => {
    sessionStorage.removeItem(key);
    setDraft(empty);
  };
  return [draft, change, forget];
}
