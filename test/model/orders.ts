// An order's sessions: who comes, what each pays, and setting it aside.
import { instantOf, plusDays } from './days.ts';
import { deal, freeFor, giveBack, heldBy, type Odd, pay, refundAll, setAside } from './money.ts';
import type { Order, Participant, Pool, Session } from './types.ts';

export const isOver = ({ status }: Session): boolean => ['released', 'cancelled', 'not-funded'].includes(status);
export const runs = ({ status }: Order): boolean => status === 'requested' || status === 'accepted';
/** Not marked, not over. */
export const isToCome = ({ status }: Session): boolean => status === 'planned';

export const priceFor = ({ buy: { offer } }: Order, people: number): number =>
  offer.priceModel === 'per-person' ? offer.pricePence * people : offer.pricePence;
const dearest = (order: Order, people: number): number => Math.ceil(priceFor(order, people) / people);

export const participant = (order: Order, who: string): Participant | undefined =>
  order.participants.find((one) => one.who === who && one.lastDay === undefined) ??
  order.participants.find((one) => one.who === who);

/** Who comes to a session, in the order's list. */
export function coming(order: Order, session: Session): string[] {
  if (session.held || isOver(session)) return session.people;
  return order.list.filter((who) => {
    const one = participant(order, who);
    return one && !session.away.includes(who) && (one.lastDay === undefined || session.on <= one.lastDay);
  });
}

/** Odd pennies so far in sessions of the same people. `counts`: which sessions, with what each paid or has set aside. */
type Turns = { key: string; shares: Readonly<Record<string, number>> }[];
const keyOf = (people: readonly string[]): string => [...people].sort().join(' ');

export function oddIn(turns: Turns, people: readonly string[]): (who: string) => Odd {
  const same = turns.filter(({ key }) => key === keyOf(people));
  return (who) => {
    const odd: Odd = { count: 0, last: -1 };
    same.forEach(({ shares }, turn) => {
      const least = Math.min(...people.map((one) => shares[one] ?? 0));
      if ((shares[who] ?? 0) > least) {
        odd.count += 1;
        odd.last = turn;
      }
    });
    return odd;
  };
}

const sharesHeld = (session: Session): Record<string, number> =>
  Object.fromEntries(session.people.map((who) => [who, heldBy(session, who)]));

/** What was paid so far, in the order of the sessions. */
export const paidTurns = (order: Order): Turns =>
  order.sessions.flatMap((s) => (s.paid ? [{ key: keyOf(s.people), shares: s.paid }] : []));
/** What is paid, or set aside for sessions that do not change any more. */
const fixedTurns = (order: Order, alsoToCome: boolean): Turns => [
  ...paidTurns(order),
  ...order.sessions.flatMap((s) =>
    s.held && !s.paid && !isOver(s) && (alsoToCome || !isToCome(s))
      ? [{ key: keyOf(s.people), shares: sharesHeld(s) }]
      : [],
  ),
];

/** The shares of one session, given all turns before it. What a leaver has set aside stays as it is. */
function sharesOf(order: Order, session: Session, people: readonly string[], turns: Turns): Record<string, number> {
  const fixed = people.filter((who) => !session.held && participant(order, who)?.lastDay && heldBy(session, who) > 0);
  if (fixed.length === 0 || fixed.length === people.length)
    return deal(priceFor(order, people.length), people, oddIn(turns, people));
  const set = Object.fromEntries(fixed.map((who) => [who, heldBy(session, who)]));
  const rest = people.filter((who) => !fixed.includes(who));
  const total = priceFor(order, people.length) - fixed.reduce((sum, who) => sum + (set[who] ?? 0), 0);
  return { ...set, ...deal(total, rest, oddIn(turns, people)) };
}

/** What each would pay for every session that is not over. */
export function plannedShares(order: Order): Map<number, Record<string, number>> {
  const turns = fixedTurns(order, true);
  const planned = new Map<number, Record<string, number>>();
  for (const session of order.sessions) {
    if (isOver(session)) continue;
    const people = coming(order, session);
    const shares = session.held
      ? sharesHeld(session)
      : people.length > 0
        ? sharesOf(order, session, people, turns)
        : {};
    if (!session.held) turns.push({ key: keyOf(people), shares });
    planned.set(session.n, shares);
  }
  return planned;
}

