// What each step does in the model, and what the API must answer.
import { dayAt, instantOf, plusDays } from './days.ts';
import { finish, offerFree } from './deciding.ts';
import { hasEnded } from './grants.ts';
import { anythingLeft, isMember, leave, perhapsInForce, sendHome } from './leaving.ts';
import { heldFor } from './money.ts';
import { priceFor } from './orders.ts';
import { addToLot, setStanding, totals, whyNotPut } from './putting.ts';
import { applyToOrder, type OrderStep } from './sessions.ts';
import type { Step } from './steps.ts';
import { advance } from './time.ts';
import { type Expected, fine, type Pool, refused, type World } from './types.ts';
import { applyToProposal } from './voting.ts';

type Of<Do extends Step['do']> = Extract<Step, { do: Do }>;
const NOT_FOUND = refused('not-found');

const poolOf = (world: World, key: string): Pool | undefined => world.pools.find((pool) => pool.key === key);

function open(world: World, { who, key, outcomes, terms }: Of<'open'>): Expected {
  world.pools.push({
    key,
    outcomes,
    terms,
    version: 1,
    members: [{ who }],
    leavers: [],
    lots: [],
    paused: [],
    proposals: [],
    orders: [],
    released: 0,
    invitations: [],
  });
  return fine();
}

function invite(world: World, { who, pool: key, key: code, uses, days }: Of<'invite'>): Expected {
  const pool = poolOf(world, key);
  if (!pool || !isMember(pool, who)) return NOT_FOUND;
  const endsOn = plusDays(dayAt(world.now), days);
  pool.invitations.push({ key: code, left: uses, endsAt: instantOf(plusDays(endsOn, 1)) });
  return fine({ uses, endsOn });
}

function join(world: World, { who, code, version }: Of<'join'>): Expected {
  const pool = world.pools.find(({ invitations }) => invitations.some(({ key }) => key === code));
  const invitation = pool?.invitations.find(({ key }) => key === code);
  if (!pool || !invitation) return refused('invitation-over');
  const why: string[] = [];
  if (invitation.left === 0 || invitation.endsAt <= world.now) why.push('invitation-over');
  if (isMember(pool, who)) why.push('already-a-member');
  const leaving = pool.leavers.find((one) => one.who === who);
  if (leaving && anythingLeft(pool, who)) why.push('still-leaving');
  if (version !== (pool.pending?.version ?? pool.version)) why.push('agreement-changed');
  if (why.length > 0) return refused(...why);
  invitation.left -= 1;
  pool.members.push({ who });
  pool.leavers = pool.leavers.filter((one) => one.who !== who);
  pool.pending?.signed.push(who);
  perhapsInForce(pool);
  // Silent: whether somebody whose notice runs, but who has nothing held, may come back.
  return fine({}, [...(leaving ? ['still-leaving'] : []), ...(isAlone(pool) ? ['invitation-over'] : [])]);
}

/** Silent: whether a pool that all have left can be joined. */
const isAlone = (pool: Pool): boolean => pool.members.length === 1;

function sign(world: World, { who, pool: key, version }: Of<'sign'>): Expected {
  const pool = poolOf(world, key);
  if (!pool || !isMember(pool, who)) return NOT_FOUND;
  const { pending } = pool;
  if (!pending) return refused('nothing-to-sign', 'already-signed', 'agreement-changed');
  if (version !== pending.version) return refused('nothing-to-sign', 'agreement-changed');
  if (pending.signed.includes(who)) return refused('already-signed');
  pending.signed.push(who);
  perhapsInForce(pool);
  return fine({ version, inForce: pool.version === version });
}

function put(world: World, { who, pool: key, alloc, pence, standing }: Of<'put'>): Expected {
  const pool = poolOf(world, key);
  const a = world.allocations.find((one) => one.key === alloc);
  if (!pool || !a || a.owner !== who) return NOT_FOUND;
  const why = whyNotPut(world, pool, a, pence, standing);
  // Silent: whether the allocation or the pool is judged first.
  if (!isMember(pool, who)) why.push('not-found');
  if (why.length > 0) return refused(...why);
  addToLot(pool, a, pence);
  if (standing) setStanding(world, a, pool, pence);
  offerFree(pool, world.now);
  return fine({ freePence: totals(pool).free });
}

