// What makes the demo place the same everywhere: ids and chance that come from a seed, and days told from today.
import { addDays } from '../../../functions/kernel/clock.ts';
import { idFrom } from '../../../functions/kernel/id.ts';

const SEED = 'kitty demo 1';

/** The same label names the same thing on every machine. */
export const demoId = (place: string, label: string): string => idFrom(SEED, `${place}\n${label}`);

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many days before `today` the last such day was: -7 to -1. 0 is Sunday. */
export function lastWeekday(today: string, weekday: number): number {
  for (let ago = -1; ago > -7; ago--)
    if (new Date(`${addDays(today, ago)}T00:00:00Z`).getUTCDay() === weekday) return ago;
  return -7;
}
