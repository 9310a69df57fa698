// Splitting a sum among people, and taking it from lots.
import type { Hold, Lot, Pool, Session } from './types.ts';

/** How many odd pennies somebody has paid or set aside, and in which turn the last time (-1: never). */
export interface Odd {
  count: number;
  last: number;
}

/** Splits `total`: equally, and each odd penny to who has had the fewest, then the longest ago, then as listed. */
export function deal(
  total: number,
  people: readonly string[],
  odd: (who: string) => Odd,
  atMost: (who: string) => number = () => Number.POSITIVE_INFINITY,
): Record<string, number> {
  const each = Math.floor(total / people.length);
  const shares = Object.fromEntries(people.map((who) => [who, each]));
  let left = total - each * people.length;
  const turn = people
    .map((who, place) => ({ who, place, ...odd(who) }))
    .sort((a, b) => a.count - b.count || a.last - b.last || a.place - b.place);
  for (const { who } of turn) {
    if (left === 0) break;
    if (each + 1 > atMost(who)) continue;
    shares[who] = each + 1;
    left -= 1;
  }
  return shares;
}

const firstToUse = (a: Lot, b: Lot): number => (a.endsOn === b.endsOn ? a.n - b.n : a.endsOn < b.endsOn ? -1 : 1);

export const lotsOf = (pool: Pool, who: string): Lot[] =>
  pool.lots.filter(({ owner }) => owner === who).sort(firstToUse);

/** What somebody could pay for a session on that day out of free money. */
export const freeFor = (pool: Pool, who: string, on: string): number =>
  lotsOf(pool, who).reduce((sum, lot) => sum + (lot.endsOn >= on ? lot.free : 0), 0);

/** Sets a sum aside for a session, from the earliest-ending lot on; the caller has checked that it is there. */
export function setAside(pool: Pool, session: Session, who: string, pence: number): void {
  let left = pence;
  for (const lot of lotsOf(pool, who)) {
    if (lot.endsOn < session.on || left === 0) continue;
    const part = Math.min(lot.free, left);
    if (part === 0) continue;
    lot.free -= part;
    left -= part;
    const known = session.holds.find((hold) => hold.who === who && hold.lot === lot.n);
    if (known) known.pence += part;
    else session.holds.push({ who, lot: lot.n, pence: part });
  }
  if (left > 0) throw new Error(`the model set aside ${pence}p that ${who} does not have`);
}

export const heldBy = (session: Session, who: string): number =>
  session.holds.reduce((sum, hold) => sum + (hold.who === who ? hold.pence : 0), 0);

export const heldFor = (session: Session): number => session.holds.reduce((sum, { pence }) => sum + pence, 0);

const lotNumbered = (pool: Pool, n: number): Lot => {
  const found = pool.lots.find((lot) => lot.n === n);
  if (!found) throw new Error(`the model has no lot ${n}`);
  return found;
};

const inOrder = (pool: Pool, session: Session, who: string): Hold[] =>
  session.holds
    .filter((hold) => hold.who === who)
    .sort((a, b) => firstToUse(lotNumbered(pool, a.lot), lotNumbered(pool, b.lot)));

/** Gives back what somebody has set aside for a session beyond `keep`: the earliest-ending lot pays, so the others get back first. */
export function giveBack(pool: Pool, session: Session, who: string, keep = 0): void {
  let kept = keep;
  for (const hold of inOrder(pool, session, who)) {
    const stays = Math.min(hold.pence, kept);
    kept -= stays;
    lotNumbered(pool, hold.lot).free += hold.pence - stays;
    hold.pence = stays;
  }
  session.holds = session.holds.filter(({ pence }) => pence > 0);
}

/** Pays the shares out of what is set aside, and gives the rest back to the lots that it came from. */
export function pay(pool: Pool, session: Session, shares: Readonly<Record<string, number>>): void {
  for (const who of new Set(session.holds.map((hold) => hold.who))) {
    giveBack(pool, session, who, shares[who] ?? 0);
    for (const hold of inOrder(pool, session, who)) lotNumbered(pool, hold.lot).spent += hold.pence;
  }
  pool.released += heldFor(session);
  session.holds = [];
}

export function refundAll(pool: Pool, session: Session): void {
  for (const who of new Set(session.holds.map((hold) => hold.who))) giveBack(pool, session, who);
}
