// Random numbers that a seed repeats, with the choices that this driver makes.
import { random } from '../simulation/random.ts';

export function randomFrom(seed: number) {
  const { next, int, chance, pick } = random(seed);
  return {
    next,
    /** A whole number from `least` to `most`. */
    between: int,
    chance,
    one<T>(list: readonly T[]): T {
      const chosen = pick(list);
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
export type Random = ReturnType<typeof randomFrom>;