/** Sets everybody's share aside, if each agreed to so much and has it; else changes nothing. */
export function hold(pool: Pool, order: Order, session: Session): boolean {
  const people = coming(order, session);
  // Silent: too few for the offer never have a session, also where somebody has left.
  if (people.length < Math.max(1, order.buy.offer.minPeople)) return false;
  const shares = plannedShares(order).get(session.n) ?? {};
  const most = dearest(order, people.length);
  for (const who of people) {
    const one = participant(order, who);
    const needs = (shares[who] ?? 0) - heldBy(session, who);
    if (!one || (one.upTo < most && one.lastDay === undefined) || freeFor(pool, who, session.on) < needs) return false;
  }
  for (const who of people) {
    const needs = (shares[who] ?? 0) - heldBy(session, who);
    if (needs > 0) setAside(pool, session, who, needs);
    else if (needs < 0) giveBack(pool, session, who, shares[who] ?? 0);
  }
  for (const who of new Set(session.holds.map((one) => one.who)))
    if (!people.includes(who)) giveBack(pool, session, who);
  session.people = people;
  session.held = true;
  return true;
}

/** Gives all its money back; it may be held again. */
export function release(pool: Pool, session: Session): void {
  refundAll(pool, session);
  session.held = false;
  session.people = [];
}

/** Deals the odd pennies of the sessions to come anew, after money of a session of this order went back. */
export function dealAnew(pool: Pool, order: Order): void {
  const turns = fixedTurns(order, false);
  for (const session of order.sessions) {
    if (!isToCome(session)) continue;
    const people = coming(order, session);
    if (people.length === 0) continue;
    const shares = sharesOf(order, session, people, turns);
    turns.push({ key: keyOf(people), shares });
    if (!session.held) continue;
    const more = people.map((who) => (shares[who] ?? 0) - heldBy(session, who));
    // Silent: who has not got the penny keeps the old share, and so do the others.
    if (people.some((who, i) => (more[i] ?? 0) > freeFor(pool, who, session.on))) {
      turns[turns.length - 1] = { key: keyOf(people), shares: sharesHeld(session) };
      continue;
    }
    people.forEach((who, i) => {
      const change = more[i] ?? 0;
      if (change > 0) setAside(pool, session, who, change);
      else if (change < 0) giveBack(pool, session, who, shares[who] ?? 0);
    });
  }
}

/** Ends a session that is paid for in whole or in part; the rest goes back to the lots that it came from. */
export function settle(pool: Pool, order: Order, session: Session, pence: number): void {
  const people = session.people;
  const inFull = pence === priceFor(order, people.length);
  const shares = inFull
    ? sharesHeld(session)
    : deal(pence, people, oddIn(paidTurns(order), people), (who) => heldBy(session, who));
  pay(pool, session, shares);
  if (pence > 0) session.paid = shares;
  session.held = false;
  session.status = pence > 0 ? 'released' : 'cancelled';
  if (!inFull) dealAnew(pool, order);
}

export function cancelFree(pool: Pool, order: Order, session: Session, status: Session['status'] = 'cancelled'): void {
  const people = coming(order, session);
  const back = session.holds.length > 0;
  refundAll(pool, session);
  session.people = people;
  session.held = false;
  session.status = status;
  if (back) dealAnew(pool, order);
}

export function newSessions({ buy }: Pick<Order, 'buy'>): Session[] {
  return Array.from({ length: buy.sessions }, (_, i) => {
    const on = plusDays(buy.startsOn, i * buy.everyDays);
    return {
      n: i + 1,
      on,
      time: buy.time,
      start: instantOf(on, buy.time),
      status: 'planned' as const,
      held: false,
      people: [],
      away: [],
      holds: [],
      confirmed: [],
      said: {},
    };
  });
}
export { dearest, keyOf, sharesHeld };
