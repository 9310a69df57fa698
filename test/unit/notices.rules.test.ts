// Who is notified of what by an event, and who is not.
import { describe, expect, test } from 'vitest';
import type { AllocationCommand } from '../../functions/allocations/journal/allocation-commands.ts';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import { type AllocationState, EMPTY_ALLOCATION } from '../../functions/allocations/journal/allocation-state.ts';
import { CLOCK, type CommandMeta, type Event } from '../../functions/journal/journal.types.ts';
import { addDays, addHours } from '../../functions/kernel/clock.ts';
import { needsStateBefore, notificationsOf, notificationsOfAllocation } from '../../functions/notices/notices.rules.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../functions/notices/notices.state.ts';
import { nextReminder, remindersOf } from '../../functions/notices/reminders.rules.ts';
import { isStillRelevant } from '../../functions/notices/sending.rules.ts';
import type { PoolChange, PoolState } from '../../functions/pools/journal/pool-state.ts';
import { ENTERPRISE, ORDER, OWNER, people, TERMS, TestPool, TODAY } from '../property/test-pool.ts';

const PEOPLE = people(3);
const RUNS = [ENTERPRISE];

const seen = new Set<NoticeKind>();

/** The notifications of a pool's newest event, from the states before and after it, as the stream consumer has them. */
function newestNotifications(pool: TestPool, before: PoolState, who: Partial<CommandMeta> = {}) {
  const event: Event<PoolChange> = {
    ...pool.last,
    place: 'place',
    journal: 'POOL#pool',
    seq: pool.decisions.length,
    idempotencyHash: 'op',
    bodyHash: '',
    actorId: who.actorId ?? 'somebody',
    ...(who.onBehalfOf ? { onBehalfOf: who.onBehalfOf } : {}),
    at: pool.at,
    stateHash: '',
  };
  const found = notificationsOf(event, needsStateBefore(event) ? before : undefined, pool.state);
  for (const { kind } of found) seen.add(kind);
  return found;
}

/** Runs a command and answers who is notified of what: `kind → person or enterprise`, sorted. */
function notificationsAfter(pool: TestPool, act: () => unknown, who: Partial<CommandMeta> = {}): string[] {
  const before = pool.state;
  act();
  return newestNotifications(pool, before, who)
    .map(({ kind, to }) => `${kind} → ${'personId' in to ? to.personId : to.enterpriseId}`)
    .sort();
}

const all = (kind: string, persons: readonly string[]): string[] => persons.map((person) => `${kind} → ${person}`);
const funded = (terms = {}): TestPool => {
  const pool = new TestPool(PEOPLE, terms);
  for (const person of PEOPLE) pool.give(person, 20_000);
  return pool;
};
const propose = (pool: TestPool, id = 'x', deal = {}) =>
  pool.does('p0', { type: 'propose', id, barred: [], idea: { kind: 'buy', order: { ...ORDER, ...deal } } });
const vote = (pool: TestPool, person: string, choice: 'agree' | 'block' = 'agree', joining = true) =>
  pool.does(person, { type: 'vote', id: 'x', vote: { choice, joining }, ownedEnterpriseIds: [] });
const ordered = (deal = {}, terms = {}): { pool: TestPool; id: string } => {
  const pool = funded(terms);
  const id = pool.agree(deal);
  return { pool, id };
};