function standing(world: World, { who, pool: key, alloc, pence }: Of<'standing'>): Expected {
  const pool = poolOf(world, key);
  const a = world.allocations.find((one) => one.key === alloc);
  if (!pool || !a || a.owner !== who) return NOT_FOUND;
  if (!a.standing.some((one) => one.pool === key)) return refused('nothing-standing', 'not-found', 'allocation-ended');
  setStanding(world, a, pool, pence);
  // Silent: whether a standing contribution of an allocation that has ended is still there.
  return fine({}, hasEnded(a, world.now) ? ['nothing-standing', 'allocation-ended'] : []);
}

function pause(world: World, { who, pool: key, paused }: Of<'pause'>): Expected {
  const pool = poolOf(world, key);
  if (!pool || !isMember(pool, who)) return NOT_FOUND;
  if (pool.paused.includes(who) === paused) return refused(paused ? 'already-paused' : 'not-paused');
  pool.paused = paused ? [...pool.paused, who] : pool.paused.filter((one) => one !== who);
  return fine();
}

function take(world: World, { who, pool: key, alloc, pence }: Of<'take'>): Expected {
  const pool = poolOf(world, key);
  if (!pool || !isMember(pool, who)) return NOT_FOUND;
  const lot = pool.lots.find((one) => one.owner === who && one.alloc === alloc);
  if (!lot || lot.free < pence) return refused('not-available', ...(lot && lot.free > 0 ? [] : ['not-found']));
  lot.free -= pence;
  return fine({ freePence: totals(pool).free });
}

function goAway(world: World, { who, pool: key }: Of<'leave'>): Expected {
  const pool = poolOf(world, key);
  if (!pool || !isMember(pool, who)) return NOT_FOUND;
  const { home, held, endsOn } = leave(world, pool, who);
  offerFree(pool, world.now);
  return fine({ returnedPence: home, stillHeldPence: held, endsOn });
}

function applyNow(world: World, step: Step): Expected {
  switch (step.do) {
    case 'grant':
      world.allocations.push({ ...step.grant, reductions: [], returned: 0, lastInstalment: 0, standing: [] });
      return fine();
    case 'list':
      world.offers.push(step.offer);
      return fine();
    case 'open':
      return open(world, step);
    case 'invite':
      return invite(world, step);
    case 'join':
      return join(world, step);
    case 'sign':
      return sign(world, step);
    case 'put':
      return put(world, step);
    case 'standing':
      return standing(world, step);
    case 'pause':
      return pause(world, step);
    case 'take':
      return take(world, step);
    case 'leave':
      return goAway(world, step);
    case 'buy':
    case 'cancel':
    case 'terms':
    case 'vote':
    case 'unvote':
    case 'withdraw':
      return applyToProposal(world, step);
    case 'wait':
      advance(world, world.now + step.minutes * 60_000);
      return fine();
    default:
      return applyToOrder(world, step satisfies OrderStep);
  }
}

/** The model itself must not lose or invent a penny. */
function sane(world: World): void {
  for (const pool of world.pools) {
    const wrong = pool.lots.find(({ free, spent }) => free < 0 || spent < 0);
    const paid = pool.lots.reduce((sum, { spent }) => sum + spent, 0);
    if (wrong || paid !== pool.released) throw new Error(`the model’s own sums are wrong in ${pool.key}`);
    for (const order of pool.orders)
      for (const session of order.sessions)
        if (session.held && heldFor(session) !== priceFor(order, session.people.length))
          throw new Error(`the model holds ${heldFor(session)}p for session ${session.n} of ${order.key}`);
  }
}
/** What is in pools or was paid out of them: less of it means that money went home. */
const everIn = (world: World): number =>
  world.pools.reduce((sum, pool) => sum + totals(pool).free + totals(pool).held + pool.released, 0);

export interface Applied {
  readonly world: World;
  readonly expected: Expected;
  /** Pence that Kitty's clock still has to take home, because it needs a second journal. */
  readonly owesHome: number;
}

/** The world after a step, and the answer. The given world is not changed. */
export function apply(before: World, step: Step): Applied {
  const world = structuredClone(before);
  const expected = applyNow(world, step);
  let owesHome = 0;
  for (const pool of world.pools) {
    pool.orders.forEach(finish);
    offerFree(pool, world.now);
    owesHome += sendHome(world, pool);
  }
  // What is due at once, such as the end of a notice of no weeks, is done before anything else.
  const inside = everIn(world);
  advance(world, world.now);
  owesHome += inside - everIn(world);
  sane(world);
  return { world: expected.ok ? world : before, expected, owesHome };
}
