// The largest state that a pool's journal takes, through the append loop: commands that would grow it are refused, those that end something never are.
import { beforeAll, describe, expect, test } from 'vitest';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import { sourceOf } from '../../functions/contributions/transfers.ts';
import { append, type JournalDeps, only } from '../../functions/journal/append.ts';
import { audit } from '../../functions/journal/audit.ts';
import type { JournalKey } from '../../functions/journal/journal.types.ts';
import { addDays } from '../../functions/kernel/clock.ts';
import { idFrom } from '../../functions/kernel/id.ts';
import { reservedBytes } from '../../functions/pools/journal/limits.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { Order, PoolState } from '../../functions/pools/journal/pool-state.ts';
import { memoryStore } from './memory-store.ts';

const MAX_BYTES = 64 * 1024;
const START = '2026-03-02T09:00:00.000Z';
const TODAY = START.slice(0, 10);

const person = (n: number): string => idFrom('person', String(n));
const RUNS = [idFrom('enterprise', '1')];
const POOL: JournalKey = { place: 'place', kind: 'POOL', id: idFrom('pool', '1') };
const DEAL: Order = {
  offerId: idFrom('offer', '1'),
  enterpriseId: RUNS[0] ?? '',
  priceModel: 'per-session',
  pricePence: 5000,
  minPeople: 1,
  maxPeople: 50,
  cancellation: { hours: 48, chargePercent: 50 },
  sessions: 60,
  startsOn: addDays(TODAY, 14),
  time: '10:00',
  everyDays: 7,
  heldAhead: 1,
};
const agreement = {
  version: 1,
  decisionRule: 'majority',
  quorum: 1,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
} as const;

/** A pool's journal in memory, and people who send it commands. */
class Kept {
  readonly store = memoryStore();
  now = START;
  private names = 0;

  /** The code of a refusal, or undefined. */
  async do(by: string, command: PoolCommand): Promise<string | undefined> {
    const deps: JournalDeps = {
      store: this.store,
      now: () => this.now,
      sleep: async () => undefined,
      random: () => 0,
    };
    const request = { idempotencyHash: `op${++this.names}`, bodyHash: '', actorId: by };
    const done = await append(deps, request, poolReducer, POOL, only(command));
    return done.ok ? undefined : done.refusal.code;
  }

  async state(): Promise<PoolState> {
    const head = await this.store.head(POOL);
    return JSON.parse(head?.stateText ?? '{}');
  }

  async size(): Promise<number> {
    return (await this.store.head(POOL))?.stateText.length ?? 0;
  }

  async seq(): Promise<number> {
    return (await this.store.head(POOL))?.seq ?? 0;
  }

  give(n: number, pence: number, allocation = idFrom('allocation', String(n))): Promise<string | undefined> {
    const grant = { id: allocation, personId: person(n), funder: idFrom('funder', '1'), outcomes: ['friendship'] };
    const source = sourceOf({ ...allocationReducer.empty, ...grant, endsOn: addDays(TODAY, 700) });
    return this.do(person(n), { type: 'contribute', source, amountPence: pence });
  }
}

const kept = new Kept();
const commission = 'c0';
const vote = (id: string): PoolCommand => ({
  type: 'vote',
  id,
  vote: { choice: 'agree', joining: true },
  ownedEnterpriseIds: [],
});
const propose = (id: string): PoolCommand => ({ type: 'propose', id, barred: [], idea: { kind: 'buy', order: DEAL } });

/** Repeats a command, each time with a new number, until it is refused. */
async function untilRefused(work: (n: number) => Promise<string | undefined>): Promise<void> {
  for (let n = 0; ; n++) if ((await work(n)) !== undefined) return;
}