describe('deciding', () => {
  test('a proposal is put to every elector but the proposer, with its deadline', () => {
    const pool = funded();
    expect(notificationsAfter(pool, () => propose(pool))).toEqual(all('decide', ['p1', 'p2']));
    expect(newestNotifications(pool, pool.state)[0]).toMatchObject({
      about: 'x',
      when: pool.state.proposals.x?.closesAt,
    });
  });

  test('every elector is notified of an agreement, and the enterprise of the request', () => {
    const pool = funded();
    propose(pool);
    vote(pool, 'p0');
    vote(pool, 'p1');
    expect(notificationsAfter(pool, () => vote(pool, 'p2'))).toEqual([
      ...all('agreed', PEOPLE),
      `offer-requested → ${ENTERPRISE}`,
    ]);
  });

  test('every elector is notified of a proposal that is not agreed, and nobody else', () => {
    const pool = funded();
    propose(pool);
    vote(pool, 'p0');
    vote(pool, 'p1');
    const before = pool.state;
    expect(notificationsAfter(pool, () => vote(pool, 'p2', 'block'))).toEqual(all('not-agreed', PEOPLE));
    expect(newestNotifications(pool, before)[0]).toMatchObject({ did: 'votes' });
  });

  test('and is told why: too few come, it was decided too late, or the money was not there', () => {
    const because = (pool: TestPool, act: () => unknown): unknown => {
      const before = pool.state;
      expect(notificationsAfter(pool, act)).toEqual(all('not-agreed', PEOPLE));
      return newestNotifications(pool, before)[0]?.did;
    };
    const few = funded();
    propose(few, 'x', { minPeople: 3 });
    vote(few, 'p0');
    vote(few, 'p1');
    expect(because(few, () => vote(few, 'p2', 'agree', false))).toBe('too-few-people');
    const late = funded();
    propose(late, 'x', { startsOn: addDays(TODAY, 2) });
    vote(late, 'p0');
    expect(because(late, () => late.wait(3))).toBe('too-late');
    const poor = new TestPool(PEOPLE);
    propose(poor);
    for (const person of PEOPLE) vote(poor, person);
    expect(because(poor, () => poor.wait(14))).toBe('money');
  });

  test('a waiting purchase that the group takes back: every elector is told what was agreed, and no enterprise', () => {
    const pool = new TestPool(PEOPLE);
    propose(pool);
    for (const person of PEOPLE) vote(pool, person);
    pool.does('p1', { type: 'propose', id: 'y', barred: [], idea: { kind: 'cancel', commissionId: 'x' } });
    const say = (person: string) =>
      pool.does(person, { type: 'vote', id: 'y', vote: { choice: 'agree', joining: false }, ownedEnterpriseIds: [] });
    say('p0');
    say('p1');
    const before = pool.state;
    expect(notificationsAfter(pool, () => say('p2'))).toEqual(all('agreed', PEOPLE));
    expect(newestNotifications(pool, before)[0]).toMatchObject({ about: 'y' });
    expect(pool.state.decidedProposals.x?.status).toBe('withdrawn');
  });

  test('a member who joined later, and could not vote, is not notified of the outcome', () => {
    const pool = funded();
    propose(pool);
    pool.does('p0', { type: 'invite', id: 'j', endsOn: addDays(TODAY, 9), uses: 1 });
    pool.does('new', { type: 'join', invitationId: 'j' });
    vote(pool, 'p0');
    vote(pool, 'p1');
    expect(notificationsAfter(pool, () => vote(pool, 'p2', 'block'))).toEqual(all('not-agreed', PEOPLE));
  });

  test('everybody who lacks money is notified of it, without an amount', () => {
    const pool = new TestPool(PEOPLE);
    pool.give('p0', 20_000);
    propose(pool);
    vote(pool, 'p0');
    vote(pool, 'p1');
    const before = pool.state;
    expect(notificationsAfter(pool, () => vote(pool, 'p2'))).toEqual(all('money-short', ['p1', 'p2']));
    expect(JSON.stringify(newestNotifications(pool, before))).not.toMatch(/1800|5400|pence/i);
  });

  test('whoever must agree to pay more is notified', () => {
    const pool = funded();
    propose(pool, 'x', { minPeople: 2 });
    const upTo = { type: 'vote', id: 'x', ownedEnterpriseIds: [] } as const;
    pool.does('p0', { ...upTo, vote: { choice: 'agree', joining: true } });
    pool.does('p1', { ...upTo, vote: { choice: 'agree', joining: true, upToPence: 1 } });
    const before = pool.state;
    pool.does('p2', { ...upTo, vote: { choice: 'agree', joining: false } });
    expect(newestNotifications(pool, before)).toMatchObject([
      { kind: 'money-short', did: 'limit', to: { personId: 'p1' } },
    ]);
  });

  test('everybody who has to sign a new agreement is asked to, instead of being notified that it was agreed', () => {
    const pool = funded();
    pool.does('p0', { type: 'propose', id: 'x', barred: [], idea: { kind: 'agreement', agreement: TERMS } });
    vote(pool, 'p0', 'agree', false);
    vote(pool, 'p1', 'agree', false);
    expect(notificationsAfter(pool, () => vote(pool, 'p2', 'agree', false))).toEqual(all('agreement-to-sign', PEOPLE));
  });
});

