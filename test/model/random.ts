// Random numbers that a seed repeats (mulberry32).
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    next,
    /** A whole number from `least` to `most`. */
    between: (least: number, most: number): number => least + upTo(most - least),
    chance: (of: number): boolean => next() < of,
    one<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[upTo(list.length - 1)] as T;
    },
  };
}
export type Random = ReturnType<typeof randomFrom>;
