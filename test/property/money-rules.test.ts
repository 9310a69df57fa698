// Single cases of the rules of money (functions/rules-of-money.md) that an independent model once found broken.
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { refundable } from '../../functions/pools/journal/contribute.ts';
import { notReady } from '../../functions/pools/journal/decide.ts';
import { heldPenceOfPerson } from '../../functions/pools/journal/pool-sums.ts';
import { sharesOf } from '../../functions/pools/journal/split.ts';
import { ENTERPRISE, ORDER, OWNER, people, TestPool, TODAY } from './test-pool.ts';

const vote = (pool: TestPool, person: string, id: string, said: object = {}) =>
  pool.try(person, {
    type: 'vote',
    id,
    vote: { choice: 'agree', joining: true, ...said },
    ownedEnterpriseIds: [],
  });
const buy = (pool: TestPool, id: string, deal: object = {}, barred: string[] = [], by = 'p0') =>
  pool.try(by, { type: 'propose', id, barred, idea: { kind: 'buy', order: { ...ORDER, ...deal } } });
const stop = (pool: TestPool, id: string, commissionId: string, by = 'p0') =>
  pool.try(by, { type: 'propose', id, barred: [], idea: { kind: 'cancel', commissionId } });
const statuses = (pool: TestPool, id: string) => pool.commission(id).sessionStatuses;

describe('a refund goes to the lot that it came from', () => {
  /** p0 has health money that ends before the third session and pays for the first two, and education money for the rest. */
  function twoLots() {
    const pool = new TestPool(people(1));
    pool.give('p0', 2000, addDays(TODAY, 22), 'health');
    pool.give('p0', 2000, addDays(TODAY, 200), 'education');
    const id = pool.agree({ pricePence: 1000, sessions: 4, heldAhead: 4 });
    pool.accept(id);
    expect(pool.commission(id).heldByLot).toEqual({ 1: [1000, 1000], 2: [0, 0, 1000, 1000] });
    return { pool, id };
  }

  test('of a session that the enterprise cancels', () => {
    const { pool, id } = twoLots();
    for (const [n, free] of [
      [4, { 2: 1000 }],
      [1, { 1: 1000, 2: 1000 }],
    ] as const) {
      pool.does(OWNER, { type: 'cancel', id, n, ownedEnterpriseIds: [ENTERPRISE] });
      expect(pool.free()).toEqual(free);
    }
  });

  test('of a part payment: the earliest-ending of one person’s lots pays first, the rest goes back to each', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 700, addDays(TODAY, 22), 'health');
    pool.give('p0', 500, addDays(TODAY, 200), 'education');
    const id = pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 });
    pool.accept(id);
    pool.wait(14);
    pool.does('p0', { type: 'dispute', id, n: 1, ownedEnterpriseIds: [] });
    pool.does('broker', { type: 'resolve', id, n: 1, side: 'referee', payPence: 750, ownedEnterpriseIds: [] });
    expect(pool.free()).toEqual({ 2: 450 });
  });
});