describe('an order', () => {
  test('that is accepted: everybody who takes part is notified', () => {
    const { pool, id } = ordered();
    expect(notificationsAfter(pool, () => pool.accept(id))).toEqual(all('accepted', PEOPLE));
  });

  test('that is refused, expires or is cancelled: everybody whose money is free again is notified', () => {
    for (const [did, act] of [
      ['refused', (one: TestPool) => one.does(OWNER, { type: 'refuse', id: 'c1', ownedEnterpriseIds: RUNS })],
      ['expired', (one: TestPool) => one.wait(15)],
      ['cancelled', (one: TestPool) => one.does(OWNER, { type: 'cancel', id: 'c1', ownedEnterpriseIds: RUNS })],
    ] as const) {
      const { pool } = ordered();
      const before = pool.state;
      expect([did, notificationsAfter(pool, () => act(pool))]).toEqual([did, all('money-returned', PEOPLE)]);
      expect(newestNotifications(pool, before)[0]).toMatchObject({ did, as: 'member' });
    }
  });

  test('that the pool cancels: the enterprise is notified too', () => {
    const { pool, id } = ordered();
    pool.accept(id);
    pool.does('p0', { type: 'propose', id: 'x', barred: [], idea: { kind: 'cancel', commissionId: id } });
    vote(pool, 'p0', 'agree', false);
    vote(pool, 'p1', 'agree', false);
    expect(notificationsAfter(pool, () => vote(pool, 'p2', 'agree', false))).toEqual([
      ...all('agreed', PEOPLE),
      `called-off → ${ENTERPRISE}`,
      ...all('money-returned', PEOPLE),
    ]);
  });
});

