// Time in the append loop: what has fallen due is done first, whichever journal's clock is ahead.
import { expect, test } from 'vitest';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import type { Grant } from '../../functions/allocations/journal/allocation-state.ts';
import { payIn } from '../../functions/contributions/transfers.ts';
import { append, type JournalDeps, only } from '../../functions/journal/append.ts';
import { eventOf } from '../../functions/journal/entry.ts';
import type { JournalKey } from '../../functions/journal/journal.types.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import { memoryStore } from './memory-store.ts';

const POOL: JournalKey = { place: 'place', kind: 'POOL', id: 'pool' };
const ALLOCATION: JournalKey = { place: 'place', kind: 'ALLOC', id: 'allocation' };
const START = '2026-03-02T09:00:00.000Z';
/** Voting ends a day after it began. */
const JUST_BEFORE = '2026-03-03T08:59:59.000Z';
const JUST_AFTER = '2026-03-03T09:00:01.000Z';

const agreement = {
  version: 1,
  decisionRule: 'majority',
  quorum: 1,
  votingDays: 1,
  noticeWeeks: 0,
  openBooks: false,
  absence: 'pay',
} as const;
const grant: Grant = {
  id: ALLOCATION.id,
  personId: 'rosa',
  funder: 'council',
  stream: 'health',
  custody: 'funder',
  grantedPence: 1000,
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
  instalment: 'once',
  outcomes: ['friendship'],
  pooling: true,
};

const store = memoryStore();
/** A computer whose clock shows `now`. */
const clock = (now: string): JournalDeps => ({
  store,
  now: () => now,
  sleep: async () => undefined,
  random: () => 0,
});
const onPool = (now: string, op: string, command: PoolCommand) =>
  append(clock(now), { idempotencyHash: op, bodyHash: '', actorId: 'rosa' }, poolReducer, POOL, only(command));

test('a deadline that passed by the clock of the other journal is judged before the step', async () => {
  await onPool(START, 'open', { type: 'open', id: 'pool', outcomes: ['friendship'], agreement });
  await onPool(START, 'propose', {
    type: 'propose',
    id: 'idea',
    barred: [],
    idea: { kind: 'agreement', agreement: agreement },
  });
  // Another computer, whose clock is two seconds ahead, grants.
  const byFunder = { idempotencyHash: 'grant', bodyHash: '', actorId: 'fay' };
  await append(clock(JUST_AFTER), byFunder, allocationReducer, ALLOCATION, only({ type: 'grant' as const, ...grant }));

  const mine = { idempotencyHash: 'give', bodyHash: '', actorId: 'rosa' };
  const given = await append(clock(JUST_BEFORE), mine, poolReducer, POOL, {
    command: (_, transaction) =>
      payIn(
        transaction,
        'place',
        ALLOCATION.id,
        400,
        { type: 'contribute', poolId: 'pool', amountPence: 400, standing: false },
        false,
      ),
  });

  expect(given.ok && given.value.at).toBe(JUST_AFTER);
  const events = (await store.range(POOL, 0, 10)).map((entry) => eventOf(poolReducer, entry));
  expect(events.map(({ type: kind }) => kind)).toEqual(['opened', 'proposed', 'proposal-closed', 'contributed']);
  // What time does is dated by the moment at which it fell due.
  expect(events.map(({ at }) => at)).toEqual([START, START, '2026-03-03T09:00:00.000Z', JUST_AFTER]);
});

test('time never goes back, even on a computer whose clock is slow', async () => {
  const behind = await onPool(START, 'invite', { type: 'invite', id: 'code', endsOn: '2026-03-09', uses: 1 });
  expect(behind.ok && behind.value.at).toBe(JUST_AFTER);
});