describe('leaving', () => {
  /** Two who pay 500 a session; only the first session is held. */
  function ordered(deal: object = {}, upTo = 1000) {
    const pool = new TestPool(people(2), { noticeWeeks: 4 });
    for (const person of people(2)) pool.give(person, 10_000);
    const id = pool.agree({ pricePence: 1000, sessions: 6, heldAhead: 1, ...deal }, upTo);
    pool.accept(id);
    return { pool, id };
  }

  test('sets aside what is owed within the notice before the rest goes home, and those sessions take place', () => {
    const { pool, id } = ordered({ minPeople: 2 });
    pool.does('p1', { type: 'leave' });
    // Sessions on days 14, 21 and 28 are within the notice of 28 days.
    expect(heldPenceOfPerson(pool.state, 'p1')).toBe(1500);
    expect(pool.last.postings.find(({ to }) => to === 'allocation')?.amount).toBe(10_000 - 1500);
    pool.wait(14);
    for (const n of [1, 2, 3]) {
      pool.deliver(id, n);
      pool.confirm(id, n);
      expect(pool.state.releasedPence).toBe(1000 * n);
      pool.wait(7);
    }
    expect(statuses(pool, id).slice(0, 3)).toEqual(['released', 'released', 'released']);
  });

  test('splits the sessions after the notice among those who stay where they agreed to so much, else they are not funded', () => {
    const generous = ordered();
    generous.pool.does('p1', { type: 'leave' });
    generous.pool.wait(30);
    expect(statuses(generous.pool, generous.id)[3]).toBe('held');
    expect(Object.fromEntries(sharesOf(generous.pool.state, generous.pool.commission(generous.id), 4))).toEqual({
      p0: 1000,
    });
    const strict = ordered({}, 500);
    strict.pool.does('p1', { type: 'leave' });
    strict.pool.wait(30);
    expect(statuses(strict.pool, strict.id)[3]).toBe('not-funded');
  });

  test('does not ask a leaver to a session within the notice for which their money does not reach: the others may go', () => {
    const pool = new TestPool(people(2), { noticeWeeks: 4 });
    pool.give('p0', 10_000);
    pool.give('p1', 1000);
    const id = pool.agree({ pricePence: 1000, sessions: 3, heldAhead: 1 }, 1000);
    pool.accept(id);
    pool.does('p1', { type: 'leave' });
    expect(pool.commission(id).absentees).toEqual({ 3: ['p1'] });
    pool.wait(21);
    expect(statuses(pool, id)[2]).toBe('held');
    expect(sharesOf(pool.state, pool.commission(id), 3).get('p0')).toBe(1000);
  });

  test('leaves nothing of what was set aside behind when such a session is not funded after all', () => {
    const { pool, id } = ordered({ minPeople: 2 });
    pool.does('p1', { type: 'leave' });
    const lots = Object.entries(pool.state.lots).filter(([, lot]) => lot.personId === 'p0');
    for (const [lot, { freePence }] of lots)
      pool.does('p0', { type: 'refund', lots: [{ lot, amountPence: freePence }] });
    pool.wait(22);
    expect(statuses(pool, id).slice(1, 3)).toEqual(['not-funded', 'not-funded']);
    expect(heldPenceOfPerson(pool.state, 'p1')).toBe(pool.state.releasedPence === 0 ? 500 : 0);
    expect(refundable(pool.state, dayOf(pool.at)).reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(1000);
  });

  test('lets a leaver not come back to a session to which they are not asked', () => {
    const pool = new TestPool(people(2), { noticeWeeks: 4, absence: 'free-with-notice' });
    pool.give('p0', 10_000);
    pool.give('p1', 500);
    const id = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 1 }, 1000);
    pool.accept(id);
    pool.does('p1', { type: 'leave' });
    expect(pool.try('p1', { type: 'attend', id, n: 2 })).toBe('still-leaving');
  });
});

describe('deciding', () => {
  test('too late is not agreed, and says so: no order is made that expires at once', () => {
    const pool = new TestPool(people(2), { votingDays: 60 });
    for (const person of people(2)) pool.give(person, 10_000);
    buy(pool, 'late');
    vote(pool, 'p0', 'late');
    pool.wait(14);
    expect(pool.state.decidedProposals.late).toMatchObject({ status: 'not-agreed', notAgreedBecause: 'too-late' });
    expect(pool.state.commissions).toEqual({});
  });

  test.each([
    ['votes', (pool: TestPool) => vote(pool, 'p1', 'x', { choice: 'block', joining: false })],
    ['too-few-people', (pool: TestPool) => vote(pool, 'p1', 'x', { joining: false })],
  ])('says why something is not agreed: %s', (because, last) => {
    const pool = new TestPool(people(2));
    for (const person of people(2)) pool.give(person, 10_000);
    buy(pool, 'x', { minPeople: 2 });
    vote(pool, 'p0', 'x');
    last(pool);
    expect(pool.state.decidedProposals.x).toMatchObject({ status: 'not-agreed', notAgreedBecause: because });
  });

  test('what the group has agreed only the group takes back, by a vote, also when the proposer has left', () => {
    const pool = new TestPool(people(3));
    pool.give('p0', 10_000);
    const id = pool.agree({ minPeople: 1 });
    expect(pool.state.proposals[id]?.status).toBe('waiting');
    expect(pool.try('p0', { type: 'withdraw-proposal', id })).toBe('already-decided');
    pool.does('p0', { type: 'leave' });
    expect(stop(pool, 'back', id, 'p1')).toBeUndefined();
    for (const person of ['p1', 'p2']) vote(pool, person, 'back', { joining: false });
    expect(pool.state.decidedProposals[id]?.status).toBe('withdrawn');
    expect(pool.state.decidedProposals.back?.status).toBe('agreed');
  });

  test('without money by its first session ends as not agreed for want of money', () => {
    const pool = new TestPool(people(2));
    const id = pool.agree();
    pool.wait(14);
    expect(pool.state.decidedProposals[id]).toMatchObject({ status: 'not-agreed', notAgreedBecause: 'money' });
  });

  test('asks again whoever agreed to less than the dearest share of any session, held or not', () => {
    const pool = new TestPool(people(2));
    for (const person of people(2)) pool.give(person, 10_000);
    const id = pool.agree({ pricePence: 1001, sessions: 4, heldAhead: 1 }, 500);
    const waiting = pool.state.proposals[id];
    if (waiting?.kind !== 'buy') throw new Error('it should wait');
    expect(
      notReady(pool.state, waiting, pool.at).map(({ personId, mustAgreeToMore }) => [personId, mustAgreeToMore]),
    ).toEqual([
      ['p0', true],
      ['p1', true],
    ]);
    vote(pool, 'p0', id, { upToPence: 501 });
    expect(pool.state.proposals[id]?.status).toBe('waiting');
    vote(pool, 'p1', id, { upToPence: 501 });
    expect(statuses(pool, id)).toEqual(['held', 'planned', 'planned', 'planned']);
  });

  test('counts the sessions that fall due within seven days as required', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 3999);
    const near = { pricePence: 1000, sessions: 6, heldAhead: 1, everyDays: 2, startsOn: addDays(TODAY, 2) };
    const id = pool.agree(near);
    // On days 2, 4 and 6 and no later; of 8, 10 and 12 the money is not needed yet.
    expect(statuses(pool, id)).toEqual(['held', 'held', 'held', 'planned', 'planned', 'planned']);
    const poor = new TestPool(people(1));
    poor.give('p0', 2999);
    const waits = poor.agree(near);
    expect(poor.state.proposals[waits]?.status).toBe('waiting');
  });

  test('without those whom a conflict bars: three members, quorum 3, one of them runs the enterprise', () => {
    const pool = new TestPool(people(3), { quorum: 3, decisionRule: 'everyone' });
    for (const person of people(3)) pool.give(person, 10_000);
    buy(pool, 'class', { pricePence: 1000 }, ['p2']);
    expect(pool.state.proposals.class?.electors).toEqual(['p0', 'p1']);
    expect(vote(pool, 'p2', 'class')).toBe('not-an-elector');
    for (const person of ['p0', 'p1']) vote(pool, person, 'class');
    expect(pool.commission('class').participants.map(({ personId }) => personId)).toEqual(['p0', 'p1']);
  });

  test('cannot be asked of nobody: a pool of those alone who run the enterprise', () => {
    const pool = new TestPool(people(1));
    expect(buy(pool, 'class', {}, ['p0'])).toBe('own-enterprise');
  });
});