describe('a session', () => {
  test('to which somebody says that they cannot come, or can after all: only the person whom a supporter acted for is notified', () => {
    const { pool, id } = ordered({ minPeople: 2 }, { absence: 'free-with-notice' });
    const attend = (isComing: boolean) => pool.does('p1', { type: isComing ? 'attend' : 'stay-away', id, n: 2 });
    const sue = { actorId: 'sue', onBehalfOf: 'p1' };
    expect(notificationsAfter(pool, () => attend(false))).toEqual([]);
    expect(notificationsAfter(pool, () => attend(true), sue)).toEqual(['acted-for-you → p1']);
  });

  const onTheDay = () => {
    const { pool, id } = ordered();
    pool.accept(id);
    pool.wait(14);
    return { pool, id };
  };

  test('that was delivered: everybody who took part is asked to confirm it', () => {
    const { pool, id } = onTheDay();
    expect(notificationsAfter(pool, () => pool.deliver(id, 1))).toEqual(all('session-to-confirm', PEOPLE));
  });

  test('that one of them confirmed: the others are told until when they can object, once', () => {
    const { pool, id } = onTheDay();
    pool.deliver(id, 1);
    const confirm = (person: string) => pool.does(person, { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] });
    const before = pool.state;
    expect(notificationsAfter(pool, () => confirm('p1'))).toEqual(all('session-to-confirm', ['p0', 'p2']));
    expect(newestNotifications(pool, before)[0]).toMatchObject({
      did: 'confirmed',
      when: pool.commission(id).settlements[1]?.releasesAt,
    });
    expect(notificationsAfter(pool, () => confirm('p2'))).toEqual([]);
  });

  test('that was delivered: who has confirmed it meanwhile is asked no more', () => {
    const { pool, id } = onTheDay();
    pool.deliver(id, 1);
    const [notice] = newestNotifications(pool, pool.state);
    if (!notice) throw new Error('nobody was asked');
    const isAsked = (person: string) => isStillRelevant(notice, person, pool.state, addHours(pool.at, 1));
    expect(PEOPLE.map(isAsked)).toEqual([true, true, true]);
    pool.does('p1', { type: 'confirm', id, n: 1, ownedEnterpriseIds: [] });
    expect(PEOPLE.map(isAsked)).toEqual([true, false, true]);
  });

  test('that nobody marked: everybody whose money is free again is told why', () => {
    const { pool, id } = onTheDay();
    for (const n of [2, 3, 4]) pool.does(OWNER, { type: 'cancel', id, n, ownedEnterpriseIds: RUNS });
    const before = pool.state;
    expect(notificationsAfter(pool, () => pool.wait(14))).toEqual(all('money-returned', PEOPLE));
    expect(newestNotifications(pool, before)[0]).toMatchObject({ did: 'forgotten' });
  });

  test('in dispute: the enterprise is notified, once', () => {
    const { pool, id } = onTheDay();
    pool.deliver(id, 1);
    const wrong = { id, n: 1, ownedEnterpriseIds: [] } as const;
    expect(notificationsAfter(pool, () => pool.does('p1', { type: 'dispute', ...wrong }))).toEqual([
      `session-wrong → ${ENTERPRISE}`,
    ]);
    const answer = () => pool.does('p1', { type: 'resolve', side: 'pool', payPence: 100, ...wrong });
    expect(notificationsAfter(pool, answer)).toEqual([]);
  });

  test('without money: everybody who takes part and the enterprise are notified', () => {
    const pool = new TestPool(PEOPLE);
    for (const person of PEOPLE) pool.give(person, 1800);
    pool.accept(pool.agree({ heldAhead: 1 }));
    expect(notificationsAfter(pool, () => pool.wait(14))).toEqual([
      `session-not-funded → ${ENTERPRISE}`,
      ...all('session-not-funded', PEOPLE),
    ]);
  });

  test('that is tomorrow: everybody who takes part and the enterprise are reminded by the clock, and again for the next one in a week', () => {
    const { pool, id } = ordered();
    expect(nextReminder(pool.state, pool.at, true)).toBeUndefined();
    pool.accept(id);
    expect(nextReminder(pool.state, pool.at, true)).toBe(`${addDays(TODAY, 13)}T00:00:00.000Z`);
    expect(remindersOf(pool.state, pool.at)).toEqual([]);
    pool.wait(13);
    expect(nextReminder(pool.state, pool.at, true)).toBe(`${addDays(TODAY, 13)}T00:00:00.000Z`);
    const reminders = remindersOf(pool.state, pool.at);
    expect(reminders.map(({ to, as }) => [as, to])).toEqual([
      ...PEOPLE.map((personId) => ['member', { personId }]),
      ['owner', { enterpriseId: ENTERPRISE }],
    ]);
    expect(reminders[0]).toMatchObject({ session: 1, when: `${addDays(TODAY, 14)}T10:00:00.000Z` });
    expect(nextReminder(pool.state, pool.at, false)).toBe(`${addDays(TODAY, 20)}T00:00:00.000Z`);
  });
});

