// Deciding through HTTP on a real engine: the four rules, quorum, deadline, votes, waiting for money, cancelling, new agreements.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getTexts } from '../../functions/pools/pools.store.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Offer, type Pool, type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
type Three = [TestPerson, TestPerson, TestPerson];

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

async function three(options: object = {}, agreement: object = {}): Promise<[Pool, Three]> {
  const people = (await stage.people(3)) as Three;
  return [await stage.pool(people, { pence: 6000, agreement, ...options }), people];
}
const proposal = async (poolId: string, id: string, as: TestPerson) =>
  stage.done(stage.get(`/v1/pools/${poolId}/proposals/${id}`, as));
const offer = (changes: object = {}) => stage.offer(changes);

describe('a decision', () => {
  const yes = { choice: 'agree', joining: true };
  const no = { choice: 'disagree', joining: false };
  const block = { choice: 'block', joining: false };
  const abstain = { choice: 'abstain', joining: true };

  test.each([
    ['everyone', 'all agree', [yes, yes, yes], 'agreed'],
    ['everyone', 'somebody abstains', [yes, yes, abstain], 'agreed'],
    ['everyone', 'one disagrees', [yes, yes, no], 'not-agreed'],
    ['everyone', 'one blocks', [yes, yes, block], 'not-agreed'],
    ['consent', 'one disagrees', [yes, yes, no], 'agreed'],
    ['consent', 'one blocks', [yes, yes, block], 'not-agreed'],
    ['consent', 'nobody agrees', [abstain, abstain, abstain], 'not-agreed'],
    ['two-thirds', 'two of three agree', [yes, yes, block], 'agreed'],
    ['two-thirds', 'one agrees, one disagrees, one abstains', [yes, no, abstain], 'not-agreed'],
    ['majority', 'one agrees and two abstain', [yes, abstain, abstain], 'agreed'],
    ['majority', 'as many agree as block', [yes, block, abstain], 'not-agreed'],
    ['majority', 'two of three disagree', [yes, no, no], 'not-agreed'],
  ] as const)('by %s when %s', async (decisionRule, _, votes, status) => {
    const [pool, people] = await three({}, { decisionRule, quorum: 3 });
    const id = await stage.proposeToBuy(pool.id, people[0], await offer({ minPeople: 1 }));
    for (const [i, vote] of votes.entries()) {
      const { body } = await stage.vote(pool.id, id, people[i] as TestPerson, vote);
      expect(body.status).toBe(i < 2 ? 'open' : status);
    }
    const { commissions, heldPence } = await stage.see(pool.id, people[0]);
    expect([commissions.length, heldPence]).toEqual(status === 'agreed' ? [1, 6000] : [0, 0]);
    const last = { votes: votes.filter(({ choice }) => choice === 'agree').length };
    expect((await proposal(pool.id, id, people[0])).votes.agree).toBe(last.votes);
  });

  test('needs no more than the quorum at its deadline, and is made by the clock', async () => {
    const [pool, [rosa, sam]] = await three({}, { quorum: 2, votingDays: 2 });
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    for (const one of [rosa, sam]) expect((await stage.vote(pool.id, id, one)).body.status).toBe('open');
    await kitty.advance(1);
    expect((await proposal(pool.id, id, rosa)).status).toBe('open');
    await kitty.advance(1);
    expect(await proposal(pool.id, id, rosa)).toMatchObject({ status: 'agreed', commissionId: `${pool.id}-${id}` });
    expect(await stage.see(pool.id, rosa)).toMatchObject({ heldPence: 6000, commissions: [{ people: 2 }] });
  });

  test('under the quorum at its deadline is not made', async () => {
    const [pool, [rosa]] = await three({}, { quorum: 2, votingDays: 1 });
    const id = await stage.proposeToBuy(pool.id, rosa, await offer({ minPeople: 1 }));
    await stage.done(stage.vote(pool.id, id, rosa));
    await kitty.advance(1);
    expect((await proposal(pool.id, id, rosa)).status).toBe('not-agreed');
    expect(statusAndCode(await stage.vote(pool.id, id, rosa))).toEqual([409, 'already-decided']);
    expect((await stage.see(pool.id, rosa)).heldPence).toBe(0);
  });

  test('with fewer joining than the offer needs is not made', async () => {
    const [pool, people] = await three();
    const id = await stage.proposeToBuy(pool.id, people[0], await offer({ minPeople: 3 }));
    for (const [i, one] of people.entries())
      expect((await stage.vote(pool.id, id, one, { joining: i > 0 })).body.status).toBe(i < 2 ? 'open' : 'not-agreed');
  });

  test('is paid for only by those who join', async () => {
    const [pool, people] = await three();
    const id = await stage.proposeToBuy(pool.id, people[0], await offer());
    for (const [i, one] of people.entries()) await stage.done(stage.vote(pool.id, id, one, { joining: i > 0 }));
    const held = await Promise.all(people.map(async (one) => (await stage.see(pool.id, one)).mine.heldPence));
    expect(held).toEqual([0, 3000, 3000]);
  });
});

