// Proposing, voting, withdrawing.
import { DAY, instantOf } from './days.ts';
import { decide, joiners, missing, offerFree } from './deciding.ts';
import { isMember } from './leaving.ts';
import { runs } from './orders.ts';
import type { Step } from './steps.ts';
import { type Expected, fine, type Pool, type Proposal, refused, type Wish, type World } from './types.ts';

export type ProposalStep = Extract<Step, { do: 'buy' | 'cancel' | 'terms' | 'vote' | 'unvote' | 'withdraw' }>;
type Of<Do extends Step['do']> = Extract<Step, { do: Do }>;

function propose(
  world: World,
  pool: Pool,
  step: Of<'buy' | 'cancel' | 'terms'>,
  wish: Wish,
  runner?: string,
): Expected {
  const electors = pool.members.map(({ who }) => who).filter((who) => who !== runner);
  const first = wish.kind === 'buy' ? instantOf(wish.buy.startsOn, wish.buy.time) : Number.POSITIVE_INFINITY;
  const why: string[] = [];
  if (electors.length === 0) why.push('own-enterprise');
  if (first <= world.now) why.push('starts-in-the-past');
  if (why.length > 0) return refused(...why);
  pool.proposals.push({
    key: step.key,
    by: step.who,
    wish,
    rule: pool.terms.decisionRule,
    quorum: pool.terms.quorum,
    closesAt: Math.min(world.now + pool.terms.votingDays * DAY, first),
    electors,
    votes: {},
    status: 'open',
  });
  // Silent: whether somebody who runs the enterprise may propose it to the others.
  return fine({}, step.who === runner ? ['own-enterprise'] : []);
}

function cancel(world: World, pool: Pool, step: Of<'cancel'>): Expected {
  const wish: Wish = { kind: 'cancel', order: step.order, session: step.session };
  const order = pool.orders.find(({ key }) => key === step.order);
  const waiting = pool.proposals.find(({ key }) => `${key}o` === step.order);
  const offer = order?.buy.offer ?? (waiting?.wish.kind === 'buy' ? waiting.wish.buy.offer : undefined);
  if (!offer) return refused('no-such-commission', 'not-found');
  if (order && !runs(order)) return refused('commission-over', 'no-such-commission', 'not-found');
  if (!order && waiting?.status !== 'waiting') return refused('already-decided', 'no-such-commission', 'not-found');
  const session = order?.sessions.find(({ n }) => n === step.session);
  if (step.session !== undefined && !session) return refused('no-such-commission', 'session-over');
  const answer = propose(world, pool, step, wish, offer.runner);
  // Silent: whether a session that is over can still be put up for cancelling.
  return session && session.status !== 'planned' && answer.ok
    ? { ...answer, perhaps: ['session-over', 'commission-over', 'no-such-commission'] }
    : answer;
}

function vote(world: World, pool: Pool, p: Proposal, step: Of<'vote'>): Expected {
  const { who, choice, joining, upTo } = step;
  const buy = p.wish.kind === 'buy' ? p.wish.buy : undefined;
  const why: string[] = [];
  if (!p.electors.includes(who)) why.push('not-an-elector', 'own-enterprise');
  const mine = p.votes[who];
  if (p.status !== 'open' && p.status !== 'waiting') why.push('already-decided');
  if (p.status === 'waiting' && mine && mine.choice !== choice) why.push('already-decided');
  const others = joiners(p).filter((one) => one.who !== who).length;
  if (buy && joining && others >= buy.offer.maxPeople) why.push('no-places-left');
  // Silent: whether somebody who did not vote may still join a purchase that waits.
  if (why.length > 0) return refused(...why, ...(p.status === 'waiting' && !mine ? ['already-decided'] : []));
  const { priceModel, pricePence, minPeople } = buy?.offer ?? { priceModel: 'per-person', pricePence: 0, minPeople: 1 };
  const usual = priceModel === 'per-person' ? pricePence : Math.ceil(pricePence / minPeople);
  p.votes[who] = { choice, joining: buy !== undefined && joining, upTo: upTo ?? usual };
  const waited = p.status === 'waiting';
  if (p.status === 'open') decide(pool, p, world.now);
  offerFree(pool, world.now);
  // Silent: whether somebody who did not vote may still join a purchase that waits.
  return fine({ status: p.status }, waited && !mine ? ['already-decided'] : []);
}

export function applyToProposal(world: World, step: ProposalStep): Expected {
  const pool = world.pools.find(({ key }) => key === step.pool);
  if (!pool || !isMember(pool, step.who)) return refused('not-found');
  if (step.do === 'cancel') return cancel(world, pool, step);
  if (step.do === 'terms') return propose(world, pool, step, { kind: 'agreement', terms: step.terms });
  if (step.do === 'buy') {
    const offer = world.offers.find(({ key }) => key === step.offer);
    if (!offer) return refused('no-such-offer');
    const { sessions, startsOn, time, everyDays, heldAhead = sessions } = step;
    const buy = { offer, sessions, startsOn, time, everyDays, heldAhead };
    return propose(world, pool, step, { kind: 'buy', buy }, offer.runner);
  }
  const p = pool.proposals.find(({ key }) => key === step.proposal);
  if (!p) return refused('not-found');
  if (step.do === 'vote') return vote(world, pool, p, step);
  if (step.do === 'unvote') {
    if (p.status !== 'open') return refused('already-decided');
    if (!(step.who in p.votes)) return refused('not-voted');
    delete p.votes[step.who];
    return fine();
  }
  if (p.status !== 'open') return refused('already-decided', ...(p.by === step.who ? [] : ['not-the-proposer']));
  if (p.by !== step.who) return refused('not-the-proposer');
  p.status = 'withdrawn';
  return fine();
}

/** What is asked of whom before a purchase that waits becomes an order. */
export const missingNow = (world: World, pool: Pool, p: Proposal) =>
  p.status === 'waiting' ? missing(pool, p, world.now) : [];
