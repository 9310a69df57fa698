// A pool's limits, on the pure rules: how many members, lots, invitations, proposals, commissions, how much money, how large.
import { describe, expect, test } from 'vitest';
import type { CommandMeta } from '../../functions/journal/journal.types.ts';
import { addDays, addHours } from '../../functions/kernel/clock.ts';
import { MAX_PENCE } from '../../functions/kernel/money.ts';
import { MAX_STATE_BYTES } from '../../functions/pools/journal/limits.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { Order, PoolState } from '../../functions/pools/journal/pool-state.ts';
import { newProposal } from '../../functions/proposals/proposals.schema.ts';

const DAY = '2026-06-01';
const FIRST = `${DAY}T09:00:00.000Z`;
const idOf = (name: string, n: number): string => name + String(n).padStart(16 - name.length, '0');

/** A pool and its clock: every command a second later, as the journal would write them. */
class Pool {
  state: PoolState = poolReducer.empty;
  at = FIRST;

  /** Carries a command out; answers the code of its refusal, or `ok`. */
  do(by: string, command: PoolCommand): string {
    const who: CommandMeta = { idempotencyHash: '', bodyHash: '', actorId: by };
    this.at = addHours(this.at, 1 / 3600);
    const decided = poolReducer.decide(this.state, command, this.at, who);
    if (!decided.ok) return decided.refusal.code;
    const after = decided.value.state;
    const [bytes, before] = [after, this.state].map((state) => JSON.stringify(state).length) as [number, number];
    if (bytes > before && bytes > poolReducer.maxBytes(command, decided.value.state)) return 'full';
    this.state = after;
    return 'ok';
  }
}

const agreement = {
  version: 1,
  decisionRule: 'majority',
  quorum: 1,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
} as const;

function poolOf(members: number): Pool {
  const pool = new Pool();
  pool.do(idOf('person', 0), { type: 'open', id: idOf('pool', 0), outcomes: ['friendship'], agreement });
  pool.do(idOf('person', 0), { type: 'invite', id: 'code', endsOn: addDays(DAY, 30), uses: 49 });
  for (let n = 1; n < members; n++) pool.do(idOf('person', n), { type: 'join', invitationId: 'code' });
  return pool;
}

const give = (pool: Pool, n: number, pence: number, allocation = idOf('grant', n)): string =>
  pool.do(idOf('person', n), {
    type: 'contribute',
    amountPence: pence,
    source: {
      personId: idOf('person', n),
      allocationId: allocation,
      stream: 'social-care',
      custody: 'funder',
      funder: 'council',
      endsOn: addDays(DAY, 700),
      outcomes: ['friendship'],
    },
  });

const deal: Order = {
  offerId: idOf('offer', 0),
  enterpriseId: idOf('firm', 0),
  priceModel: 'per-session',
  pricePence: 100,
  minPeople: 1,
  maxPeople: 50,
  cancellation: { hours: 48, chargePercent: 50 },
  sessions: 1,
  startsOn: addDays(DAY, 14),
  time: '10:00',
  everyDays: 7,
  heldAhead: 1,
};
const propose = (pool: Pool, n: number, changes: Partial<Order> = {}): string =>
  pool.do(idOf('person', 0), {
    type: 'propose',
    id: idOf('idea', n),
    barred: [],
    idea: { kind: 'buy', order: { ...deal, ...changes } },
  });
const agree = (pool: Pool, n: number, person = 0): string =>
  pool.do(idOf('person', person), {
    type: 'vote',
    id: idOf('idea', n),
    vote: { choice: 'agree', joining: true, upToPence: 1000 },
    ownedEnterpriseIds: [],
  });
const openCommissions = (pool: Pool): number => Object.keys(pool.state.commissions).length;

