// What happens by the clock: finds the journals in which something is due and takes the steps. Safe to run twice, or concurrently.

import { standingPence } from '../allocations/journal/allocation-commands.ts';
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { instalmentDay, standingDue } from '../allocations/journal/instalments.ts';
import { payBack, payIn } from '../contributions/transfers.ts';
import { append, catchUp, type JournalDeps } from '../journal/append.ts';
import {
  allocationKey,
  CLOCK,
  type CommandMeta,
  type JournalKey,
  journalName,
  poolKey,
  type WriteIncoming,
} from '../journal/journal.types.ts';
import { dayOf, londonInstant } from '../kernel/clock.ts';
import { digest } from '../kernel/id.ts';
import { OutcomeUnknown, ok, refuse } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { logError } from '../platform/log.ts';
import { refundable } from '../pools/journal/contribute.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { dueJournals } from '../views/views.store.ts';

type Journals = Pick<AppContext, 'journals' | 'now'>;

/**
 * Runs all that is due in one place; answers how many steps were taken. A journal that fails stops no other: the failures
 * are thrown at the end, so that the alarm goes off.
 */
export async function runDue(context: Journals & Pick<AppContext, 'table'>, place: string): Promise<number> {
  let steps = 0;
  const failures: unknown[] = [];
  const keys = await dueJournals(context.table, place, context.now());
  // Pools first: money that goes home from one may be what stands for another.
  const { POOL: pools = [], ALLOC: allocations = [] } = Object.groupBy(keys, ({ kind }) => kind);
  for (const key of [...pools, ...allocations]) {
    try {
      steps += await (key.kind === 'POOL' ? runPool(context, key) : runAllocation(context, key));
    } catch (error) {
      logError('journal-failed', error);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} journals failed`);
  return steps;
}

/** Refusals after which a step is taken at a later time, or has been taken already. */
const LATER: ReadonlySet<string> = new Set(['not-due', 'busy', 'being-updated']);

/** Identifies one step, so that it is taken only once. */
const clockMeta = (...parts: string[]): CommandMeta => ({
  idempotencyHash: digest('clock', ...parts),
  bodyHash: '',
  actorId: CLOCK,
});

/** The pool's own steps, then free money that must go back to its allocation, one lot a step. */
export async function runPool(context: Journals, key: JournalKey): Promise<number> {
  const found = await catchUp(context.journals, poolReducer, key);
  if (!found.ok || !found.value) return 0;
  const { state, seq } = found.value;
  let { steps } = found.value;
  for (const { lot } of refundable(state, dayOf(context.now())))
    steps += await refundLot(context, key, lot, String(seq), (free, mustGoBack) => (mustGoBack ? free : 0));
  return steps;
}

/** Refunds as much of a lot's free money as `amountToRefund` answers, if any. */
async function refundLot(
  { journals }: Journals,
  key: JournalKey,
  lot: string,
  step: string,
  amountToRefund: (freePence: number, mustGoBack: boolean) => number,
): Promise<number> {
  const done = await append(journals, clockMeta('home', key.id, lot, step), poolReducer, key, {
    async command(state, transaction) {
      const source = state.lots[lot];
      const mustGoBack = refundable(state, dayOf(transaction.at)).some((one) => one.lot === lot);
      const amountPence = source ? amountToRefund(source.freePence, mustGoBack) : 0;
      if (!source || amountPence <= 0) return refuse('not-due');
      const refunds = [{ lot, allocationId: source.allocationId, amountPence }];
      return payBack(transaction, key.place, key.id, refunds, { type: 'refund', lots: refunds });
    },
  });
  if (done.ok) return 1;
  const { code } = done.refusal;
  // Between the reading of the two journals somebody else may have refunded it. Any other refusal would keep the money where
  // it must not stay, and nobody would know.
  if (!LATER.has(code) && code !== 'not-available')
    throw new Error(`a refund of ${journalName(key)} was refused: ${code}`);
  return 0;
}

/** The allocation's own steps, then standing contributions, then money of a reduction that is still in pools. */
export async function runAllocation(context: Journals, key: JournalKey): Promise<number> {
  const found = await catchUp(context.journals, allocationReducer, key);
  if (!found.ok || !found.value) return 0;
  const { state, seq } = found.value;
  let { steps } = found.value;
  if (Object.keys(state.standing).length > 0) steps += (await payStandingUntil(context, [key], context.now())).steps;
  if (state.owedPence > 0)
    for (const poolId of Object.keys(state.pooledPence)) steps += await recallOwed(context, key, poolId, seq);
  return steps;
}

/** The same, but that whoever appends first writes what came in before what is judged. */
export const withIncoming = <Context extends Pick<AppContext, 'journals'>>(context: Context): Context => ({
  ...context,
  journals: { ...context.journals, writeIncoming: writeIncoming(context.journals) },
});

/** What comes in at a moment comes before what is judged at it, however late the clock is. */
export function writeIncoming(journals: JournalDeps): WriteIncoming {
  // Whoever is in a journal's turn already must not wait for it.
  const { inTurn: _, ...own } = journals;
  const write: WriteIncoming = async (place, allocationIds, due) => {
    const context = { journals: { ...own, writeIncoming: write }, now: own.now };
    const keys = allocationIds.map((id) => allocationKey(place, id));
    const { steps, isDone } = await payStandingUntil(context, keys, due);
    if (!isDone) throw new OutcomeUnknown('what came in could not be written yet');
    return steps > 0;
  };
  return write;
}

/** An instalment that has come and for which something stands. */
interface Instalment {
  readonly key: JournalKey;
  readonly poolId: string;
  readonly n: number;
  readonly on: string;
}

/** Pays what stands for the instalments that came by an instant, the earliest first. */
async function payStandingUntil(
  context: Journals,
  keys: readonly JournalKey[],
  until: string,
): Promise<{ steps: number; isDone: boolean }> {
  const tried = new Set<string>();
  let steps = 0;
  for (;;) {
    const found = await Promise.all(keys.map((key) => instalmentsDue(context, key, until)));
    if (found.includes(undefined)) return { steps, isDone: false };
    const [first] = found
      .flatMap((due) => due ?? [])
      .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
    if (!first) return { steps, isDone: true };
    const name = JSON.stringify([first.key.id, first.poolId, first.n]);
    if (tried.has(name)) return { steps, isDone: false };
    tried.add(name);
    steps += await payStanding(context, first);
  }
}

/** Undefined when the allocation cannot be read now. */
async function instalmentsDue(
  { journals }: Journals,
  key: JournalKey,
  until: string,
): Promise<Instalment[] | undefined> {
  const found = await catchUp({ ...journals, asOf: until }, allocationReducer, key);
  if (!found.ok) return undefined;
  if (!found.value) return [];
  const { state } = found.value;
  return standingDue(state, until).map(({ poolId, n }) => ({ key, poolId, n, on: instalmentDay(state, n) }));
}

async function payStanding(context: Journals, { key, poolId, n, on }: Instalment): Promise<number> {
  // As of its own day: after what was judged before, and before what is judged on it.
  const journals = { ...context.journals, asOf: londonInstant(on) };
  const step = [key.id, poolId, String(n)];
  const pool = poolKey(key.place, poolId);
  const paid = await append(journals, clockMeta('standing', ...step), poolReducer, pool, {
    async command(_, transaction) {
      const allocation = await transaction.open(allocationReducer, key);
      if (!allocation.ok) return allocation;
      const { state } = allocation.value;
      const due = standingDue(state, transaction.at).find((one) => one.poolId === poolId);
      if (due?.n !== n) return refuse('not-due');
      const amountPence = standingPence(state, transaction.at, due.amountPence);
      return payIn(transaction, key.place, key.id, amountPence, { type: 'pay-standing', poolId }, true);
    },
  });
  if (paid.ok) return 1;
  if (LATER.has(paid.refusal.code)) return 0;
  // There may be some money next time, or the pause may be over; any other refusal by the pool stops the standing contribution.
  const stop = !['not-available', 'standing-paused'].includes(paid.refusal.code);
  const missed = await append(journals, clockMeta('missed', ...step), allocationReducer, key, {
    command: (state, { at }) =>
      standingDue(state, at).some((one) => one.poolId === poolId && one.n === n)
        ? ok({ type: 'miss-standing' as const, poolId, stop })
        : refuse('not-due'),
  });
  return missed.ok ? 1 : 0;
}

/** Refunds free money that a reduction took away while it was in a pool. */
async function recallOwed(context: Journals, key: JournalKey, poolId: string, seq: number): Promise<number> {
  const poolJournal = poolKey(key.place, poolId);
  const [pool, allocation] = await Promise.all([
    catchUp(context.journals, poolReducer, poolJournal),
    catchUp(context.journals, allocationReducer, key),
  ]);
  if (!pool.ok || !pool.value || !allocation.ok || !allocation.value) return 0;
  const { owedPence } = allocation.value.state;
  const lot = Object.entries(pool.value.state.lots).find(([, one]) => one.allocationId === key.id)?.[0];
  if (!lot || owedPence <= 0) return 0;
  return refundLot(context, poolJournal, lot, `recall ${seq}`, (freePence) => Math.min(freePence, owedPence));
}