describe('a vote', () => {
  test('can be changed and withdrawn until the decision, and the last vote counts', async () => {
    const [pool, [rosa, sam, priya]] = await three();
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    await stage.done(stage.vote(pool.id, id, rosa, { choice: 'block', joining: false, reason: 'Too early for me' }));
    expect((await proposal(pool.id, id, sam)).reasons).toEqual([{ personId: rosa.personId, text: 'Too early for me' }]);
    await stage.done(stage.vote(pool.id, id, rosa));
    const changed = await proposal(pool.id, id, rosa);
    expect(changed).toMatchObject({
      votes: { agree: 1, block: 0 },
      mine: { choice: 'agree', joining: true },
      reasons: [],
    });
    await stage.done(stage.vote(pool.id, id, sam, { reason: 'Yes!' }));
    const back = await stage.post(`/v1/pools/${pool.id}/proposals/${id}/vote/withdrawal`, sam);
    expect(back.status).toBe(204);
    const after = await proposal(pool.id, id, sam);
    expect(after).toMatchObject({
      votes: { agree: 1 },
      notYetVoted: expect.arrayContaining([sam.personId]),
      reasons: [],
    });
    expect(after).not.toHaveProperty('mine');
    const twice = await stage.post(`/v1/pools/${pool.id}/proposals/${id}/vote/withdrawal`, sam);
    expect(statusAndCode(twice)).toEqual([409, 'not-voted']);
    for (const one of [sam, priya]) await stage.done(stage.vote(pool.id, id, one));
    expect((await proposal(pool.id, id, rosa)).status).toBe('agreed');
  });

  test('that is refused changes nothing, the reason given before included', async () => {
    const [pool, people] = await three();
    const [rosa] = people;
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    for (const one of people) await stage.done(stage.vote(pool.id, id, one, { reason: 'I like it' }));
    const before = await proposal(pool.id, id, rosa);
    const late = await stage.vote(pool.id, id, rosa, { choice: 'block', joining: false, reason: 'I hate it' });
    expect(statusAndCode(late)).toEqual([409, 'already-decided']);
    const back = await stage.post(`/v1/pools/${pool.id}/proposals/${id}/vote/withdrawal`, rosa);
    expect(statusAndCode(back)).toEqual([409, 'already-decided']);
    expect(await proposal(pool.id, id, rosa)).toEqual(before);
    expect(before.reasons).toHaveLength(3);
  });

  test('is for those who were members when it was proposed', async () => {
    const [pool, [rosa]] = await three();
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    const mary = await kitty.newPerson('Mary', ['holder']);
    expect((await stage.vote(pool.id, id, mary)).status).toBe(404);
    await stage.done(stage.accept(await stage.invitation(pool.id, rosa), mary));
    expect(statusAndCode(await stage.vote(pool.id, id, mary))).toEqual([409, 'not-an-elector']);
    expect((await proposal(pool.id, id, mary)).electors).toBe(3);
  });

  test('to join is refused when no place is left', async () => {
    const [pool, [rosa, sam, priya]] = await three();
    const id = await stage.proposeToBuy(pool.id, rosa, await offer({ maxPeople: 2 }));
    for (const one of [rosa, sam]) await stage.done(stage.vote(pool.id, id, one));
    expect(statusAndCode(await stage.vote(pool.id, id, priya))).toEqual([409, 'no-places-left']);
    expect((await stage.vote(pool.id, id, priya, { joining: false })).body.status).toBe('agreed');
  });

  test('on what one’s own enterprise would deliver is refused', async () => {
    const [pool, [rosa, sam]] = await three();
    const own = await stage.offer({}, rosa);
    const id = await stage.proposeToBuy(pool.id, sam, own);
    expect(statusAndCode(await stage.vote(pool.id, id, rosa))).toEqual([409, 'own-enterprise']);
    expect((await stage.vote(pool.id, id, sam)).status).toBe(200);
  });

  test('on a proposal of another pool is refused', async () => {
    const [pool, [rosa]] = await three();
    const [other, [mary]] = await three();
    const id = await stage.proposeToBuy(other.id, mary, await offer());
    expect(statusAndCode(await stage.vote(pool.id, id, rosa))).toEqual([404, 'not-found']);
    expect((await stage.get(`/v1/pools/${pool.id}/proposals/${id}`, rosa)).status).toBe(404);
  });
});

