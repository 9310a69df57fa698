// Proposals: when they are decided, what then happens, and to whom free money is offered.
import { DAY, dayAt, HOUR, plusDays } from './days.ts';
import {
  cancelFree,
  dearest,
  hold,
  isOver,
  isToCome,
  keyOf,
  newSessions,
  oddIn,
  plannedShares,
  priceFor,
  runs,
  settle,
  sharesHeld,
} from './orders.ts';
import type { Order, Participant, Pool, Proposal } from './types.ts';

export function joiners(p: Proposal): Participant[] {
  return Object.entries(p.votes)
    .filter(([, vote]) => vote.joining)
    .map(([who, vote]) => ({ who, upTo: vote.upTo }))
    .sort((a, b) => (a.who < b.who ? -1 : 1));
}

function passes({ rule, quorum, electors, votes }: Proposal): boolean {
  const count = (choice: string) => Object.values(votes).filter((vote) => vote.choice === choice).length;
  const [yes, no, block, abstain] = [count('agree'), count('disagree'), count('block'), count('abstain')];
  if (yes === 0 || yes + no + block + abstain < Math.min(quorum, electors.length)) return false;
  if (rule === 'everyone') return no + block === 0;
  if (rule === 'consent') return block === 0;
  if (rule === 'two-thirds') return 3 * yes >= 2 * (yes + no + block);
  return yes > no + block;
}

/** Turns of odd pennies in this pool's earlier orders, paid or set aside. */
const earlierTurns = (pool: Pool) =>
  pool.orders.flatMap((order) =>
    order.sessions.flatMap((s) =>
      s.paid
        ? [{ key: keyOf(s.people), shares: s.paid }]
        : s.held
          ? [{ key: keyOf(s.people), shares: sharesHeld(s) }]
          : [],
    ),
  );

function draftOrder(pool: Pool, p: Proposal, now: number): Order | undefined {
  if (p.wish.kind !== 'buy') return undefined;
  const participants = joiners(p);
  const people = participants.map(({ who }) => who);
  const odd = oddIn(earlierTurns(pool), people);
  const sessions = newSessions({ buy: p.wish.buy });
  return {
    key: `${p.key}o`,
    buy: p.wish.buy,
    status: 'requested',
    answerBy: Math.min(now + 14 * DAY, sessions[0]?.start ?? 0),
    participants,
    list: people.toSorted((a, b) => odd(a).count - odd(b).count || (a < b ? -1 : 1)),
    sessions,
  };
}

/** The sessions that must have their money at once. */
const required = (order: Order, now: number): Order['sessions'] => {
  const week = plusDays(dayAt(now), 7);
  return order.sessions.filter(({ n, on }) => n <= order.buy.heldAhead || on <= week);
};

export interface Missing {
  who: string;
  mustAgreeToMore: boolean;
  pence: number;
}

/** Who is not ready for a purchase, and what they lack. */
export function missing(pool: Pool, p: Proposal, now: number): Missing[] {
  const order = draftOrder(pool, p, now);
  if (!order || order.participants.length === 0) return [];
  const shares = plannedShares(order);
  const most = dearest(order, order.participants.length);
  return order.participants.flatMap(({ who, upTo }) => {
    const lots = pool.lots
      .filter(({ owner }) => owner === who)
      .map(({ endsOn, free }) => ({ endsOn, free }))
      .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
    let pence = 0;
    for (const session of required(order, now)) {
      let needs = shares.get(session.n)?.[who] ?? 0;
      for (const lot of lots) {
        const part = lot.endsOn >= session.on ? Math.min(lot.free, needs) : 0;
        lot.free -= part;
        needs -= part;
      }
      pence += needs;
    }
    const mustAgreeToMore = upTo < most;
    return mustAgreeToMore || pence > 0 ? [{ who, mustAgreeToMore, pence }] : [];
  });
}

/** Makes the order and sets its money aside, if everybody is ready. */
function place(pool: Pool, p: Proposal, now: number): boolean {
  const order = draftOrder(pool, p, now);
  if (p.wish.kind !== 'buy' || !order) return false;
  if (order.participants.length < p.wish.buy.offer.minPeople || missing(pool, p, now).length > 0) return false;
  pool.orders.push(order);
  for (const session of required(order, now))
    if (!hold(pool, order, session)) throw new Error('the model could not hold what it found to be there');
  p.status = 'agreed';
  return true;
}