describe('what one decision frees', () => {
  test('is offered to a waiting purchase in the same event', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 4000);
    const first = pool.agree({ pricePence: 1000 });
    const second = pool.agree({ pricePence: 1000 });
    expect(pool.state.proposals[second]?.status).toBe('waiting');
    stop(pool, 'stop', first);
    vote(pool, 'p0', 'stop', { joining: false });
    expect(statuses(pool, second)).toEqual(['held', 'held', 'held', 'held']);
    expect(pool.last.changes.filter(({ type }) => type === 'commissioned')).toHaveLength(1);
  });

  test('goes to the next session of an order that runs before a waiting purchase', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 1000);
    const runs = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 2, startsOn: addDays(TODAY, 20) });
    expect(pool.state.proposals[runs]?.status).toBe('waiting');
    pool.give('p0', 1000);
    pool.accept(runs);
    const waits = pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 });
    pool.does(OWNER, { type: 'cancel', id: runs, n: 1, ownedEnterpriseIds: [ENTERPRISE] });
    // Both sessions of the first were held: what came free is for the second.
    expect(statuses(pool, waits)).toEqual(['held']);
    const next = new TestPool(people(1));
    next.give('p0', 1000);
    const order = next.agree({ pricePence: 1000, sessions: 2, heldAhead: 1, startsOn: addDays(TODAY, 20) });
    next.accept(order);
    const other = next.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 });
    next.does(OWNER, { type: 'cancel', id: order, n: 1, ownedEnterpriseIds: [ENTERPRISE] });
    expect(statuses(next, order)).toEqual(['cancelled', 'held']);
    expect(next.state.proposals[other]?.status).toBe('waiting');
  });
});

