// Makes up what people do next, from a seed and from what the model knows: mostly sensible, sometimes not.
import { dayAt, instantOf, plusDays } from './days.ts';
import { generateForOrders } from './generate-orders.ts';
import { available } from './grants.ts';
import type { Cast } from './kitty.ts';
import { type Random, randomFrom } from './random.ts';
import type { Batch, Step } from './steps.ts';
import type { Pool, Terms, World } from './types.ts';

const STREAMS = ['social-care', 'health', 'education', 'employment', 'justice', 'neighbourhood'];
const STARTS = [
  '2026-06-08T22:30:00Z',
  '2026-06-01T09:00:00Z',
  '2026-07-14T06:15:00Z',
  '2026-01-12T23:40:00Z',
  '2026-05-20T12:00:00Z',
];

export function castFor(seed: number): Cast {
  const random = randomFrom(seed * 7919 + 1);
  return { people: random.one([3, 3, 4, 4, 5, 6, 8]), startsAt: random.one(STARTS) };
}

const terms = (random: Random): Terms => ({
  decisionRule: random.one(['everyone', 'consent', 'two-thirds', 'majority'] as const),
  quorum: random.between(1, 3),
  votingDays: random.one([1, 3, 7, 14]),
  noticeWeeks: random.one([0, 1, 2, 4]),
  absence: random.one(['pay', 'free-with-notice', 'free-with-notice'] as const),
  openBooks: random.chance(0.2),
});

/** Grants, offers and pools to begin with. */
function setUp(random: Random, cast: Cast, day: string, only: string): Step[] {
  const steps: Step[] = [];
  const people = Array.from({ length: cast.people }, (_, i) => `h${i}`);
  for (const owner of people) {
    const count = random.between(1, 3);
    for (let i = 0; i < count; i++) {
      const startsOn = plusDays(day, random.one([0, 0, 0, -10, -40, 5]));
      const instalment = random.one(['once', 'weekly', 'four-weekly'] as const);
      const periods = random.between(4, 30);
      const length = instalment === 'four-weekly' ? Math.ceil(periods / 4) * 28 : periods * 7;
      const whole = instalment === 'once' ? 1 : length / (instalment === 'weekly' ? 7 : 28);
      const each = random.one([2000, 3333, 12_000, 777, 5001]) * (instalment === 'once' ? 8 : 1);
      // Not only whole periods: some days more than they fill. The ends of one person’s lots differ.
      const odd = random.between(0, 2) * 2 + i;
      const more = instalment === 'once' ? i : only.includes('whole') ? 0 : odd;
      steps.push({
        do: 'grant',
        grant: {
          key: `a${owner}-${i}`,
          owner,
          stream: STREAMS[(Number(owner.slice(1)) + i) % STREAMS.length] ?? 'health',
          granted: each * whole,
          startsOn,
          endsOn: plusDays(startsOn, length - 1 + more),
          instalment,
          pooling: !random.chance(0.06),
          outcomes: random.chance(0.9) ? ['friendship', 'fitness'] : ['learning'],
        },
      });
    }
  }
  for (let i = 0; i < 4; i++) {
    const minPeople = random.one([1, 1, 2, 2, 3]);
    steps.push({
      do: 'list',
      offer: {
        key: `offer${i}`,
        runner: i === 3 && !only.includes('noconflict') ? 'h0' : 'e0',
        priceModel: random.one(['per-session', 'per-session', 'per-person'] as const),
        pricePence: random.one([1000, 1001, 700, 2000, 3001, 499, 101, 10]),
        minPeople,
        maxPeople: Math.max(minPeople, random.one([2, 3, 12])),
        cancellation: { hours: random.one([0, 24, 48, 200]), chargePercent: random.one([0, 50, 33, 100]) },
      },
    });
  }
  const pools = random.between(2, 3);
  for (let i = 0; i < pools; i++) {
    const key = `pool${i}`;
    const members = people.filter((_, n) => n === i || random.chance(0.75));
    const [opener = 'h0', ...others] = members;
    steps.push({ do: 'open', who: opener, key, outcomes: ['friendship'], terms: terms(random) });
    steps.push({ do: 'invite', who: opener, pool: key, key: `code${i}`, uses: 40, days: 60 });
    for (const who of others) steps.push({ do: 'join', who, code: `code${i}`, version: 1 });
  }
  return steps;
}

const amount = (random: Random, most: number): number =>
  random.chance(0.2)
    ? Math.max(1, most)
    : random.chance(0.06)
      ? most + 1
      : Math.max(1, random.between(1, Math.max(1, most)));

