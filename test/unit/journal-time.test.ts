// Time in the append loop: what had come due goes first, whichever journal's clock is ahead.
import { expect, test } from 'vitest';
import { allocationReducer, type Grant } from '../../functions/allocations/allocations.rules.ts';
import { append, eventOf, type JournalDeps } from '../../functions/journal/journal.ts';
import type { JournalKey } from '../../functions/journal/journal.types.ts';
import { ok } from '../../functions/kernel/result.ts';
import { type PoolCommand, poolReducer } from '../../functions/pools/pools.reducer.ts';
import { sourceOf } from '../../functions/pools/pools.rules.ts';
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
  person: 'rosa',
  funder: 'council',
  stream: 'health',
  custody: 'funder',
  granted: 1000,
  startsOn: '2026-03-01',
  endsOn: '2026-12-31',
  instalment: 'once',
  outcomes: ['friendship'],
  pooling: true,
};

const store = memoryStore();
/** A computer whose clock says `now`. */
const clock = (now: string): JournalDeps => ({
  store,
  now: () => now,
  sleep: async () => undefined,
  random: () => 0,
});
const onPool = (now: string, op: string, command: PoolCommand) =>
  append(clock(now), { op, body: '', by: 'rosa' }, poolReducer, POOL, () => ok(command));

test('a deadline that passed by the clock of the other journal is judged before the step', async () => {
  await onPool(START, 'open', { do: 'open', id: 'pool', outcomes: ['friendship'], agreement });
  await onPool(START, 'propose', { do: 'propose', id: 'idea', idea: { kind: 'agreement', terms: agreement } });
  // Another computer, whose clock is two seconds ahead, grants.
  const byFunder = { op: 'grant', body: '', by: 'fay' };
  await append(clock(JUST_AFTER), byFunder, allocationReducer, ALLOCATION, () =>
    ok({ do: 'grant' as const, ...grant }),
  );

  const mine = { op: 'give', body: '', by: 'rosa' };
  const given = await append(clock(JUST_BEFORE), mine, poolReducer, POOL, async (_, unit) => {
    const from = await unit.open(allocationReducer, ALLOCATION);
    if (!from.ok) return from;
    const paid = from.value.do({ do: 'contribute', pool: 'pool', pence: 400, standing: false });
    return paid.ok ? ok({ do: 'contribute' as const, source: sourceOf(from.value.state), pence: 400 }) : paid;
  });

  expect(given.ok && given.value.at).toBe(JUST_AFTER);
  const events = (await store.range(POOL, 0, 10)).map((entry) => eventOf(entry));
  expect(events.map(({ kind }) => kind)).toEqual(['opened', 'proposed', 'proposal-closed', 'contributed']);
  expect(events.map(({ at }) => at)).toEqual([START, START, JUST_AFTER, JUST_AFTER]);
});

test('time never goes back, whoever’s clock is behind', async () => {
  const behind = await onPool(START, 'invite', { do: 'invite', id: 'code', until: '2026-03-09', uses: 1 });
  expect(behind.ok && behind.value.at).toBe(JUST_AFTER);
});
