// What the enterprise, the participants and those who settle disputes do with an order.
import { DAY, HOUR } from './days.ts';
import { freeFor, giveBack, heldBy, setAside } from './money.ts';
import {
  cancelFree,
  coming,
  dealAnew,
  dearest,
  isOver,
  isToCome,
  participant,
  priceFor,
  runs,
  settle,
} from './orders.ts';
import type { Step } from './steps.ts';
import { type Expected, fine, type Order, type Pool, refused, type Session, type World } from './types.ts';

export type OrderStep = Extract<
  Step,
  { do: 'answer' | 'stop' | 'deliver' | 'confirm' | 'dispute' | 'resolve' | 'limit' | 'attend' }
>;
type Of<Do extends Step['do']> = Extract<Step, { do: Do }>;

function stop(pool: Pool, order: Order, step: Of<'stop'>): Expected {
  if (!runs(order)) return refused('commission-over', 'session-over');
  const targets = order.sessions.filter((s) => step.session === undefined || s.n === step.session);
  const open = targets.filter(isToCome);
  if (targets.length === 0) return refused('not-found', 'session-over');
  if (open.length === 0 && step.session !== undefined) return refused('session-over', 'commission-over');
  for (const session of open) cancelFree(pool, order, session);
  if (step.session === undefined) order.status = 'cancelled';
  // Silent: whether an order of which everything has taken place can be cancelled.
  return fine({}, open.length === 0 ? ['commission-over', 'session-over'] : []);
}

function deliver(world: World, order: Order, session: Session): Expected {
  const why: string[] = [];
  if (!runs(order) && !(session.held && isToCome(session))) why.push('commission-over', 'session-over');
  if (order.status === 'requested') why.push('not-accepted');
  if (!isToCome(session)) why.push('session-over', ...(session.status === 'not-funded' ? ['not-funded'] : []));
  else if (!session.held) why.push('not-funded');
  if (session.start > world.now) why.push('not-yet');
  if (why.length > 0) return refused(...why);
  session.status = 'delivered';
  session.releasesAt = world.now + 7 * DAY;
  return fine();
}

function confirm(world: World, pool: Pool, order: Order, session: Session, who: string): Expected {
  if (!participant(order, who)) return refused('not-found', 'own-enterprise');
  const elsewhere = coming(order, session).includes(who) ? [] : ['not-found', 'not-coming'];
  if (session.status === 'planned')
    return refused('not-delivered', ...elsewhere, ...(runs(order) ? [] : ['commission-over']));
  if (session.status !== 'delivered') return refused('session-over', 'commission-over', 'not-delivered', ...elsewhere);
  if (session.confirmed.includes(who)) return refused('already-confirmed');
  session.confirmed.push(who);
  session.releasesAt = Math.min(session.releasesAt ?? 0, world.now + 24 * HOUR) || world.now + 24 * HOUR;
  if (session.people.every((one) => session.confirmed.includes(one)))
    settle(pool, order, session, priceFor(order, session.people.length));
  // Silent: whether somebody who did not come may confirm.
  return fine({}, session.people.includes(who) ? [] : ['not-found', 'not-coming']);
}

function dispute(world: World, order: Order, session: Session, who: string): Expected {
  if (!participant(order, who)) return refused('not-found', 'own-enterprise');
  const why: string[] = [];
  if (!runs(order) && !session.held) why.push('commission-over', 'session-over');
  if (order.status === 'requested') why.push('not-accepted');
  if (session.start > world.now) why.push('not-yet');
  if (isOver(session)) why.push('session-over');
  if (isToCome(session) && !session.held) why.push('not-funded', 'session-over', 'not-yet');
  if (session.status === 'disputed') why.push('session-over', 'already-disputed');
  if (why.length > 0 && !coming(order, session).includes(who)) why.push('not-found', 'not-coming');
  if (why.length > 0) return refused(...why);
  session.status = 'disputed';
  session.disputedAt = world.now;
  delete session.releasesAt;
  return fine({}, session.people.includes(who) ? [] : ['not-found', 'not-coming']);
}

function resolve(pool: Pool, order: Order, session: Session, { who, pence }: Of<'resolve'>): Expected {
  const decides = who === 'broker' || who === 'funder';
  const sells = who === order.buy.offer.runner;
  if (!decides && !sells && !participant(order, who)) return refused('not-found', 'own-enterprise');
  const why: string[] = [];
  if (session.status !== 'disputed') why.push('not-disputed', 'commission-over', 'session-over', 'not-found');
  if (pence > priceFor(order, coming(order, session).length)) why.push('more-than-price');
  if (why.length > 0) return refused(...why);
  if (sells) session.said.enterprise = pence;
  else if (!decides) session.said.pool = pence;
  const { pool: ours, enterprise: theirs } = session.said;
  if (decides || (ours !== undefined && ours === theirs)) settle(pool, order, session, pence);
  return fine();
}