describe('a proposal', () => {
  test('copies the offer’s price and terms at that moment', async () => {
    const [pool, people] = await three();
    const { owner, offerId, enterpriseId } = await offer();
    const id = await stage.proposeToBuy(pool.id, people[0], { owner, offerId, enterpriseId }, { note: 'On Tuesdays?' });
    const dearer = { ...(await stage.done(stage.get(`/v1/offers/${offerId}`, owner))) };
    const {
      title,
      description,
      category,
      priceModel,
      minPeople,
      maxPeople,
      durationMinutes,
      postcode,
      cancellation,
      access,
    } = dearer;
    const body = {
      title,
      description,
      category,
      priceModel,
      minPeople,
      maxPeople,
      durationMinutes,
      postcode,
      cancellation,
      access,
    };
    await stage.done(stage.put(`/v1/offers/${offerId}`, owner, { ...body, title: 'Dearer', pricePence: 9000 }));
    expect(await proposal(pool.id, id, people[1])).toMatchObject({
      pricePence: 3000,
      title: 'Dance class',
      note: 'On Tuesdays?',
      by: people[0].personId,
      time: '10:00',
      everyDays: 7,
      heldAhead: 2,
    });
    for (const one of people) await stage.done(stage.vote(pool.id, id, one));
    expect((await stage.see(pool.id, people[0])).heldPence).toBe(6000);
  });

  test('keeps its title when others are made at the same time, and while the pool remembers it', async () => {
    const [pool, [rosa]] = await three();
    const titles = ['Dance', 'Garden', 'Football', 'Cooking'];
    const offers = await Promise.all(titles.map((title) => offer({ title })));
    const ids = await Promise.all(offers.map((one) => stage.proposeToBuy(pool.id, rosa, one)));
    const shown = async () => Promise.all(ids.map(async (id) => (await proposal(pool.id, id, rosa)).title));
    expect(await shown()).toEqual(titles);
    await kitty.advance(3);
    await stage.done(stage.post(`/v1/pools/${pool.id}/proposals/${ids[1]}/withdrawal`, rosa));
    await stage.proposeToBuy(pool.id, rosa, offers[0] as Offer);
    expect(await shown()).toEqual(titles);
    // A refused proposal stores no title.
    const late = { offerId: offers[0]?.offerId, sessions: 1, startsOn: stage.inDays(-1) };
    expect((await stage.post(`/v1/pools/${pool.id}/proposals`, rosa, late)).status).toBe(409);
    expect(Object.keys((await getTexts(kitty.context.table, rosa.place, pool.id)).titles)).toHaveLength(5);
  });

  test('is withdrawn only by the proposer, until it is decided', async () => {
    const [pool, [rosa, sam]] = await three();
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    const withdraw = (as: TestPerson) => stage.post(`/v1/pools/${pool.id}/proposals/${id}/withdrawal`, as);
    expect(statusAndCode(await withdraw(sam))).toEqual([409, 'not-the-proposer']);
    expect((await withdraw(rosa)).status).toBe(204);
    expect((await proposal(pool.id, id, sam)).status).toBe('withdrawn');
    expect(statusAndCode(await withdraw(rosa))).toEqual([409, 'already-decided']);
    expect(statusAndCode(await stage.vote(pool.id, id, sam))).toEqual([409, 'already-decided']);
  });

  test('needs an offer that is there, of this place, and a first session that is to come', async () => {
    const [pool, [rosa]] = await three();
    const elsewhere = await kitty.newPerson('Elsie', ['enterprise'], 'elsewhere');
    const foreign = await stage.offer({}, elsewhere);
    const gone = await offer();
    await stage.done(kitty.call('DELETE', `/v1/offers/${gone.offerId}`, { as: gone.owner }));
    const ask = (changes: object) =>
      stage.post(`/v1/pools/${pool.id}/proposals`, rosa, { sessions: 1, startsOn: stage.inDays(1), ...changes });
    for (const offerId of ['abcdefgh01234567', foreign.offerId, gone.offerId]) {
      const answer = await ask({ offerId });
      expect([...statusAndCode(answer), answer.body.errors[0].field]).toEqual([409, 'no-such-offer', 'offerId']);
    }
    const { offerId } = await offer();
    for (const late of [{ startsOn: stage.inDays(-1) }, { startsOn: stage.inDays(0), time: '00:01' }])
      expect(statusAndCode(await ask({ offerId, ...late }))).toEqual([409, 'starts-in-the-past']);
    expect((await ask({ offerId, startsOn: stage.inDays(0), time: '23:59' })).status).toBe(201);
  });

  test('closes before its first session, so that nobody decides about the past', async () => {
    const [pool, [rosa]] = await three({}, { votingDays: 30 });
    const startsOn = stage.inDays(2);
    const id = await stage.proposeToBuy(pool.id, rosa, await offer(), { startsOn });
    expect((await proposal(pool.id, id, rosa)).closesAt).toBe(`${startsOn}T09:00:00.000Z`);
  });
});