describe('somebody who leaves', () => {
  test('is notified of their own money and of nothing else, and is not reminded', () => {
    const { pool, id } = ordered();
    pool.accept(id);
    expect(notificationsAfter(pool, () => pool.does('p2', { type: 'leave' }))).toEqual(['money-returned → p2']);
    expect(notificationsAfter(pool, () => propose(pool))).toEqual(['decide → p1']);
    pool.wait(14);
    expect(notificationsAfter(pool, () => pool.deliver(id, 1))).toEqual(all('session-to-confirm', ['p0', 'p1']));
    pool.wait(6);
    expect(remindersOf(pool.state, pool.at).flatMap(({ to }) => ('personId' in to ? [to.personId] : []))).toEqual([
      'p0',
      'p1',
    ]);
  });

  test('and nobody is notified twice of one event', () => {
    const { pool, id } = ordered();
    const before = pool.state;
    pool.does(OWNER, { type: 'refuse', id, ownedEnterpriseIds: RUNS });
    const keys = newestNotifications(pool, before).map(({ kind, to, about, session }) =>
      JSON.stringify([kind, to, about, session]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('the owner is notified of money that the clock returns, not of what they withdrew themselves', () => {
    const pool = funded();
    const home = { type: 'refund', lots: [{ lot: '1', amountPence: 100 }] } as const;
    expect(notificationsAfter(pool, () => pool.does('p0', home), { actorId: 'p0' })).toEqual([]);
    expect(notificationsAfter(pool, () => pool.does('clock', home), { actorId: 'clock' })).toEqual([
      'money-returned → p0',
    ]);
  });
});

describe('a supporter', () => {
  test('who acts for somebody: that person is notified', () => {
    const pool = funded();
    propose(pool);
    expect(notificationsAfter(pool, () => vote(pool, 'p1'), { actorId: 'supporter', onBehalfOf: 'p1' })).toEqual([
      'acted-for-you → p1',
    ]);
  });

  test('who acts on an allocation: its person is notified, unless the pool’s event of the same transaction does so', () => {
    const event: Event<unknown> = {
      type: 'standing-changed',
      postings: [],
      changes: [],
      place: 'place',
      journal: 'ALLOC#a',
      seq: 3,
      idempotencyHash: '',
      bodyHash: '',
      actorId: 'supporter',
      onBehalfOf: 'p1',
      at: '2026-03-02T09:00:00.000Z',
      stateHash: '',
    };
    expect(notificationsOfAllocation(event, EMPTY_ALLOCATION)).toMatchObject([
      { kind: 'acted-for-you', as: 'self', to: { personId: 'p1' } },
    ]);
    expect(notificationsOfAllocation({ ...event, peers: [['POOL#pool', 2]] }, EMPTY_ALLOCATION)).toEqual([]);
    expect(notificationsOfAllocation({ ...event, actorId: 'p1' }, EMPTY_ALLOCATION)).toEqual([]);
  });
});

describe('a standing contribution', () => {
  const GRANT: AllocationState = {
    ...EMPTY_ALLOCATION,
    id: 'a',
    personId: 'p1',
    grantedPence: 2000,
    startsOn: '2026-03-02',
    endsOn: '2026-03-29',
    instalment: 'weekly',
    pooling: true,
  };
  /** By the second instalment £10 have come; `pooledPence` of them are in pools already. */
  const second = (pooledPence: number): AllocationState => ({
    ...GRANT,
    balancePence: 2000 - pooledPence,
    pooledPence: { pool: pooledPence },
    standing: { pool: { amountPence: 300, instalmentsDone: 1 } },
  });
  const AT = '2026-03-09T00:00:00.000Z';

  /** What the owner is told when somebody carries out a command. */
  function told(state: AllocationState, command: AllocationCommand, actorId = CLOCK) {
    const decided = allocationReducer.decide(state, command, AT, { idempotencyHash: '', bodyHash: '', actorId });
    if (!decided.ok) throw new Error(decided.refusal.code);
    const { decision, state: after } = decided.value;
    const found = notificationsOfAllocation(
      {
        ...decision,
        place: 'place',
        journal: 'ALLOC#a',
        seq: 3,
        idempotencyHash: '',
        bodyHash: '',
        actorId,
        at: AT,
        stateHash: '',
        peers: [['POOL#pool', 2]],
      },
      after,
    );
    for (const { kind } of found) seen.add(kind);
    return found.map(({ kind, as, to, did }) => [kind, as, to, did]);
  }
  const owner = (did: string) => [['standing-contribution', 'self', { personId: 'p1' }, did]];
  const pay = { type: 'pay-standing', poolId: 'pool' } as const;
  const miss = { type: 'miss-standing', poolId: 'pool' } as const;

  test('paid in full: nobody is told; in part, not at all or no more: its owner is, without a sum', () => {
    expect(told(second(500), pay)).toEqual([]);
    expect(told(second(800), pay)).toEqual(owner('part-paid'));
    expect(told(second(1000), { ...miss, stop: false })).toEqual(owner('missed'));
    expect(told(second(500), { ...miss, stop: true })).toEqual(owner('stopped'));
  });

  test('missed because it is paused, or stopped by its owner: they know, and are not told', () => {
    expect(told(second(500), { ...miss, stop: false })).toEqual([]);
    expect(told(second(500), { type: 'change-standing', poolId: 'pool', amountPence: 0 }, 'p1')).toEqual([]);
  });
});

test('every kind of notice has had a case here', () => {
  const reminders: NoticeKind[] = ['session-tomorrow'];
  expect([...new Set([...seen, ...reminders])].sort()).toEqual([...NOTICE_KINDS].sort());
});
