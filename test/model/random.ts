// Random numbers that a seed repeats, with the choices that this driver makes.
import { random } from '../simulation/random.ts';

export function randomFrom(seed: number) {
  const { next, int, chance } = random(seed);
  return {
    next,
    /** A whole number from `least` to `most`. */
    between: int,
    chance,
    one<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to choose from');
      // What is chosen may be undefined.
      return list[int(0, list.length - 1)] as T;
    },
  };
}
export type Random = ReturnType<typeof randomFrom>;
