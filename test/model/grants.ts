// Allocations: when their money comes, what is available, and when what is left goes home.
import { dayAt, daysFrom, instantOf, plusDays } from './days.ts';
import type { Allocation, Lot, Pool, World } from './types.ts';

const PERIOD = { once: 0, weekly: 7, 'four-weekly': 28 };

/** Whole periods only, and at least one. */
export function instalmentsOf({ instalment, startsOn, endsOn }: Allocation): number {
  const period = PERIOD[instalment];
  return period === 0 ? 1 : Math.max(1, Math.floor((daysFrom(startsOn, endsOn) + 1) / period));
}
export const instalmentDay = (a: Allocation, n: number): string => plusDays(a.startsOn, (n - 1) * PERIOD[a.instalment]);

/** How many instalments have come by a day. */
function comeBy(a: Allocation, day: string): number {
  if (day < a.startsOn) return 0;
  const period = PERIOD[a.instalment];
  return period === 0 ? 1 : Math.min(instalmentsOf(a), Math.floor(daysFrom(a.startsOn, day) / period) + 1);
}

/** Granted so far. The page is silent about sums that do not divide: the driver grants only such as do. */
const granted = (a: Allocation, day: string): number =>
  a.granted - a.reductions.reduce((sum, { from, pence }) => sum + (from <= day ? pence : 0), 0);

const come = (a: Allocation, day: string): number => Math.floor((granted(a, day) * comeBy(a, day)) / instalmentsOf(a));

export const lotsFrom = (world: World, a: Allocation): Lot[] =>
  world.pools.flatMap(({ lots }) => lots).filter(({ alloc }) => alloc === a.key);

const heldOf = (pool: Pool, lot: Lot): number =>
  pool.orders
    .flatMap(({ sessions }) => sessions)
    .flatMap(({ holds }) => holds)
    .reduce((sum, hold) => sum + (hold.lot === lot.n ? hold.pence : 0), 0);

export const inPools = (world: World, a: Allocation): number =>
  world.pools.reduce(
    (sum, pool) =>
      pool.lots.reduce((most, lot) => (lot.alloc === a.key ? most + lot.free + heldOf(pool, lot) : most), sum),
    0,
  );
export const spentOf = (world: World, a: Allocation): number =>
  lotsFrom(world, a).reduce((sum, { spent }) => sum + spent, 0);

export const hasEnded = (a: Allocation, at: number): boolean => dayAt(at) > a.endsOn;

export function available(world: World, a: Allocation): number {
  if (hasEnded(a, world.now)) return 0;
  return Math.max(0, come(a, dayAt(world.now)) - inPools(world, a) - spentOf(world, a));
}
export const returned = (world: World, a: Allocation): number =>
  hasEnded(a, world.now) ? granted(a, dayAt(world.now)) - inPools(world, a) - spentOf(world, a) : 0;

/** The next instalment that a standing contribution could use. */
export function nextInstalment(a: Allocation): { n: number; at: number } | undefined {
  const n = a.lastInstalment + 1;
  return a.standing.length > 0 && n <= instalmentsOf(a) ? { n, at: instantOf(instalmentDay(a, n)) } : undefined;
}

/** Instalments up to now need no standing contribution any more: the first payment was the person's own act. */
export const countedUpTo = (a: Allocation, at: number): number => comeBy(a, dayAt(at));

export const allocationOf = (world: World, key: string): Allocation | undefined =>
  world.allocations.find((a) => a.key === key);
export { heldOf };
