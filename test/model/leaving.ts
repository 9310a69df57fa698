// Members who leave: what they owe within the notice is set aside, the rest goes home; and what the end of the notice does.
import { dayAt, plusDays } from './days.ts';
import { decide } from './deciding.ts';
import { hasEnded } from './grants.ts';
import { freeFor, heldBy, heldFor, setAside } from './money.ts';
import { coming, dealAnew, hold, isOver, isToCome, participant, plannedShares, release, runs } from './orders.ts';
import type { Allocation, Pool, World } from './types.ts';

export const isMember = (pool: Pool, who: string): boolean => pool.members.some((one) => one.who === who);

export const heldOfPerson = (pool: Pool, who: string): number =>
  pool.orders.flatMap(({ sessions }) => sessions).reduce((sum, session) => sum + heldBy(session, who), 0);
export const freeOfPerson = (pool: Pool, who: string): number =>
  pool.lots.reduce((sum, { owner, free }) => sum + (owner === who ? free : 0), 0);

/** Money that may not stay goes back to its allocation: of those who left, and of allocations that have ended. */
export function sendHome(world: World, pool: Pool): number {
  let sent = 0;
  for (const lot of pool.lots) {
    const from = world.allocations.find(({ key }) => key === lot.alloc);
    if (isMember(pool, lot.owner) && !(from && hasEnded(from, world.now))) continue;
    sent += lot.free;
    lot.free = 0;
  }
  return sent;
}

export function stopStanding(allocations: Allocation[], pool: Pool, who: string): void {
  for (const a of allocations) if (a.owner === who) a.standing = a.standing.filter(({ pool: key }) => key !== pool.key);
}

/** The new agreement is in force when every member has signed it. */
export function perhapsInForce(pool: Pool): void {
  const { pending } = pool;
  if (!pending || !pool.members.every(({ who }) => pending.signed.includes(who))) return;
  pool.terms = pending.terms;
  pool.version = pending.version;
  delete pool.pending;
}

/** Sets aside what a leaver owes for sessions within the notice, the earliest first; where it does not reach they are not asked. */
function setAsideWithinNotice(pool: Pool, who: string, endsOn: string): void {
  const owed = pool.orders
    .filter(runs)
    .flatMap((order) => order.sessions.map((session) => ({ order, session })))
    .filter(({ session }) => isToCome(session) && !session.held && session.on <= endsOn)
    .sort((a, b) => a.session.start - b.session.start);
  for (const { order, session } of owed) {
    if (!coming(order, session).includes(who)) continue;
    const share = plannedShares(order).get(session.n)?.[who] ?? 0;
    const needs = share - heldBy(session, who);
    if (freeFor(pool, who, session.on) >= needs) setAside(pool, session, who, needs);
    else session.away.push(who);
  }
}

export function leave(world: World, pool: Pool, who: string): { home: number; held: number; endsOn: string } {
  const endsOn = plusDays(dayAt(world.now), pool.terms.noticeWeeks * 7);
  pool.members = pool.members.filter((one) => one.who !== who);
  pool.leavers = [...pool.leavers.filter((one) => one.who !== who), { who, leavingOn: endsOn }];
  for (const order of pool.orders) {
    const one = participant(order, who);
    if (one && one.lastDay === undefined) one.lastDay = endsOn;
  }
  setAsideWithinNotice(pool, who, endsOn);
  const home = sendHome(world, pool);
  stopStanding(world.allocations, pool, who);
  pool.paused = pool.paused.filter((one) => one !== who);
  for (const p of pool.proposals) {
    if (p.status !== 'open' && p.status !== 'waiting') continue;
    p.electors = p.electors.filter((one) => one !== who);
    delete p.votes[who];
    decide(pool, p, world.now);
  }
  perhapsInForce(pool);
  return { home, held: heldOfPerson(pool, who), endsOn };
}

/** The notice is over: what is held for later sessions is split anew among those who stay, or goes back. */
export function noticeEnds(pool: Pool, who: string): void {
  for (const order of pool.orders) {
    const one = order.participants.find((p) => p.who === who && p.lastDay !== undefined);
    if (!one?.lastDay || !runs(order)) continue;
    let back = false;
    for (const session of order.sessions) {
      if (isOver(session) || !isToCome(session) || !session.people.includes(who) || session.on <= one.lastDay) continue;
      release(pool, session);
      hold(pool, order, session);
      back = true;
    }
    if (back) dealAnew(pool, order);
  }
}

export const anythingLeft = (pool: Pool, who: string): boolean =>
  pool.orders.some(({ sessions }) => sessions.some((session) => heldFor(session) > 0 && heldBy(session, who) > 0));