describe('an absence', () => {
  const free = { absence: 'free-with-notice' } as const;

  test('is free wherever nobody’s share rises by it, whatever others have agreed to or have', () => {
    const pool = new TestPool(people(3), free);
    for (const person of people(3)) pool.give(person, 5000);
    const id = pool.agree({ priceModel: 'per-person', pricePence: 900, minPeople: 2 });
    pool.accept(id);
    pool.does('p0', { type: 'change-limit', id, upToPence: 1 });
    const before = pool.commission(id).heldByLot;
    pool.does('p1', { type: 'stay-away', id, n: 2 });
    expect(pool.commission(id).heldByLot).toEqual({ ...before, 2: [900, 0, 900, 900] });
    expect(pool.last.postings.map(({ from, to, amount }) => [from, to, amount])).toEqual([
      [`held:${id}:2`, 'lot:2', 900],
    ]);
    expect(pool.try('p2', { type: 'stay-away', id, n: 2 })).toBe('others-would-not-cover');
  });

  test('that is none is an answer and no refusal: who says that they come when they do already', () => {
    for (const absence of ['pay', 'free-with-notice'] as const) {
      const pool = new TestPool(people(2), { absence });
      for (const person of people(2)) pool.give(person, 5000);
      const id = pool.agree({ pricePence: 1000 });
      const { state } = pool;
      expect(pool.does('p0', { type: 'attend', id, n: 1 })).toMatchObject({ postings: [], changes: [] });
      expect(pool.state).toEqual(state);
    }
  });

  test('where all pay is refused', () => {
    const pool = new TestPool(people(2));
    for (const person of people(2)) pool.give(person, 5000);
    expect(pool.try('p0', { type: 'stay-away', id: pool.agree({ pricePence: 1000 }), n: 1 })).toBe('absence-is-paid');
  });
});

describe('a moment', () => {
  test('frees money before it judges: a request that expires on the last day for a session’s money', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 1000);
    const first = pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 });
    expect(pool.commission(first).answerBy.slice(0, 10)).toBe(addDays(TODAY, 14));
    const id = pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1, startsOn: addDays(TODAY, 30) });
    expect(pool.state.proposals[id]?.status).toBe('waiting');
    pool.wait(14);
    expect(statuses(pool, id)).toEqual(['held']);
  });

  test('of a day is 00:00 in London, in summer an hour before midnight in UTC', () => {
    const pool = new TestPool(people(2), { noticeWeeks: 0, votingDays: 1 });
    for (const person of people(2)) pool.give(person, 500);
    // Session 2 needs its money by 00:00 on 6 June.
    const id = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 1, everyDays: 7, startsOn: '2026-06-06' }, 1000);
    pool.accept(id);
    pool.at = '2026-06-05T22:59:59.000Z';
    pool.does('p0', { type: 'change-limit', id, upToPence: 1000 });
    expect(statuses(pool, id)[1]).toBe('planned');
    pool.at = '2026-06-05T23:00:00.000Z';
    pool.does('p0', { type: 'change-limit', id, upToPence: 1000 });
    expect(statuses(pool, id)[1]).toBe('not-funded');
  });

  test('gives a session up, whose money is free again, before it judges whether that of another is there', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 2000);
    // The money of its second session is needed on day 28, when the other order's session of day 14 is settled back.
    const id = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 1, startsOn: addDays(TODAY, 28) });
    pool.accept(id);
    pool.accept(pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 }));
    pool.wait(28);
    expect(statuses(pool, id)).toEqual(['held', 'held']);
  });

  test('comes before a later one of the same night, also in the hour in which London has the next day and UTC has not', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 2000);
    const id = pool.agree({ pricePence: 1000, sessions: 2, heldAhead: 1, startsOn: '2026-06-06', everyDays: 7 });
    pool.accept(id);
    // Expires at 00:30 on 6 June, half an hour too late for a session whose money is needed by 00:00.
    pool.at = '2026-05-30T12:00:00.000Z';
    const late = { pricePence: 1000, sessions: 1, heldAhead: 1, startsOn: '2026-06-06', time: '00:30' };
    expect(statuses(pool, pool.agree(late))).toEqual(['held']);
    pool.at = '2026-06-05T23:45:00.000Z';
    pool.wait(0);
    expect(statuses(pool, id)).toEqual(['held', 'not-funded']);
  });

  test('a session is delivered and objected to from its start on, not before', () => {
    const pool = new TestPool(people(1));
    pool.give('p0', 1000);
    const id = pool.agree({ pricePence: 1000, sessions: 1, heldAhead: 1 });
    pool.accept(id);
    const say = (type: 'deliver' | 'dispute', by: string, ownedEnterpriseIds: string[]) =>
      pool.try(by, { type, id, n: 1, ownedEnterpriseIds });
    pool.at = `${addDays(TODAY, 14)}T09:59:59.000Z`;
    expect([say('deliver', OWNER, [ENTERPRISE]), say('dispute', 'p0', [])]).toEqual(['not-yet', 'not-yet']);
    pool.at = `${addDays(TODAY, 14)}T10:00:00.000Z`;
    expect([say('deliver', OWNER, [ENTERPRISE]), say('dispute', 'p0', [])]).toEqual([undefined, undefined]);
  });
});