describe('a proposal that is agreed and lacks money', () => {
  test('waits, shows each member only what they lack, and is made by the contribution that completes it', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people);
    const [rosa, sam, priya] = people;
    const put = (i: 0 | 1 | 2, pence: number) =>
      stage.done(stage.contribute(pool.id, people[i], pool.allocations[i] ?? '', pence));
    await put(0, 2000);
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    for (const one of [rosa, sam]) await stage.done(stage.vote(pool.id, id, one));
    const last = await stage.vote(pool.id, id, priya);
    expect(last.body.status).toBe('waiting');
    expect(last.body).not.toHaveProperty('commissionId');
    expect(last.body.missing).toHaveLength(2);
    expect(last.body.missing).toContainEqual({ personId: sam.personId, ready: false, mustAgreeToMore: false });
    expect(last.body.missing).toContainEqual({
      personId: priya.personId,
      ready: false,
      mustAgreeToMore: false,
      minePence: 2000,
    });
    await put(1, 2000);
    await put(2, 1999);
    const almost = await proposal(pool.id, id, priya);
    expect(almost).toMatchObject({ status: 'waiting', missing: [{ personId: priya.personId, minePence: 1 }] });
    expect(await stage.see(pool.id, rosa)).toMatchObject({ heldPence: 0, freePence: 5999 });
    const { seq } = await put(2, 1);
    expect(await stage.see(pool.id, rosa)).toMatchObject({
      seq,
      heldPence: 6000,
      freePence: 0,
      commissions: [{ people: 3 }],
    });
    expect(await proposal(pool.id, id, rosa)).toMatchObject({ status: 'agreed', commissionId: `${pool.id}-${id}` });
  });

  test('asks those whose share is more than their limit to agree, and holds the money when they do', async () => {
    const [pool, people] = await three();
    const [rosa, sam] = people;
    const id = await stage.proposeToBuy(pool.id, rosa, await offer());
    await stage.done(stage.vote(pool.id, id, sam, { upToPence: 999 }));
    await stage.done(stage.vote(pool.id, id, people[2]));
    const { body } = await stage.vote(pool.id, id, rosa);
    expect(body).toMatchObject({
      status: 'waiting',
      missing: [{ personId: sam.personId, ready: false, mustAgreeToMore: true }],
    });
    expect(statusAndCode(await stage.vote(pool.id, id, sam, { choice: 'block', upToPence: 1000 }))).toEqual([
      409,
      'already-decided',
    ]);
    expect((await stage.vote(pool.id, id, sam, { upToPence: 1000 })).body).toMatchObject({
      status: 'agreed',
      commissionId: `${pool.id}-${id}`,
    });
  });

  test('goes on without somebody who no longer joins, if enough still do', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people);
    for (const i of [0, 1] as const)
      await stage.done(stage.contribute(pool.id, people[i], pool.allocations[i] ?? '', 3000));
    const id = await stage.proposeToBuy(pool.id, people[0], await offer());
    for (const one of people) await stage.done(stage.vote(pool.id, id, one));
    expect((await stage.vote(pool.id, id, people[2], { joining: false })).body.status).toBe('agreed');
    expect(await stage.see(pool.id, people[0])).toMatchObject({ heldPence: 6000, commissions: [{ people: 2 }] });
  });

  test('fails when its first session begins', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people);
    const id = await stage.proposeToBuy(pool.id, people[0], await offer(), { startsOn: stage.inDays(2) });
    for (const one of people) await stage.done(stage.vote(pool.id, id, one));
    await kitty.advance(1);
    expect((await proposal(pool.id, id, people[0])).status).toBe('waiting');
    await kitty.advance(2);
    expect((await proposal(pool.id, id, people[0])).status).toBe('not-agreed');
  });

  test('two at once for the last pounds: one holds the money, the other waits, and nothing is overspent', async () => {
    const people = (await stage.people(2)) as [TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 3000 });
    const [rosa, sam] = people;
    const ids = [
      await stage.proposeToBuy(pool.id, rosa, await offer()),
      await stage.proposeToBuy(pool.id, sam, await offer()),
    ];
    for (const id of ids) await stage.done(stage.vote(pool.id, id, rosa));
    const answers = await Promise.all(ids.map((id) => stage.vote(pool.id, id, sam)));
    expect(answers.map(({ body }) => body.status).sort()).toEqual(['agreed', 'waiting']);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 0, heldPence: 6000 });
  });
});

