// One good message, for the page that comes next or the one that stays: “Your vote is in.”
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Notice {
  readonly message: string;
  /** Where it was said. */
  readonly at: string;
  readonly sinceMs: number;
}

/** A page that has not come by then is not the one that it was meant for. */
const GOOD_FOR_MS = 10_000;

const notice = signal<Notice | undefined>(undefined);

/** Says it on the page that opens next, or on this one when none does; it is gone with the page. */
export const tellNext = (message: string): void => {
  notice.value = { message, at: location.pathname, sinceMs: performance.now() };
};

/** What this page has to say. `path` is its address. */
export function useNotice(path: string): string | undefined {
  const [good, setGood] = useState<string>();
  const isNew = useRef(true);
  const left = notice.value;
  useEffect(() => {
    const take = (): void => {
      if (left && performance.now() - left.sinceMs < GOOD_FOR_MS) setGood(left.message);
      notice.value = undefined;
    };
    const came = isNew.current;
    isNew.current = false;
    if (!left) return;
    if (came) return take();
    // Said on this page: whether another one follows is known once whoever said it is through. Until that one is loaded this
    // page goes on being drawn, and must leave the message alone.
    const timer = setTimeout(() => {
      if (location.pathname === left.at) take();
    });
    return () => clearTimeout(timer);
  }, [left]);
  useEffect(() => () => setGood(undefined), [path]);
  return good;
}
