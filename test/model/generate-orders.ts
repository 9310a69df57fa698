// Makes up what people do about purchases and orders.
import { dayAt, plusDays } from './days.ts';
import { priceFor } from './orders.ts';
import type { Random } from './random.ts';
import type { Step } from './steps.ts';
import type { Order, Pool, Proposal, World } from './types.ts';

function buying(random: Random, world: World, pool: Pool, who: string, key: string): Step {
  const sessions = random.one([1, 1, 2, 3, 4, 6]);
  const heldAhead = random.one([undefined, undefined, 1, 2]);
  return {
    do: 'buy',
    who,
    pool: pool.key,
    key,
    offer: random.one(world.offers).key,
    sessions,
    startsOn: plusDays(dayAt(world.now), random.one([0, 1, 3, 6, 7, 8, 9, 14, 20])),
    time: random.one(['10:00', '00:30', '18:00', '23:30']),
    everyDays: random.one([7, 7, 1, 3, 14]),
    ...(heldAhead === undefined ? {} : { heldAhead }),
  };
}

function voting(random: Random, pool: Pool, p: Proposal, who: string): Step {
  const mine = p.votes[who];
  const choice =
    p.status === 'waiting' && mine && !random.chance(0.05)
      ? mine.choice
      : random.one(['agree', 'agree', 'agree', 'agree', 'agree', 'agree', 'abstain', 'disagree', 'block'] as const);
  const buys = p.wish.kind === 'buy' ? p.wish.buy : undefined;
  const joining =
    buys !== undefined && (choice === 'agree' ? random.chance(0.85) : choice === 'abstain' && random.chance(0.3));
  const price = buys?.offer.pricePence ?? 0;
  const upTo = random.one([
    undefined,
    undefined,
    price,
    price,
    Math.ceil(price / 3),
    Math.ceil(price / 2),
    random.between(0, price),
  ]);
  return {
    do: 'vote',
    who,
    pool: pool.key,
    proposal: p.key,
    choice,
    joining,
    ...(upTo === undefined || !joining ? {} : { upTo }),
  };
}

function onOrder(random: Random, world: World, pool: Pool, order: Order, who: string, key: string): Step | undefined {
  const session = random.one(order.sessions);
  const past = order.sessions.filter(
    ({ start, status }) => start <= world.now && ['planned', 'delivered'].includes(status),
  );
  const n = past.length > 0 && !random.chance(0.2) ? random.one(past).n : session.n;
  const people = order.participants.map((one) => one.who);
  const by = people.length > 0 && !random.chance(0.05) ? random.one(people) : who;
  const what = random.between(0, 99);
  if (order.status === 'requested' && what < 60) return { do: 'answer', order: order.key, yes: random.chance(0.85) };
  if (what < 30) return { do: 'deliver', order: order.key, session: n };
  if (what < 48) return { do: 'confirm', who: by, order: order.key, session: n };
  if (what < 54) return { do: 'dispute', who: by, order: order.key, session: n };
  if (what < 66) {
    const disputed = order.sessions.filter(({ status }) => status === 'disputed');
    const one = disputed.length > 0 ? random.one(disputed) : session;
    const price = priceFor(order, Math.max(1, one.people.length));
    const pence = random.one([
      0,
      price,
      Math.floor(price / 2),
      Math.floor(price / 2),
      Math.floor(price / 3) + 1,
      price + 1,
    ]);
    return {
      do: 'resolve',
      who: random.one([by, by, order.buy.offer.runner, order.buy.offer.runner, 'broker']),
      order: order.key,
      session: one.n,
      pence,
    };
  }
  if (what < 72) return { do: 'limit', who: by, order: order.key, pence: random.one([0, 100, 500, 501, 3001, 1000]) };
  if (what < 90) return { do: 'attend', who: by, order: order.key, session: session.n, coming: random.chance(0.3) };
  if (what < 92) return { do: 'stop', order: order.key, ...(random.chance(0.6) ? { session: session.n } : {}) };
  if (what < 97)
    return {
      do: 'cancel',
      who,
      pool: pool.key,
      key,
      order: order.key,
      ...(random.chance(0.6) ? { session: session.n } : {}),
    };
  return undefined;
}

export function generateForOrders(
  random: Random,
  world: World,
  pool: Pool,
  who: string,
  key: string,
  only: string,
): Step | undefined {
  const undecided = pool.proposals.filter(({ status }) => status === 'open' || status === 'waiting');
  const running = pool.orders.filter(({ status }) => status === 'requested' || status === 'accepted');
  if (undecided.length < 2 && running.length < 4 && random.chance(0.3)) return buying(random, world, pool, who, key);
  if (undecided.length > 0 && random.chance(0.5)) {
    const p = random.one(undecided);
    const yet = p.electors.filter((one) => !(one in p.votes));
    const by = yet.length > 0 && random.chance(0.8) ? random.one(yet) : who;
    if (p.status === 'waiting' && random.chance(0.08))
      return { do: 'cancel', who: by, pool: pool.key, key, order: `${p.key}o` };
    if (random.chance(0.03)) return { do: 'unvote', who: by, pool: pool.key, proposal: p.key };
    if (random.chance(0.03))
      return { do: 'withdraw', who: random.chance(0.7) ? p.by : by, pool: pool.key, proposal: p.key };
    return voting(random, pool, p, by);
  }
  const orders = running.length > 0 && (only.includes('nofinished') || !random.chance(0.03)) ? running : pool.orders;
  return orders.length > 0 ? onOrder(random, world, pool, random.one(orders), who, key) : undefined;
}