/** Silent: a purchase that waits and that too few still join ends at once, because it can only be agreed with so many. */
function perhapsTooFew(p: Proposal): void {
  if (p.status !== 'waiting' || p.wish.kind !== 'buy' || joiners(p).length >= p.wish.buy.offer.minPeople) return;
  p.status = 'not-agreed';
  p.because = ['too-few-people'];
}

/** Offers free money: to the next session of each order, then to each waiting purchase, until nothing changes. */
export function offerFree(pool: Pool, now: number): void {
  pool.proposals.forEach(perhapsTooFew);
  for (let again = true; again; ) {
    again = false;
    for (const order of pool.orders) {
      if (!runs(order)) continue;
      const held = order.sessions.filter((s) => s.held).length;
      const next = order.sessions.find((s) => s.status === 'planned' && !s.held);
      if (!next) continue;
      const near = next.on <= plusDays(dayAt(now), 7);
      if ((held < order.buy.heldAhead || near) && hold(pool, order, next)) again = true;
    }
    for (const p of pool.proposals) if (p.status === 'waiting' && place(pool, p, now)) again = true;
  }
}

export function finish(order: Order): void {
  if (!runs(order) || !order.sessions.every(isOver)) return;
  order.status = 'done';
}

/** What cancelling by the pool costs: with less notice than the offer asks for, a part of the price of a session that is funded. */
export function poolCancels(pool: Pool, order: Order, only: number | undefined, now: number): void {
  const { hours, chargePercent } = order.buy.offer.cancellation;
  for (const session of order.sessions) {
    // Silent: a session that has begun is not cancelled any more; it is delivered, disputed or settled back.
    if (!isToCome(session) || session.start <= now || (only !== undefined && session.n !== only)) continue;
    const late = session.start - now < hours * HOUR;
    const price = session.held ? priceFor(order, session.people.length) : 0;
    const charge = late && order.status === 'accepted' ? Math.floor((price * chargePercent) / 100) : 0;
    if (charge > 0) settle(pool, order, session, charge);
    else cancelFree(pool, order, session);
  }
  if (only === undefined) order.status = 'cancelled';
  else finish(order);
}

function carryOut(pool: Pool, p: Proposal, now: number): void {
  const { wish } = p;
  if (wish.kind === 'agreement') {
    p.status = 'agreed';
    pool.pending = { terms: wish.terms, version: (pool.pending?.version ?? pool.version) + 1, signed: [] };
  } else if (wish.kind === 'cancel') {
    p.status = 'agreed';
    const order = pool.orders.find(({ key }) => key === wish.order);
    const waiting = pool.proposals.find(({ key, status }) => `${key}o` === wish.order && status === 'waiting');
    if (order && runs(order)) poolCancels(pool, order, wish.session, now);
    if (waiting) waiting.status = 'withdrawn';
  } else {
    const because: string[] = [];
    const first = newSessions({ buy: wish.buy })[0]?.start ?? 0;
    if (first <= now) because.push('too-late');
    if (joiners(p).length < wish.buy.offer.minPeople) because.push('too-few-people');
    if (because.length > 0) Object.assign(p, { status: 'not-agreed', because });
    else if (!place(pool, p, now)) p.status = 'waiting';
  }
}

/** Decides a proposal when everybody has voted or its time is up. */
export function decide(pool: Pool, p: Proposal, now: number, timeIsUp = false): void {
  if (p.status !== 'open') return;
  const all = p.electors.every((who) => who in p.votes);
  if (!all && !timeIsUp) return;
  if (passes(p)) carryOut(pool, p, now);
  else p.status = 'not-agreed';
  if (p.status === 'not-agreed') p.because = [...(p.because ?? []), ...(passes(p) ? [] : ['votes'])];
  if (p.status === 'not-agreed' && p.wish.kind === 'buy') {
    if ((newSessions({ buy: p.wish.buy })[0]?.start ?? 0) <= now) p.because?.push('too-late');
    if (joiners(p).length < p.wish.buy.offer.minPeople) p.because?.push('too-few-people');
  }
}

/** Ends a waiting purchase whose first session begins without its money. */
export function lapse(pool: Pool, p: Proposal, now: number): void {
  const lacks = missing(pool, p, now).some(({ pence }) => pence > 0);
  p.status = 'not-agreed';
  // Silent: why a purchase ends that waited only for somebody to agree to more.
  p.because = lacks ? ['money'] : ['money', 'too-late', 'votes'];
}
