// From when to when something can be said of a session.
import { useEffect, useState } from 'preact/hooks';
import { addDays, londonInstant } from '../../../../functions/kernel/clock.ts';
import { now } from '../../api/clock.ts';
import type { Session } from '../../api/types.ts';

type When = Pick<Session, 'on' | 'time'>;

const startOf = ({ on, time }: When): string => londonInstant(on, time);

/** From its start on a session can be marked as delivered, or objected to. */
export const hasBegun = (session: When): boolean => startOf(session) <= now();

/** The last day on which a session can be marked: 14 days after its own its money goes back (functions/pools/journal/due.ts). */
export const lastDayToMark = (on: string): string => addDays(on, 13);

/** As `hasBegun`; a page that is open when the session begins is drawn again. */
export function useHasBegun(session: When): boolean {
  const [, setRound] = useState(0);
  const start = startOf(session);
  useEffect(() => {
    const ms = Date.parse(start) - Date.parse(now());
    if (ms <= 0 || ms > A_DAY_MS) return;
    const timer = setTimeout(() => setRound((round) => round + 1), ms);
    return () => clearTimeout(timer);
  }, [start]);
  return hasBegun(session);
}

/** Nobody keeps a page open for longer; and a timer must not be too long. */
const A_DAY_MS = 86_400_000;