beforeAll(async () => {
  await kept.do(person(0), { type: 'open', id: POOL.id, outcomes: ['friendship'], agreement });
  await kept.do(person(0), { type: 'invite', id: 'i', endsOn: addDays(TODAY, 60), uses: 200 });
  for (let n = 1; n < 38; n++) await kept.do(person(n), { type: 'join', invitationId: 'i' });
  for (let n = 0; n < 38; n++) await kept.give(n, 40_000);
  await kept.do(person(0), propose(commission));
  for (let n = 0; n < 38; n++) await kept.do(person(n), vote(commission));
  await kept.do('owner', { type: 'accept', id: commission, ownedEnterpriseIds: RUNS });
  await untilRefused(async (n) => {
    const refused = await kept.do(person(0), propose(`p${n}`));
    for (let voter = 1; voter < 38; voter++) await kept.do(person(voter), vote(`p${n}`));
    return refused;
  });
  await untilRefused((n) => kept.do(person(0), { type: 'invite', id: `i${n}`, endsOn: addDays(TODAY, 60), uses: 1 }));
  for (let n = 0; n < 38; n++) await untilRefused((more) => kept.give(n, 1, idFrom(`more of ${n}`, String(more))));
});

describe('a pool whose state is nearly as large as it may be', () => {
  test('is as large as it may be and no larger', async () => {
    const taken = (await kept.size()) + reservedBytes(await kept.state());
    expect(taken).toBeGreaterThan(MAX_BYTES - 400);
    expect(taken).toBeLessThanOrEqual(MAX_BYTES);
  });

  test.each<[string, number, PoolCommand]>([
    ['a proposal', 0, propose('one more')],
    ['a newcomer', 38, { type: 'join', invitationId: 'i' }],
    ['an invitation', 1, { type: 'invite', id: 'another-invitation-id', endsOn: addDays(TODAY, 60), uses: 1 }],
  ])('refuses %s as too much, and writes nothing', async (_, n, command) => {
    const before = await kept.seq();
    const refused: (string | undefined)[] = [];
    // A small one may still fit; after it the pool is full.
    for (let i = 0; i < 12; i++) {
      const named = 'id' in command ? { ...command, id: `${command.id}${i}` } : command;
      refused.push(await kept.do(person(n + i), named));
    }
    expect(refused.at(-1)).toBeOneOf(['full', 'too-many-invitations']);
    const written = refused.filter((code) => code === undefined).length;
    expect(await kept.seq()).toBe(before + written);
    expect(await kept.size()).toBeLessThanOrEqual(MAX_BYTES);
  });

  test('refuses the lot of another allocation, but lets a lot grow that is there', async () => {
    expect(await kept.give(2, 100, idFrom('another', '1'))).toBeOneOf(['full', 'too-many-lots']);
    expect(await kept.give(2, 100)).toBeOneOf([undefined, 'full']);
  });

  test('lets everything in it end: sessions, disputes, proposals, invitations and memberships', async () => {
    kept.now = `${DEAL.startsOn}T12:00:00.000Z`;
    const session = { id: commission, n: 1 };
    expect(await kept.do('owner', { type: 'deliver', ...session, ownedEnterpriseIds: RUNS })).toBeUndefined();
    for (let n = 0; n < 38; n++)
      expect(await kept.do(person(n), { type: 'confirm', ...session, ownedEnterpriseIds: [] })).toBeUndefined();
    expect((await kept.state()).releasedPence).toBe(5000);
    kept.now = `${addDays(DEAL.startsOn, 7)}T12:00:00.000Z`;
    const next = { id: commission, n: 2 };
    expect(await kept.do(person(3), { type: 'dispute', ...next, ownedEnterpriseIds: [] })).toBeUndefined();
    expect(
      await kept.do('broker', { type: 'resolve', ...next, side: 'referee', payPence: 1, ownedEnterpriseIds: [] }),
    ).toBeUndefined();
    const [invitation = ''] = Object.keys((await kept.state()).invitations);
    expect(await kept.do(person(4), { type: 'revoke-invitation', id: invitation })).toBeUndefined();
    expect(await kept.do(person(5), { type: 'leave' })).toBeUndefined();
    expect(await kept.do('owner', { type: 'cancel', id: commission, ownedEnterpriseIds: RUNS })).toBeUndefined();
    expect((await kept.state()).commissions[commission]?.heldByLot).toEqual({});
  });

  test('has a journal that audits as valid', async () => {
    expect(await audit(kept.store, poolReducer, POOL)).toEqual({ events: await kept.seq(), valid: true });
  });
});
