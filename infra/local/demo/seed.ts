// Makes the demo place the same on every machine: ids and random numbers from a seed, and days counted from today.
import { addDays } from '../../../functions/kernel/clock.ts';
import { idFrom } from '../../../functions/kernel/id.ts';

const SEED = 'kitty demo 1';

/** An id that is the same for a label on every machine. */
export const demoId = (place: string, label: string): string => idFrom(SEED, `${place}\n${label}`);

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
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
