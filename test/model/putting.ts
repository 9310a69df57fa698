// Money between an allocation and a pool.
import { dayAt } from './days.ts';
import { available, countedUpTo, hasEnded } from './grants.ts';
import type { Allocation, Pool, World } from './types.ts';

const MOST_IN_POOL = 100_000_000;
const MOST_LOTS = 10;

export function addToLot(pool: Pool, a: Allocation, pence: number): void {
  const lot = pool.lots.find(({ alloc }) => alloc === a.key);
  if (lot) lot.free += pence;
  else
    pool.lots.push({ n: pool.lots.length + 1, owner: a.owner, alloc: a.key, endsOn: a.endsOn, free: pence, spent: 0 });
}

export const totals = (pool: Pool): { free: number; held: number } => ({
  free: pool.lots.reduce((sum, { free }) => sum + free, 0),
  held: pool.orders
    .flatMap(({ sessions }) => sessions)
    .flatMap(({ holds }) => holds)
    .reduce((sum, { pence }) => sum + pence, 0),
});

/** Every reason for which a contribution may be refused; none when it is accepted. */
export function whyNotPut(world: World, pool: Pool, a: Allocation, pence: number, standing: boolean): string[] {
  const why: string[] = [];
  const day = dayAt(world.now);
  const { free, held } = totals(pool);
  if (day < a.startsOn) why.push('not-started', 'not-available');
  if (hasEnded(a, world.now)) why.push('allocation-ended', 'not-available');
  if (!a.pooling) why.push('no-pooling');
  if (standing && a.instalment === 'once') why.push('no-instalments');
  if (!a.outcomes.some((one) => pool.outcomes.includes(one))) why.push('no-shared-outcome');
  if (pence > available(world, a)) why.push('not-available');
  if (free + held + pence > MOST_IN_POOL) why.push('pool-has-most-money');
  const filled = pool.lots.filter((lot) => lot.owner === a.owner && lot.free > 0);
  if (filled.length >= MOST_LOTS && !filled.some(({ alloc }) => alloc === a.key)) why.push('too-many-lots');
  return why;
}

export function setStanding(world: World, a: Allocation, pool: Pool, pence: number): void {
  a.lastInstalment = Math.max(a.lastInstalment, countedUpTo(a, world.now));
  const known = a.standing.find((one) => one.pool === pool.key);
  if (pence === 0) a.standing = a.standing.filter((one) => one !== known);
  else if (known) known.pence = pence;
  else a.standing.push({ pool: pool.key, pence });
}
