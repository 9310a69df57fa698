// A success message, shown on the next page or on this one: “Your vote is in.”
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Notice {
  readonly message: string;
  /** The page on which it was set. */
  readonly at: string;
  readonly sinceMs: number;
}

/** A page that opens later than this is not the one that the message was meant for. */
const SHOWN_WITHIN_MS = 10_000;

const notice = signal<Notice | undefined>(undefined);

/** Shows the message on the page that opens next, or on this one when none does, until that page is left. */
export const showOnNextPage = (message: string): void => {
  notice.value = { message, at: location.pathname, sinceMs: performance.now() };
};

/** The message for this page. `path` is its address. */
export function useNotice(path: string): string | undefined {
  const [message, setMessage] = useState<string>();
  const isNew = useRef(true);
  const left = notice.value;
  useEffect(() => {
    const take = (): void => {
      if (left && performance.now() - left.sinceMs < SHOWN_WITHIN_MS) setMessage(left.message);
      notice.value = undefined;
    };
    const came = isNew.current;
    isNew.current = false;
    if (!left) return;
    if (came) return take();
    // Set on this page: only after the current handler has run is it known whether another page opens. This page stays
    // visible while that one loads, and must leave the message to it.
    const timer = setTimeout(() => {
      if (location.pathname === left.at) take();
    });
    return () => clearTimeout(timer);
  }, [left]);
  useEffect(() => () => setMessage(undefined), [path]);
  return message;
}
