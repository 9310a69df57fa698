// Something that a person asks for once: safe to press twice, to retry after a lost connection and to come back to.
// Its key is kept in this tab until the answer is known; what is not known is asked again with the same key.
import { useEffect, useRef, useState } from 'preact/hooks';
import { whoAsks } from './acting.ts';
import { call, type Problem } from './call.ts';
import { forgetReads } from './load.ts';

interface Asked {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly csv?: string;
}

interface Kept extends Asked {
  readonly key: string;
  /** Nobody else who signs in in this tab may send it. */
  readonly who: string;
}

export interface Command {
  /** `checking`: the answer was lost; we ask again until we know. */
  readonly state: 'idle' | 'sending' | 'checking' | 'refused' | 'done';
  /** Why it was refused; nothing has happened then. */
  readonly problem?: Problem;
  /** Asks. Does nothing while an answer is still awaited. */
  send(asked: Asked): void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

const keptAs = (name: string): string => `kitty.command.${name}`;

function keptUnder(name: string): Kept | undefined {
  const text = sessionStorage.getItem(keptAs(name));
  const kept: Kept | undefined = text === null ? undefined : JSON.parse(text);
  return kept?.who === whoAsks() ? kept : undefined;
}

/** Waits, less long when the browser is back on line. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
  });

/**
 * `name` says which question of which page this is (“vote <proposal>”), so that a page that is opened again takes up
 * what it had asked. `onDone` is called with the answer, once.
 */
export function useCommand<Value>(name: string, onDone: (value: Value) => void): Command {
  const [shown, setShown] = useState<Pick<Command, 'state' | 'problem'>>(() => ({
    state: keptUnder(name) ? 'checking' : 'idle',
  }));
  const busy = useRef(false);
  const gone = useRef(false);
  const done = useRef(onDone);
  done.current = onDone;

  async function untilKnown(kept: Kept): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    for (let wait = FIRST_WAIT_MS; !gone.current; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const answer = await call<Value>(kept);
      // Not signed in any more: it stays kept, and goes on when the person is back.
      if (answer.is === 'refused' && answer.problem.status === 401) break;
      if (answer.is !== 'unknown') {
        sessionStorage.removeItem(keptAs(name));
        busy.current = false;
        forgetReads();
        if (gone.current) return;
        if (answer.is === 'refused') return setShown({ state: 'refused', problem: answer.problem });
        setShown({ state: 'done' });
        return done.current(answer.value);
      }
      if (!gone.current) setShown({ state: 'checking' });
      await pause(wait);
    }
    busy.current = false;
  }

  useEffect(() => {
    gone.current = false;
    const kept = keptUnder(name);
    if (kept) void untilKnown(kept);
    return () => {
      gone.current = true;
    };
  }, [name]);

  return {
    ...shown,
    send(asked) {
      if (busy.current) return;
      const kept: Kept = { ...asked, key: crypto.randomUUID(), who: whoAsks() };
      // A file of other people's money is not left lying about; the same file again adds nothing anyway.
      if (asked.csv === undefined) sessionStorage.setItem(keptAs(name), JSON.stringify(kept));
      setShown({ state: 'sending' });
      void untilKnown(kept);
    },
  };
}
