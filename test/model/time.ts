// What time does by itself, in the order of its moments.
import { dayAt, instantOf, plusDays } from './days.ts';
import { decide, finish, lapse, offerFree } from './deciding.ts';
import { available, hasEnded, nextInstalment } from './grants.ts';
import { isMember, noticeEnds, sendHome } from './leaving.ts';
import { cancelFree, hold, isToCome, newSessions, priceFor, runs, settle } from './orders.ts';
import { addToLot } from './putting.ts';
import type { Order, Pool, World } from './types.ts';

/** Lower ranks come first within a moment. */
const RANK = { comesIn: 0, frees: 1, votes: 2, lastDay: 3, buys: 4 };

interface Due {
  readonly at: number;
  readonly rank: number;
  readonly run: () => void;
}

function dueOnAllocations(world: World): Due[] {
  return world.allocations.flatMap((a): Due[] => {
    const next = nextInstalment(a);
    const due: Due[] = [];
    const run = () => {
      a.lastInstalment = next?.n ?? 0;
      for (const { pool: key, pence } of a.standing) {
        const pool = world.pools.find((one) => one.key === key);
        if (!pool || pool.paused.includes(a.owner) || !isMember(pool, a.owner)) continue;
        const there = Math.min(pence, available(world, a));
        if (there > 0) addToLot(pool, a, there);
        offerFree(pool, world.now);
      }
    };
    if (next) due.push({ at: next.at, rank: RANK.comesIn, run });
    return due;
  });
}

function dueOnOrder(world: World, pool: Pool, order: Order): Due[] {
  const due: Due[] = [];
  const add = (at: number, rank: number, run: () => void) => due.push({ at, rank, run });
  if (order.status === 'requested')
    add(order.answerBy, RANK.frees, () => {
      for (const session of order.sessions) if (isToCome(session)) cancelFree(pool, order, session);
      order.status = 'expired';
    });
  for (const session of order.sessions) {
    const { releasesAt, status, held, on } = session;
    if (status === 'delivered' && releasesAt !== undefined)
      add(releasesAt, RANK.frees, () => settle(pool, order, session, priceFor(order, session.people.length)));
    if (status === 'planned' && held)
      add(instantOf(plusDays(on, 14)), RANK.frees, () => cancelFree(pool, order, session));
    if (status === 'planned' && !held && runs(order))
      add(instantOf(plusDays(on, -7)), RANK.lastDay, () => {
        if (!hold(pool, order, session)) cancelFree(pool, order, session, 'not-funded');
      });
  }
  return due.map((one) => ({
    ...one,
    run: () => {
      one.run();
      finish(order);
      sendHome(world, pool);
    },
  }));
}

function dueOnPool(world: World, pool: Pool): Due[] {
  const due: Due[] = pool.orders.flatMap((order) => dueOnOrder(world, pool, order));
  for (const one of pool.leavers)
    if (one.leavingOn)
      due.push({
        // Silent: whether “until endsOn” means the beginning or the end of that day; it makes no difference to what is owed.
        at: instantOf(one.leavingOn),
        rank: RANK.frees,
        run: () => {
          noticeEnds(pool, one.who);
          pool.leavers = pool.leavers.filter((other) => other !== one);
          sendHome(world, pool);
        },
      });
  for (const p of pool.proposals) {
    const buys = p.wish.kind === 'buy';
    if (p.status === 'open')
      due.push({
        at: p.closesAt,
        rank: buys ? RANK.buys : RANK.votes,
        run: () => decide(pool, p, world.now, true),
      });
    if (p.status === 'waiting' && p.wish.kind === 'buy')
      due.push({
        at: newSessions({ buy: p.wish.buy })[0]?.start ?? 0,
        rank: RANK.buys,
        run: () => lapse(pool, p, world.now),
      });
  }
  const ended = pool.lots.filter(({ free, alloc }) => {
    const a = world.allocations.find(({ key }) => key === alloc);
    return free > 0 && a !== undefined && !hasEnded(a, world.now);
  });
  for (const lot of ended)
    due.push({ at: instantOf(plusDays(lot.endsOn, 1)), rank: RANK.comesIn, run: () => sendHome(world, pool) });
  return due.map((one) => ({
    ...one,
    run: () => {
      one.run();
      offerFree(pool, world.now);
    },
  }));
}

/** Takes every step that is due by `until`, each at its own moment, which `visit` is told. */
export function advance(world: World, until: number, visit: (at: number) => void = () => {}): void {
  for (let steps = 0; ; steps++) {
    if (steps > 100_000) throw new Error('the model’s time does not get on');
    const due = [...dueOnAllocations(world), ...world.pools.flatMap((pool) => dueOnPool(world, pool))];
    let first: Due | undefined;
    for (const one of due) {
      const at = Math.max(one.at, world.now);
      const soonest = first ? Math.max(first.at, world.now) : Number.POSITIVE_INFINITY;
      if (at < soonest || (at === soonest && first && one.rank < first.rank)) first = one;
    }
    if (!first || first.at > until) break;
    world.now = Math.max(world.now, first.at);
    visit(world.now);
    first.run();
  }
  world.now = until;
}

export const today = (world: World): string => dayAt(world.now);
