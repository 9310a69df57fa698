// What happens by the clock: finds the journals in which something is due and takes the steps. Safe to run twice, or concurrently.
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { standingDue } from '../allocations/journal/instalments.ts';
import { payBack, payIn } from '../contributions/transfers.ts';
import { append, catchUp } from '../journal/append.ts';
import { CLOCK, type CommandMeta, type JournalKey, journalName, poolKey } from '../journal/journal.types.ts';
import { dayOf } from '../kernel/clock.ts';
import { digest } from '../kernel/id.ts';
import { ok, refuse } from '../kernel/result.ts';
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
  for (const key of await dueJournals(context.table, place, context.now())) {
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
  for (const { poolId, n } of standingDue(state, context.now())) steps += await payStanding(context, key, poolId, n);
  if (state.owedPence > 0)
    for (const poolId of Object.keys(state.pooledPence)) steps += await recallOwed(context, key, poolId, seq);
  return steps;
}

async function payStanding({ journals }: Journals, key: JournalKey, poolId: string, n: number): Promise<number> {
  const step = [key.id, poolId, String(n)];
  const pool = poolKey(key.place, poolId);
  const paid = await append(journals, clockMeta('standing', ...step), poolReducer, pool, {
    async command(_, transaction) {
      const allocation = await transaction.open(allocationReducer, key);
      if (!allocation.ok) return allocation;
      const due = standingDue(allocation.value.state, transaction.at).find((one) => one.poolId === poolId);
      if (due?.n !== n) return refuse('not-due');
      return payIn(transaction, key.place, key.id, due.amountPence, { type: 'pay-standing', poolId });
    },
  });
  if (paid.ok) return 1;
  if (LATER.has(paid.refusal.code)) return 0;
  // There may be enough money next time, or the pause may be over; any other refusal by the pool stops the standing contribution.
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