/** Money, members and agreements. */
function generateForPool(
  random: Random,
  world: World,
  pool: Pool,
  who: string,
  key: string,
  only = '',
): Step | undefined {
  const mine = world.allocations.filter(({ owner }) => owner === who);
  const a = random.chance(0.03) ? random.one(world.allocations) : random.one(mine);
  const what = random.between(0, 99);
  if (what < 50) {
    const most = a.owner === who ? available(world, a) : 1000;
    const standing = !only.includes('nostanding') && a.instalment !== 'once' ? random.chance(0.4) : random.chance(0.02);
    return { do: 'put', who, pool: pool.key, alloc: a.key, pence: amount(random, most), standing };
  }
  if (what < 68) {
    const lots = pool.lots.filter(({ owner }) => owner === who);
    if (lots.length === 0) return undefined;
    const lot = random.one(lots);
    return { do: 'take', who, pool: pool.key, alloc: lot.alloc, pence: amount(random, lot.free) };
  }
  if (what < 76) return { do: 'standing', who, pool: pool.key, alloc: a.key, pence: random.one([0, 100, 777, 3333]) };
  if (what < 80) return { do: 'pause', who, pool: pool.key, paused: !pool.paused.includes(who) || random.chance(0.1) };
  if (what < 83) return { do: 'leave', who, pool: pool.key };
  if (what < 86) return { do: 'terms', who, pool: pool.key, key, terms: terms(random) };
  if (what < 92 && pool.pending)
    return { do: 'sign', who, pool: pool.key, version: pool.pending.version - (random.chance(0.1) ? 1 : 0) };
  if (what < 98)
    return {
      do: 'join',
      who,
      code: `code${pool.key.slice(4)}`,
      version:
        (pool.pending?.version ?? pool.version) - (random.chance(0.1) && !only.includes('noversion') ? 1 : 0) || 1,
    };
  return {
    do: 'invite',
    who,
    pool: pool.key,
    key: `code-${key}`,
    uses: random.between(1, 3),
    days: random.between(1, 30),
  };
}

function waiting(random: Random, world: World, only: string): Step {
  const late = random.chance(0.3) && !only.includes('punctual');
  const minutes = (to: number): number => Math.max(1, Math.round((to - world.now) / 60_000));
  const day = dayAt(world.now);
  const starts = world.pools
    .flatMap(({ orders }) => orders.flatMap(({ sessions }) => sessions))
    .filter(({ start, status }) => status === 'planned' && start > world.now)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  const [soonest] = starts;
  if (soonest && random.chance(0.35)) return { do: 'wait', minutes: minutes(soonest + 5 * 60_000), late };
  if (random.chance(0.25))
    return { do: 'wait', minutes: minutes(instantOf(plusDays(day, 1), random.one(['00:01', '00:30', '01:30']))), late };
  return { do: 'wait', minutes: random.one([7, 200, 1440, 1440, 2 * 1440, 3 * 1440, 7 * 1440, 7 * 1440 + 3]), late };
}

export function generator(seed: number, cast: Cast, length: number, only = '') {
  const random = randomFrom(seed);
  const opening = setUp(random, cast, dayAt(Date.parse(cast.startsAt)), only);
  let made = 0;
  const people = Array.from({ length: cast.people }, (_, i) => `h${i}`);
  const one = (world: World): Step => {
    for (;;) {
      const pool = random.one(world.pools);
      const members = pool.members.map((member) => member.who);
      const who = members.length > 0 && !random.chance(0.05) ? random.one(members) : random.one(people);
      const key = `p${made++}`;
      const step =
        only.includes('money') || random.chance(0.3)
          ? generateForPool(random, world, pool, who, key, only)
          : generateForOrders(random, world, pool, who, key, only);
      if (step) return step;
    }
  };
  return (world: World, round: number): Batch | undefined => {
    if (round >= length) return undefined;
    const begins = opening[round];
    if (begins) return { steps: [{ step: begins, copies: 1 }] };
    if (world.pools.length === 0) return undefined;
    if (random.chance(0.12)) return { steps: [{ step: waiting(random, world, only), copies: 1 }] };
    const together = random.chance(0.15) ? random.between(2, 4) : 1;
    const steps = Array.from({ length: together }, () => one(world));
    return { steps: steps.map((step) => ({ step, copies: random.chance(0.12) ? random.between(2, 4) : 1 })) };
  };
}