describe('a pool has at most', () => {
  test('50 members', () => {
    const pool = poolOf(50);
    expect(Object.keys(pool.state.members)).toHaveLength(50);
    pool.do(idOf('person', 0), { type: 'invite', id: 'more', endsOn: addDays(DAY, 30), uses: 2 });
    expect(pool.do(idOf('person', 50), { type: 'join', invitationId: 'more' })).toBe('pool-has-most-members');
    expect(pool.do(idOf('person', 3), { type: 'leave' })).toBe('ok');
    expect(pool.do(idOf('person', 50), { type: 'join', invitationId: 'more' })).toBe('ok');
  });

  test('10 lots of one member, each of which can still grow', () => {
    const pool = poolOf(2);
    for (let n = 0; n < 10; n++) expect(give(pool, 0, 100, idOf('alloc', n))).toBe('ok');
    expect(give(pool, 0, 100, idOf('alloc', 99))).toBe('too-many-lots');
    expect(give(pool, 0, 100, idOf('alloc', 9))).toBe('ok');
    expect(give(pool, 1, 100, idOf('alloc', 99))).toBe('ok');
  });

  test('10 lots with money in them: an empty one makes room for another', () => {
    const pool = poolOf(2);
    for (let n = 0; n < 10; n++) give(pool, 0, 100, idOf('alloc', n));
    const lots = [{ lot: '4', amountPence: 100 }];
    expect(pool.do(idOf('person', 0), { type: 'refund', lots })).toBe('ok');
    expect(give(pool, 0, 100, idOf('alloc', 99))).toBe('ok');
    expect(Object.keys(pool.state.lots)).not.toContain('4');
    expect(give(pool, 0, 100, idOf('alloc', 98))).toBe('too-many-lots');
  });

  test('£1,000,000, free and held, to the penny; what was paid out does not count', () => {
    const pool = poolOf(1);
    expect(give(pool, 0, MAX_PENCE)).toBe('ok');
    expect(give(pool, 0, 1)).toBe('pool-has-most-money');
    propose(pool, 0);
    expect(agree(pool, 0)).toBe('ok');
    expect(give(pool, 0, 1)).toBe('pool-has-most-money');
    const id = idOf('idea', 0);
    const runs = [deal.enterpriseId];
    pool.do('owner', { type: 'accept', id, ownedEnterpriseIds: runs });
    pool.at = `${deal.startsOn}T12:00:00.000Z`;
    pool.do('owner', { type: 'deliver', id, n: 1, ownedEnterpriseIds: runs });
    expect(pool.do(idOf('person', 0), { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] })).toBe('ok');
    expect(pool.state.releasedPence).toBe(100);
    expect(give(pool, 0, 101)).toBe('pool-has-most-money');
    expect(give(pool, 0, 100)).toBe('ok');
  });

  test('50 open invitations, until one is taken back, used up or over', () => {
    const pool = poolOf(2);
    const invite = (n: number) =>
      pool.do(idOf('person', 0), { type: 'invite', id: `code${n}`, endsOn: addDays(DAY, 1), uses: 1 });
    for (let n = 0; n < 49; n++) expect(invite(n)).toBe('ok');
    expect(invite(50)).toBe('too-many-invitations');
    expect(pool.do(idOf('person', 1), { type: 'revoke-invitation', id: 'code0' })).toBe('ok');
    expect(invite(51)).toBe('ok');
    expect(pool.do(idOf('person', 2), { type: 'join', invitationId: 'code1' })).toBe('ok');
    expect(invite(52)).toBe('ok');
    pool.at = `${addDays(DAY, 3)}T09:00:00.000Z`;
    pool.do(idOf('person', 1), { type: 'leave' });
    expect(Object.keys(pool.state.invitations)).toEqual(['code']);
  });

  test('20 proposals that are not decided', () => {
    const pool = poolOf(2);
    for (let n = 0; n < 20; n++) expect(propose(pool, n)).toBe('ok');
    expect(propose(pool, 20)).toBe('too-many-proposals');
    expect(pool.do(idOf('person', 0), { type: 'withdraw-proposal', id: idOf('idea', 7) })).toBe('ok');
    expect(propose(pool, 20)).toBe('ok');
  });

  test('20 commissions that are not over', () => {
    const pool = poolOf(1);
    give(pool, 0, 100_000);
    for (let n = 0; n < 20; n++) {
      expect(propose(pool, n)).toBe('ok');
      expect(agree(pool, n)).toBe('ok');
    }
    expect(openCommissions(pool)).toBe(20);
    expect(propose(pool, 20)).toBe('too-many-commissions');
    pool.do('owner', { type: 'refuse', id: idOf('idea', 3), ownedEnterpriseIds: [deal.enterpriseId] });
    expect(propose(pool, 20)).toBe('ok');
  });

  test('20 commissions, those included that are being decided: none that is agreed waits for room', () => {
    const pool = poolOf(1);
    give(pool, 0, 100_000);
    for (let n = 0; n < 10; n++) {
      propose(pool, n);
      agree(pool, n);
    }
    for (let n = 10; n < 20; n++) expect(propose(pool, n)).toBe('ok');
    expect(propose(pool, 20)).toBe('too-many-commissions');
    for (let n = 10; n < 20; n++) agree(pool, n);
    expect(openCommissions(pool)).toBe(20);
  });

  test('60 sessions in an order', () => {
    const body = { offerId: 'abcdefgh01234567', startsOn: DAY };
    expect(newProposal.safeParse({ ...body, sessions: 60 }).success).toBe(true);
    expect(newProposal.safeParse({ ...body, sessions: 61 }).success).toBe(false);
  });
});

describe('a pool that is as large as its state may be', () => {
  /** 50 members who have all joined 60 sessions of as many orders as there is room for. */
  function large(): { pool: Pool; orders: number } {
    const pool = poolOf(50);
    for (let n = 0; n < 50; n++) give(pool, n, 1_000_000);
    for (let orders = 0; ; orders++) {
      if (propose(pool, orders, { sessions: 60, heldAhead: 60, pricePence: 5000 }) !== 'ok') return { pool, orders };
      for (let person = 0; person < 50; person++) if (agree(pool, orders, person) !== 'ok') return { pool, orders };
    }
  }

  test('takes on nothing more, and can still finish everything it has', () => {
    const { pool, orders } = large();
    expect(orders).toBeGreaterThan(0);
    expect(JSON.stringify(pool.state).length).toBeLessThanOrEqual(MAX_STATE_BYTES);
    const runs = [deal.enterpriseId];
    const id = idOf('idea', 0);
    expect(pool.do('owner', { type: 'accept', id, ownedEnterpriseIds: runs })).toBe('ok');
    pool.at = `${deal.startsOn}T12:00:00.000Z`;
    expect(pool.do('owner', { type: 'deliver', id, n: 1, ownedEnterpriseIds: runs })).toBe('ok');
    expect(pool.do(idOf('person', 7), { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] })).toBe('ok');
    for (const [by, side] of [
      ['owner', 'enterprise'],
      [idOf('person', 7), 'pool'],
    ] as const)
      expect(
        pool.do(by, {
          type: 'resolve',
          id,
          n: 1,
          side,
          payPence: 1234,
          ownedEnterpriseIds: side === 'enterprise' ? runs : [],
        }),
      ).toBe('ok');
    expect(pool.state.releasedPence).toBe(1234);
    expect(pool.do(idOf('person', 9), { type: 'leave' })).toBe('ok');
    expect(pool.do('owner', { type: 'cancel', id, ownedEnterpriseIds: runs })).toBe('ok');
    expect(pool.state.commissions[id]?.heldByLot).toEqual({});
  });
});