describe('money held ahead', () => {
  test('is held for so many sessions at once, and each release holds the next', async () => {
    const people = (await stage.people(2)) as [TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 3000 });
    const [rosa, sam] = people;
    const class_ = await offer();
    const commissionId = await stage.order(pool, class_, { sessions: 4, heldAhead: 1 });
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 3000, heldPence: 3000 });
    await stage.done(stage.act(commissionId, 'acceptance', class_.owner));
    await kitty.advance(14);
    const session = async (n: number) => {
      await stage.done(stage.act(commissionId, `sessions/${n}/delivery`, class_.owner));
      await stage.done(stage.act(commissionId, `sessions/${n}/confirmation`, sam));
      return stage.done(stage.act(commissionId, `sessions/${n}/confirmation`, rosa));
    };
    const first = await session(1);
    expect(first.sessions.map(({ funded }: { funded: boolean }) => funded)).toEqual([true, true, false, false]);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 0, heldPence: 3000, releasedPence: 3000 });
    await kitty.advance(7);
    await session(2);
    // The third was not funded 7 days before; money that comes now is in time for the fourth.
    await stage.done(stage.contribute(pool.id, rosa, pool.allocations[0] ?? '', 1500));
    await stage.done(stage.contribute(pool.id, sam, pool.allocations[1] ?? '', 1500));
    const { sessions } = await stage.commission(commissionId, rosa);
    expect(sessions.map(({ status }: { status: string }) => status)).toEqual([
      'released',
      'released',
      'not-funded',
      'planned',
    ]);
    expect(sessions[3].funded).toBe(true);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ heldPence: 3000, releasedPence: 6000 });
  });
});

