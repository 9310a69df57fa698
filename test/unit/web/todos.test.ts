// What the pool's page says that somebody has to do.
import { describe, expect, test } from 'vitest';
import type { Allocation, Commission, Pool, Proposal } from '../../../web/src/api/types.ts';
import { countOf, termsOf, typedFrom } from '../../../web/src/pages/pools/agreement-typed.ts';
import { standingPence, whyNot } from '../../../web/src/pages/pools/put-in.rules.ts';
import { todosOf } from '../../../web/src/pages/pools/todos.ts';

const agreement = {
  decisionRule: 'consent',
  quorum: 3,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
  version: 1,
} as const;

const pool: Pool = {
  id: 'pool',
  name: 'Dancers',
  purpose: 'To dance',
  outcomes: ['friendship'],
  seq: 9,
  agreement,
  members: [
    { personId: 'ann', name: 'Ann' },
    { personId: 'bob', name: 'Bob' },
  ],
  freePence: 0,
  heldPence: 0,
  releasedPence: 0,
  mine: { freePence: 0, heldPence: 0, lots: [], standingPaused: false },
  proposals: [],
  commissions: [],
};

const proposal: Proposal = {
  id: 'idea',
  kind: 'buy',
  status: 'open',
  by: 'bob',
  title: 'Dance class',
  closesAt: '2026-03-03T12:00:00.000Z',
  decisionRule: 'consent',
  quorum: 2,
  electors: 2,
  votes: { agree: 1, abstain: 0, disagree: 0, block: 0 },
  notYetVoted: ['ann'],
  joining: 1,
};

const planned = {
  n: 1,
  on: '2026-03-10',
  time: '10:00',
  status: 'planned',
  people: 4,
  pricePence: 900,
  mySharePence: 450,
} as const;

const commission: Commission = {
  id: 'pool-idea',
  poolId: 'pool',
  poolName: 'Dancers',
  offerId: 'offer',
  enterpriseId: 'enterprise',
  title: 'Dance class',
  status: 'accepted',
  answerBy: '2026-03-09T12:00:00.000Z',
  priceModel: 'per-session',
  pricePence: 900,
  cancellation: { hours: 48, chargePercent: 50 },
  people: 2,
  earnedPence: 0,
  myUpToPence: 450,
  sessions: [],
};

const kinds = (one: Pool, commissions: readonly Commission[] = []) =>
  todosOf(one, commissions, 'ann').map(({ type }) => type);

