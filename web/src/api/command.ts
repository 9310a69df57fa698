// A request that changes something: safe to press twice, to retry after a lost connection and to come back to. It is kept
// in this tab with its idempotency key until its answer is known, and is sent again with the same key until then.
import { useEffect, useRef, useState } from 'preact/hooks';
import { readStored } from '../storage/stored.ts';
import { actorKey } from './acting.ts';
import type { Answer, CommandName, Inputs } from './api.ts';
import { type Problem, sendRequest } from './call.ts';
import { forgetReads } from './load.ts';
import { type HttpRequest, requestTo } from './request.ts';

interface PendingRequest extends HttpRequest {
  readonly key: string;
  /** Only for this person: somebody else who signs in in this tab must not send it. */
  readonly who: string;
}

export interface CommandState {
  /** `checking`: the answer was lost, so the request is repeated until there is one. */
  readonly state: 'idle' | 'sending' | 'checking' | 'refused' | 'done';
  /** Why it was refused. Then nothing was changed. */
  readonly problem?: Problem;
}

export interface Command<Name extends CommandName> extends CommandState {
  /** Does nothing while an answer is still awaited. */
  send(input: Inputs[Name]): void;
}

export const isUnderWay = ({ state }: CommandState): boolean => state === 'sending' || state === 'checking';

const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 15_000;

const storageKey = (name: string): string => `kitty.command.${name}`;

function pendingRequest(name: string): PendingRequest | undefined {
  const request = readStored<PendingRequest>(storageKey(name), { key: '', who: '', method: '', path: '' });
  return request?.who === actorKey() ? request : undefined;
}

/** Waits; stops waiting when the browser is online again. */
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
 * `requestName` identifies the request (“vote <proposal>”), so that a page that is opened again continues with what it had
 * sent. `onDone` is called with the answer, once.
 */
export function useCommand<Name extends CommandName>(
  name: Name,
  requestName: string,
  onDone: (answer: Answer<Name>) => void,
): Command<Name> {
  const [shown, setShown] = useState<CommandState>(() => ({
    state: pendingRequest(requestName) ? 'checking' : 'idle',
  }));
  const busy = useRef(false);
  const gone = useRef(false);
  const done = useRef(onDone);
  done.current = onDone;

  async function sendUntilAnswered(request: PendingRequest): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    for (let wait = FIRST_WAIT_MS; !gone.current; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
      const result = await sendRequest<Answer<Name>>(request, request);
      // The session is over: the request stays kept, and is sent again when the person has signed in.
      if (result.type === 'refused' && result.problem.status === 401) break;
      if (result.type !== 'unknown') {
        sessionStorage.removeItem(storageKey(requestName));
        busy.current = false;
        forgetReads();
        if (gone.current) return;
        if (result.type === 'refused') return setShown({ state: 'refused', problem: result.problem });
        setShown({ state: 'done' });
        return done.current(result.value);
      }
      if (!gone.current) setShown({ state: 'checking' });
      await pause(wait);
    }
    busy.current = false;
  }

  useEffect(() => {
    gone.current = false;
    const request = pendingRequest(requestName);
    if (request) void sendUntilAnswered(request);
    return () => {
      gone.current = true;
    };
  }, [requestName]);

  return {
    ...shown,
    send(input) {
      if (busy.current) return;
      const request: PendingRequest = { ...requestTo(name, input), key: crypto.randomUUID(), who: actorKey() };
      // A file of other people's money is not kept; sending the same file again adds nothing anyway.
      if (typeof request.body !== 'string') sessionStorage.setItem(storageKey(requestName), JSON.stringify(request));
      setShown({ state: 'sending' });
      void sendUntilAnswered(request);
    },
  };
}