describe('a proposal to cancel', () => {
  /** An accepted class of £30 for two, two sessions from the 14th day on, 48 hours’ notice or half the price. */
  async function ordered(changes: object = {}): Promise<[Pool, [TestPerson, TestPerson], string, TestPerson]> {
    const people = (await stage.people(2)) as [TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 3000 });
    const class_ = await offer(changes);
    const commissionId = await stage.order(pool, class_);
    await stage.done(stage.act(commissionId, 'acceptance', class_.owner));
    return [pool, people, commissionId, class_.owner];
  }
  async function cancel(pool: Pool, people: readonly TestPerson[], body: object): Promise<void> {
    const id = await stage.propose(pool.id, people[0] as TestPerson, { kind: 'cancel', ...body });
    for (const one of people) await stage.done(stage.vote(pool.id, id, one, { joining: false }));
    expect((await proposal(pool.id, id, people[0] as TestPerson)).status).toBe('agreed');
  }

  test('with enough notice gives every penny back', async () => {
    const [pool, people, commissionId] = await ordered();
    await cancel(pool, people, { commissionId });
    expect(await stage.see(pool.id, people[0])).toMatchObject({ freePence: 6000, heldPence: 0, releasedPence: 0 });
    expect(await stage.commission(commissionId, people[0])).toMatchObject({ status: 'cancelled', earnedPence: 0 });
  });

  test('too late pays what the offer’s terms say for that session, rounded down, and nothing for the later ones', async () => {
    const [pool, people, commissionId, owner] = await ordered({ pricePence: 2999 });
    await kitty.advance(13);
    await cancel(pool, people, { commissionId });
    expect(await stage.see(pool.id, people[0])).toMatchObject({
      freePence: 4501,
      heldPence: 0,
      releasedPence: 1499,
    });
    const seen = await stage.commission(commissionId, owner);
    expect(seen).toMatchObject({ status: 'cancelled', earnedPence: 1499 });
    expect(seen.sessions.map(({ status }: { status: string }) => status)).toEqual(['released', 'cancelled']);
  });

  test('of one session leaves the others', async () => {
    const [pool, people, commissionId] = await ordered();
    await cancel(pool, people, { commissionId, session: 2 });
    const seen = await stage.commission(commissionId, people[0]);
    expect(seen.status).toBe('accepted');
    expect(seen.sessions.map(({ status }: { status: string }) => status)).toEqual(['planned', 'cancelled']);
    expect(await stage.see(pool.id, people[0])).toMatchObject({ freePence: 3000, heldPence: 3000 });
  });

  test('leaves a session that has taken place to be settled: the enterprise is still paid for it', async () => {
    const [pool, people, commissionId, owner] = await ordered();
    await kitty.advance(15);
    await cancel(pool, people, { commissionId });
    expect(await stage.see(pool.id, people[0])).toMatchObject({ freePence: 3000, heldPence: 3000 });
    expect((await stage.act(commissionId, 'sessions/1/delivery', owner)).status).toBe(200);
    for (const one of people) await stage.done(stage.act(commissionId, 'sessions/1/confirmation', one));
    expect(await stage.see(pool.id, people[0])).toMatchObject({ heldPence: 0, releasedPence: 3000 });
  });

  test('on the day itself, after the session, does not touch that session', async () => {
    const [pool, people, commissionId, owner] = await ordered();
    // The session is at 10:00 in London, which is 9:00 UTC; it is noon.
    await kitty.advance(14);
    await cancel(pool, people, { commissionId });
    expect(await stage.see(pool.id, people[0])).toMatchObject({ heldPence: 3000, releasedPence: 0 });
    expect((await stage.act(commissionId, 'sessions/1/delivery', owner)).status).toBe(200);
  });

  test('is about a commission of this pool that is not over', async () => {
    const [pool, people, commissionId, owner] = await ordered();
    const [other, others] = await ordered();
    const ask = (body: object) => stage.post(`/v1/pools/${other.id}/proposals`, others[0], { kind: 'cancel', ...body });
    expect(statusAndCode(await ask({ commissionId }))).toEqual([409, 'no-such-commission']);
    expect(statusAndCode(await ask({ commissionId: `${other.id}-abcdefgh01234567` }))).toEqual([404, 'not-found']);
    await stage.done(stage.act(commissionId, 'cancellation', owner));
    const over = await stage.post(`/v1/pools/${pool.id}/proposals`, people[0], { kind: 'cancel', commissionId });
    expect(statusAndCode(over)).toEqual([409, 'commission-over']);
  });
});