describe('What somebody has to do in a pool', () => {
  test('is nothing where nothing waits for them', () => {
    expect(kinds(pool)).toEqual([]);
    expect(kinds({ ...pool, proposals: [{ ...proposal, notYetVoted: ['bob'] }] })).toEqual([]);
  });

  test('is to vote on what they have not voted on, after signing a new agreement', () => {
    const pendingAgreement = { ...agreement, version: 2, notYetSigned: ['ann'] };
    expect(kinds({ ...pool, pendingAgreement, proposals: [proposal] })).toEqual(['sign', 'vote']);
    expect(kinds({ ...pool, pendingAgreement: { ...pendingAgreement, notYetSigned: ['bob'] } })).toEqual([]);
  });

  test('is to agree to more or put money in, where an agreed idea waits for them and not for another', () => {
    const waiting = (personId: string): Proposal => ({
      ...proposal,
      status: 'waiting',
      notYetVoted: [],
      missing: [{ personId, ready: false, mustAgreeToMore: true, minePence: 300 }],
    });
    expect(kinds({ ...pool, proposals: [waiting('ann')] })).toEqual(['agree-to-more', 'pay-in']);
    expect(kinds({ ...pool, proposals: [waiting('bob')] })).toEqual([]);
  });

  test('is to confirm a session that they took part in, and to say what a disputed one is worth', () => {
    const delivered = { ...planned, status: 'delivered', funded: true } as const;
    const disputed = { ...delivered, n: 2, status: 'disputed' } as const;
    expect(kinds(pool, [{ ...commission, sessions: [delivered, disputed] }])).toEqual(['confirm', 'settle']);
    const said = { ...disputed, saidPence: { pool: 0 } };
    const { mySharePence: _, ...notMine } = delivered;
    expect(kinds(pool, [{ ...commission, sessions: [notMine, said] }])).toEqual([]);
  });

  test('is not to confirm again what they have confirmed, and for who has left only to say how a session was', () => {
    const delivered = { ...planned, status: 'delivered', funded: true, confirmedByMe: false } as const;
    const confirmed = { ...delivered, confirmedByMe: true } as const;
    const short = { ...planned, n: 2, funded: false } as const;
    expect(kinds(pool, [{ ...commission, sessions: [delivered] }])).toEqual(['confirm']);
    expect(kinds(pool, [{ ...commission, sessions: [confirmed] }])).toEqual([]);
    const sessions = [delivered, short];
    expect(todosOf(pool, [{ ...commission, sessions }], 'ann', false).map(({ type }) => type)).toEqual(['confirm']);
  });

  test('is to put in what the next session without money lacks, counting free money once', () => {
    const short = { ...commission, sessions: [{ ...planned, funded: false }] };
    const has = (freePence: number): Pool => ({ ...pool, mine: { ...pool.mine, freePence } });
    expect(kinds(has(450), [short])).toEqual([]);
    expect(todosOf(has(450), [short, { ...short, id: 'pool-other' }], 'ann')).toMatchObject([
      { type: 'pay-ahead', pence: 450 },
    ]);
    expect(kinds(has(450), [{ ...short, myUpToPence: 400 }])).toEqual(['raise-limit']);
    expect(kinds(has(0), [{ ...short, status: 'cancelled' }])).toEqual([]);
    expect(kinds(has(0), [{ ...commission, sessions: [{ ...planned, funded: true }] }])).toEqual([]);
  });
});

describe('An allocation goes into a pool', () => {
  const allocation: Allocation = {
    id: 'allocation',
    stream: 'health',
    custody: 'funder',
    instalment: 'weekly',
    pooling: true,
    grantedPence: 1000,
    availablePence: 500,
    notYetAvailablePence: 500,
    pooledPence: 0,
    spentPence: 0,
    returnedPence: 0,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    outcomes: ['friendship', 'fitness'],
    reductions: [],
    standing: [{ poolId: 'pool', amountPence: 250 }],
  };

  test('only when pooling is allowed, an outcome is shared and money is available', () => {
    expect(whyNot(allocation, pool)).toBeUndefined();
    expect(whyNot({ ...allocation, pooling: false }, pool)).toBe('no-pooling');
    expect(whyNot({ ...allocation, outcomes: ['fitness'] }, pool)).toBe('no-outcome');
    expect(whyNot({ ...allocation, availablePence: 0 }, pool)).toBe('nothing-yet');
    expect(whyNot({ ...allocation, availablePence: 0, notYetAvailablePence: 0 }, pool)).toBe('nothing');
  });

  test('again with every instalment where that is set up for this pool', () => {
    expect(standingPence(allocation, 'pool')).toBe(250);
    expect(standingPence(allocation, 'another')).toBe(0);
  });
});

describe('Numbers typed for an agreement', () => {
  const typed = typedFrom(agreement);

  test('are taken as the API takes them', () => {
    const { version: _, ...terms } = agreement;
    expect(termsOf(typed)).toEqual(terms);
    expect(countOf({ ...typed, noticeWeeks: ' 0 ' }, 'noticeWeeks')).toBe(0);
  });

  test.each(['', '0', '51', '2.5', 'two', '-1'])('are refused when they are “%s”', (quorum) => {
    expect(countOf({ ...typed, quorum }, 'quorum')).toBeUndefined();
    expect(termsOf({ ...typed, quorum })).toBeUndefined();
  });
});