function attend(world: World, pool: Pool, order: Order, session: Session, step: Of<'attend'>): Expected {
  const one = participant(order, step.who);
  if (!one) return refused('not-found', 'own-enterprise');
  const why: string[] = [];
  if (!runs(order)) why.push('commission-over', 'session-over');
  if (!isToCome(session)) why.push('session-over');
  const { offer } = order.buy;
  const before = coming(order, session);
  const comes = before.includes(step.who);
  if (why.length === 0 && step.coming === comes) {
    if (comes) return fine();
    // Silent: saying twice that I cannot come.
    return fine({}, ['absence-is-paid', 'too-late-for-absence', 'others-would-not-cover']);
  }
  if (pool.terms.absence === 'pay') why.push('absence-is-paid');
  if (world.now > session.start - offer.cancellation.hours * HOUR) why.push('too-late-for-absence');
  const after = step.coming
    ? order.list.filter((who) => who === step.who || before.includes(who))
    : before.filter((who) => who !== step.who);
  if (after.length < offer.minPeople) why.push('others-would-not-cover');
  if (after.length === 0) return refused(...why, 'others-would-not-cover');
  const [was, is] = [before.length > 0 ? dearest(order, before.length) : 0, dearest(order, after.length)];
  for (const who of after) {
    const asked = is > was || who === step.who;
    if (asked && (participant(order, who)?.upTo ?? 0) < is) why.push('others-would-not-cover');
    if (asked && session.held) {
      // The dearest share is what must be there, at most: who gives the odd penny follows from the deal.
      const least = Math.floor(priceFor(order, after.length) / after.length) - heldBy(session, who);
      if (freeFor(pool, who, session.on) < least) why.push('others-would-not-cover', 'not-available');
    }
  }
  if (why.length > 0) return refused(...why);
  if (step.coming) session.away = session.away.filter((who) => who !== step.who);
  else session.away.push(step.who);
  if (session.held) {
    giveBack(pool, session, step.who);
    session.people = after;
    const price = priceFor(order, after.length);
    const least = Math.floor(price / after.length);
    let left = price;
    for (const who of after) {
      if (heldBy(session, who) > least) giveBack(pool, session, who, least);
      setAside(pool, session, who, least - heldBy(session, who));
      left -= least;
    }
    oddPennies(pool, session, after, left);
  }
  dealAnew(pool, order);
  return fine();
}

/** Any who have them, for a moment: they are dealt anew at once. */
function oddPennies(pool: Pool, session: Session, people: readonly string[], pennies: number): void {
  let left = pennies;
  for (const who of people) {
    if (left === 0 || freeFor(pool, who, session.on) === 0) continue;
    setAside(pool, session, who, 1);
    left -= 1;
  }
}

/** Silent: what somebody who has left may still do about sessions that they come to; where they see nothing any more, nothing. */
export function applyToOrder(world: World, step: OrderStep): Expected {
  const answer = applyAsMember(world, step);
  const pool = world.pools.find(({ orders }) => orders.some(({ key }) => key === step.order));
  if (!pool || !('who' in step) || !/^h/.test(step.who) || pool.members.some((one) => one.who === step.who))
    return answer;
  if (pool.orders.some(({ key, buy }) => key === step.order && buy.offer.runner === step.who)) return answer;
  return answer.ok
    ? { ...answer, perhaps: [...answer.perhaps, 'not-found', 'still-leaving'] }
    : refused(...answer.codes, 'not-found', 'still-leaving');
}

function applyAsMember(world: World, step: OrderStep): Expected {
  const pool = world.pools.find(({ orders }) => orders.some(({ key }) => key === step.order));
  const order = pool?.orders.find(({ key }) => key === step.order);
  if (!pool || !order) return refused('not-found');
  if (step.do === 'answer') {
    if (order.status !== 'requested') return refused('already-answered', 'commission-over');
    if (step.yes) order.status = 'accepted';
    else {
      for (const session of order.sessions) cancelFree(pool, order, session);
      order.status = 'refused';
    }
    return fine();
  }
  if (step.do === 'stop') return stop(pool, order, step);
  if (step.do === 'limit') {
    const one = participant(order, step.who);
    if (!one) return refused('not-found', 'own-enterprise');
    if (!runs(order)) return refused('commission-over');
    one.upTo = step.pence;
    return fine();
  }
  const session = order.sessions.find(({ n }) => n === step.session);
  if (!session) return refused('not-found');
  if (step.do === 'deliver') return deliver(world, order, session);
  if (step.do === 'resolve') return resolve(pool, order, session, step);
  if (step.do === 'attend') return attend(world, pool, order, session, step);
  return step.do === 'confirm'
    ? confirm(world, pool, order, session, step.who)
    : dispute(world, order, session, step.who);
}