describe('a new agreement', () => {
  const terms = { decisionRule: 'majority', quorum: 2, votingDays: 5, noticeWeeks: 0 };
  async function agreed(): Promise<[Pool, Three]> {
    const [pool, people] = await three();
    const id = await stage.propose(pool.id, people[0], { kind: 'agreement', agreement: terms });
    for (const one of people) await stage.done(stage.vote(pool.id, id, one, { joining: false }));
    return [pool, people];
  }
  const sign = (poolId: string, as: TestPerson, version = 2) =>
    stage.post(`/v1/pools/${poolId}/agreement/signatures`, as, { agreementVersion: version });

  test('is in force when every member has signed it, and not before', async () => {
    const [pool, [rosa, sam, priya]] = await agreed();
    const seen = await stage.see(pool.id, rosa);
    expect(seen).toMatchObject({
      agreement: { version: 1 },
      pendingAgreement: { version: 2, decisionRule: 'majority' },
    });
    expect(seen.pendingAgreement.notYetSigned).toHaveLength(3);
    expect(await sign(pool.id, rosa)).toMatchObject({ status: 201, body: { version: 2, inForce: false } });
    expect(statusAndCode(await sign(pool.id, rosa))).toEqual([409, 'already-signed']);
    expect((await sign(pool.id, sam)).body.inForce).toBe(false);
    expect((await stage.see(pool.id, rosa)).agreement.version).toBe(1);
    expect((await sign(pool.id, priya)).body).toEqual({ version: 2, inForce: true });
    const after = await stage.see(pool.id, rosa);
    expect(after).toMatchObject({ agreement: { ...terms, version: 2 } });
    expect(after).not.toHaveProperty('pendingAgreement');
    expect(statusAndCode(await sign(pool.id, rosa))).toEqual([409, 'nothing-to-sign']);
  });

  test('is what a newcomer signs on joining, who triggers no signing again', async () => {
    const [pool, [rosa, sam, priya]] = await agreed();
    const mary = await kitty.newPerson('Mary', ['holder']);
    const code = await stage.invitation(pool.id, rosa);
    expect((await stage.get(`/v1/invitations/${code}`, mary)).body.agreement.version).toBe(2);
    await stage.done(stage.accept(code, mary));
    for (const one of [rosa, sam]) expect((await sign(pool.id, one)).body.inForce).toBe(false);
    expect((await sign(pool.id, priya)).body.inForce).toBe(true);
  });

  test('waits no longer for somebody who has left', async () => {
    const [pool, [rosa, sam, priya]] = await agreed();
    for (const one of [rosa, sam]) await stage.done(sign(pool.id, one));
    await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, priya));
    expect((await stage.see(pool.id, rosa)).agreement.version).toBe(2);
  });
});
