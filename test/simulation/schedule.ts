// Decides which of the waiting calls goes next, so that every interleaving of several clients can happen.
import type { Random } from './random.ts';

export interface Schedule {
  /** Waits for one's turn. */
  turn(): Promise<void>;
  /** Lets waiting calls go, in random order and some later than others, until `done` says so. */
  run(done: () => boolean, eachTick: () => void): Promise<void>;
}

/** How likely a waiting call is to be left for a later tick. */
const LATER = 0.25;

export function schedule(random: Random): Schedule {
  let waiting: (() => void)[] = [];
  /** Until everybody waits for their turn: a tick comes once no promise has anything left to do. */
  const settle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
  return {
    turn: () => new Promise((resolve) => waiting.push(resolve)),
    async run(done, eachTick) {
      for (;;) {
        await settle();
        if (done()) return;
        eachTick();
        const going = waiting;
        waiting = [];
        if (going.length === 0) throw new Error('the simulation has come to a standstill');
        for (let i = going.length - 1; i > 0; i--) {
          const j = random.int(0, i);
          const [a, b] = [going[i], going[j]];
          if (a && b) [going[i], going[j]] = [b, a];
        }
        const [first, ...others] = going;
        first?.();
        for (const go of others) {
          if (random.chance(LATER)) waiting.push(go);
          else go();
        }
      }
    },
  };
}
