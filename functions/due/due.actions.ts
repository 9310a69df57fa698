// What time does: finds the journals in which something is due and takes the steps. Safe to run twice, or at the same time.
import { allocationReducer, standingDue } from '../allocations/allocations.rules.ts';
import { append, catchUp } from '../journal/journal.ts';
import { allocationKey, type JournalKey, poolKey, type Request } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import { digest } from '../kernel/id.ts';
import { ok, refuse } from '../kernel/result.ts';
import { logError } from '../platform/log.ts';
import type { World } from '../platform/world.ts';
import { poolReducer } from '../pools/pools.reducer.ts';
import { homeward, sourceOf } from '../pools/pools.rules.ts';
import { dueJournals } from '../views/views.store.ts';

type Needs = Pick<World, 'journals' | 'table' | 'now'>;

/**
 * Runs all that is due in one place; answers how many steps were taken. A journal that fails stops no other: the failure
 * is thrown when all the others have had their turn, so that somebody is told.
 */
export async function runDue(world: Needs, place: string): Promise<number> {
  let steps = 0;
  const failures: unknown[] = [];
  for (const key of await dueJournals(world.table, place, world.now())) {
    try {
      steps += await (key.kind === 'POOL' ? runPool(world, key) : runAllocation(world, key));
    } catch (error) {
      logError('journal-failed', error);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} journals failed`);
  return steps;
}

const clock = (...parts: string[]): Request => ({ op: digest('clock', ...parts), body: '', by: 'clock' });

/** The pool's own steps, then free money that belongs at home, one lot a step. */
export async function runPool(world: Pick<World, 'journals' | 'now'>, key: JournalKey): Promise<number> {
  const found = await catchUp(world.journals, poolReducer, key);
  if (!found.ok || !found.value) return 0;
  let { steps } = found.value;
  for (const { lot } of homeward(found.value.state, dayOf(world.now())))
    steps += await sendLotHome(world, key, lot, String(found.value.seq), (free, atHome) => (atHome ? free : 0));
  return steps;
}

/** Sends what `howMuch` says of a lot's free money home, if anything. */
async function sendLotHome(
  world: Pick<World, 'journals' | 'now'>,
  key: JournalKey,
  lot: string,
  name: string,
  howMuch: (free: number, belongsAtHome: boolean) => number,
): Promise<number> {
  const sent = await append(world.journals, clock('home', key.id, lot, name), poolReducer, key, async (state, unit) => {
    const own = state.lots[lot];
    const belongsAtHome = homeward(state, dayOf(unit.at)).some((one) => one.lot === lot);
    const pence = own ? howMuch(own.free, belongsAtHome) : 0;
    if (!own || pence <= 0) return refuse('not-due');
    const home = await unit.open(allocationReducer, allocationKey(key.place, own.allocation));
    if (!home.ok) return home;
    const came = home.value.do({ do: 'come-home', pool: key.id, pence });
    return came.ok ? ok({ do: 'send-home' as const, lots: [{ lot, pence }] }) : came;
  });
  return sent.ok ? 1 : 0;
}

/** The allocation's own steps, then standing contributions, then money of a reduction that is still in pools. */
export async function runAllocation(world: Pick<World, 'journals' | 'now'>, key: JournalKey): Promise<number> {
  const found = await catchUp(world.journals, allocationReducer, key);
  if (!found.ok || !found.value) return 0;
  const { state, seq } = found.value;
  let { steps } = found.value;
  for (const { pool, n } of standingDue(state, world.now())) steps += await payStanding(world, key, pool, n);
  if (state.owed > 0) for (const pool of Object.keys(state.pools)) steps += await recall(world, key, pool, seq);
  return steps;
}

async function payStanding(
  world: Pick<World, 'journals' | 'now'>,
  key: JournalKey,
  pool: string,
  n: number,
): Promise<number> {
  const name = [key.id, pool, String(n)];
  const into = poolKey(key.place, pool);
  const paid = await append(world.journals, clock('standing', ...name), poolReducer, into, async (_, unit) => {
    const allocation = await unit.open(allocationReducer, key);
    if (!allocation.ok) return allocation;
    const { state } = allocation.value;
    const due = standingDue(state, unit.at).find((one) => one.pool === pool && one.n === n);
    if (!due) return refuse('not-due');
    const pay = allocation.value.do({ do: 'pay-standing', pool });
    return pay.ok ? ok({ do: 'contribute' as const, source: sourceOf(state), pence: due.pence }) : pay;
  });
  if (paid.ok) return 1;
  if (['not-due', 'busy', 'being-updated'].includes(paid.refusal.code)) return 0;
  // Too little money now may be different next time; a pool that will not take it is over.
  const stop = paid.refusal.code !== 'not-available';
  const missed = await append(world.journals, clock('missed', ...name), allocationReducer, key, (state, unit) =>
    standingDue(state, unit.at).some((one) => one.pool === pool && one.n === n)
      ? ok({ do: 'miss-standing' as const, pool, stop })
      : refuse('not-due'),
  );
  return missed.ok ? 1 : 0;
}

/** Brings free money home that a reduction took away while it was in a pool. */
async function recall(
  world: Pick<World, 'journals' | 'now'>,
  key: JournalKey,
  pool: string,
  seq: number,
): Promise<number> {
  const from = poolKey(key.place, pool);
  const [found, own] = [
    await catchUp(world.journals, poolReducer, from),
    await catchUp(world.journals, allocationReducer, key),
  ];
  if (!found.ok || !found.value || !own.ok || !own.value) return 0;
  const { owed } = own.value.state;
  const lot = Object.entries(found.value.state.lots).find(([, one]) => one.allocation === key.id)?.[0];
  return lot && owed > 0 ? sendLotHome(world, from, lot, `recall ${seq}`, (free) => Math.min(free, owed)) : 0;
}
