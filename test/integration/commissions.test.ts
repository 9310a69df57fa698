// Commissions and their sessions through HTTP on a real engine: answered, delivered, confirmed, disputed, not funded, cancelled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Offer, type Pool, type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
type Two = [TestPerson, TestPerson];

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

interface Ordered {
  readonly pool: Pool;
  readonly people: Two;
  readonly id: string;
  readonly offer: Offer;
  readonly owner: TestPerson;
}
/** Two people with £60 in a pool and two sessions for £30 ordered, from the 14th day on; not answered yet. */
async function ordered(changes: object = {}, offerChanges: object = {}): Promise<Ordered> {
  const people = (await stage.people(2)) as Two;
  const pool = await stage.pool(people, { pence: 6000 });
  const offer = await stage.offer(offerChanges);
  const id = await stage.order(pool, offer, changes);
  return { pool, people, id, offer, owner: offer.owner };
}
/** The same, accepted, on the day of the first session. */
async function onTheDay(changes: object = {}, offerChanges: object = {}): Promise<Ordered> {
  const all = await ordered(changes, offerChanges);
  await stage.done(stage.act(all.id, 'acceptance', all.owner));
  await kitty.advance(14);
  return all;
}
/** The same, with the first session delivered and in dispute. */
async function disputed(offerChanges: object = {}): Promise<Ordered> {
  const all = await onTheDay({}, offerChanges);
  await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
  await stage.done(stage.act(all.id, 'sessions/1/dispute', all.people[0], { reason: 'It was half as long' }));
  return all;
}
const money = async ({ pool, people }: Ordered) => {
  const { freePence, heldPence, releasedPence } = await stage.see(pool.id, people[0]);
  return { freePence, heldPence, releasedPence };
};
const statuses = async ({ id, people }: Ordered): Promise<string[]> =>
  (await stage.commission(id, people[0])).sessions.map(({ status }: { status: string }) => status);
const WHOLE = { freePence: 12000, heldPence: 0, releasedPence: 0 };

describe('a request', () => {
  test('tells the enterprise the pool’s name, how many come and the needs they chose to share, and nothing more', async () => {
    const people = (await stage.people(2)) as Two;
    const pool = await stage.pool(people, { pence: 6000 });
    const offer = await stage.offer();
    const pid = await stage.proposeToBuy(pool.id, people[0], offer);
    await stage.done(stage.vote(pool.id, pid, people[0], { accessNeeds: ['quiet-space', 'step-free'] }));
    await stage.done(stage.vote(pool.id, pid, people[0], { accessNeeds: ['step-free'], reason: 'I can come' }));
    await stage.done(stage.vote(pool.id, pid, people[1], { accessNeeds: [] }));
    const seen = await stage.commission(`${pool.id}-${pid}`, offer.owner);
    expect(seen).toMatchObject({
      poolName: 'Tuesday dancers',
      title: 'Dance class',
      people: 2,
      accessNeeds: ['step-free'],
    });
    for (const field of ['participants', 'myUpToPence']) expect(seen).not.toHaveProperty(field);
    for (const secret of [...people.map(({ name }) => name), ...people.map(({ personId }) => personId), 'I can come'])
      expect(JSON.stringify(seen)).not.toContain(secret);
    expect((await stage.get(`/v1/pools/${pool.id}`, offer.owner)).status).toBe(404);
    expect((await stage.get(`/v1/pools/${pool.id}/proposals/${pid}`, offer.owner)).status).toBe(404);
    await kitty.settled();
    const work = await stage.get(`/v1/enterprises/${offer.enterpriseId}/commissions`, offer.owner);
    expect(work.body.items).toMatchObject([{ poolName: 'Tuesday dancers', status: 'requested', people: 2 }]);
    expect(JSON.stringify(work.body)).not.toMatch(new RegExp(people.map(({ personId }) => personId).join('|')));
  });

  test('shows a member who takes part and what they themselves pay', async () => {
    const { id, people } = await ordered();
    expect(await stage.commission(id, people[0])).toMatchObject({
      status: 'requested',
      participants: expect.arrayContaining(people.map(({ personId }) => personId)),
      myUpToPence: 1500,
      sessions: [
        {
          n: 1,
          on: stage.inDays(14),
          time: '10:00',
          status: 'planned',
          funded: true,
          pricePence: 3000,
          mySharePence: 1500,
        },
        {
          n: 2,
          on: stage.inDays(21),
          time: '10:00',
          status: 'planned',
          funded: true,
          pricePence: 3000,
          mySharePence: 1500,
        },
      ],
    });
  });

  test('is accepted once', async () => {
    const { id, owner } = await ordered();
    expect((await stage.act(id, 'acceptance', owner)).body.status).toBe('accepted');
    expect(statusAndCode(await stage.act(id, 'acceptance', owner))).toEqual([409, 'already-answered']);
    expect(statusAndCode(await stage.act(id, 'refusal', owner))).toEqual([409, 'already-answered']);
  });

  test('that is refused gives every penny back to the lots it came from', async () => {
    const people = (await stage.people(3)) as TestPerson[];
    const pool = await stage.pool(people, { pence: 3000 });
    const own = await stage.grant(people[0] as TestPerson, {
      stream: 'own-money',
      custody: 'stripe',
      ends_on: stage.inDays(60),
    });
    await stage.done(stage.contribute(pool.id, people[0] as TestPerson, own, 777));
    const before = await Promise.all(people.map((one) => stage.see(pool.id, one)));
    // £10.01 for three: somebody pays the odd pennies.
    const offer = await stage.offer({ pricePence: 1001 });
    const id = await stage.order(pool, offer, { sessions: 2 });
    expect((await stage.see(pool.id, people[0] as TestPerson)).heldPence).toBe(2002);
    expect((await stage.act(id, 'refusal', offer.owner, { reason: 'We are full' })).body.status).toBe('refused');
    const after = await Promise.all(people.map((one) => stage.see(pool.id, one)));
    expect(after.map(({ mine }) => mine)).toEqual(before.map(({ mine }) => mine));
    expect(after[0]).toMatchObject({ freePence: 9777, heldPence: 0, releasedPence: 0 });
  });

  test('that is not answered in 14 days, or by its first session, expires and gives every penny back', async () => {
    const late = await ordered({ startsOn: stage.inDays(30) });
    await kitty.advance(13);
    expect((await stage.commission(late.id, late.owner)).status).toBe('requested');
    const soon = await ordered({ startsOn: stage.inDays(2) });
    await kitty.advance(1);
    expect((await stage.commission(late.id, late.owner)).status).toBe('expired');
    expect(await money(late)).toEqual(WHOLE);
    expect(statusAndCode(await stage.act(late.id, 'acceptance', late.owner))).toEqual([409, 'already-answered']);
    await kitty.advance(1);
    expect((await stage.commission(soon.id, soon.owner)).status).toBe('expired');
    expect(await money(soon)).toEqual(WHOLE);
  });
});

describe('a session', () => {
  test('is delivered once it has begun, confirmed by all who took part, and then paid to the penny', async () => {
    const all = await ordered({}, { pricePence: 3001 });
    const { id, owner, people, pool } = all;
    expect(statusAndCode(await stage.act(id, 'sessions/1/delivery', owner))).toEqual([409, 'not-accepted']);
    await stage.done(stage.act(id, 'acceptance', owner));
    expect(statusAndCode(await stage.act(id, 'sessions/1/delivery', owner))).toEqual([409, 'not-yet']);
    expect(statusAndCode(await stage.act(id, 'sessions/1/confirmation', people[1]))).toEqual([409, 'not-delivered']);
    expect(statusAndCode(await stage.act(id, 'sessions/1/dispute', people[1]))).toEqual([409, 'not-yet']);
    await kitty.advance(14);
    const delivered = await stage.act(id, 'sessions/1/delivery', owner);
    expect(delivered.body.sessions[0]).toMatchObject({ status: 'delivered', releasesAt: expect.any(String) });
    expect(await money(all)).toEqual({ freePence: 5998, heldPence: 6002, releasedPence: 0 });
    const half = await stage.act(id, 'sessions/1/confirmation', people[1]);
    expect(half.body.sessions[0].status).toBe('delivered');
    expect(statusAndCode(await stage.act(id, 'sessions/1/confirmation', people[1]))).toEqual([
      409,
      'already-confirmed',
    ]);
    const confirmed = await stage.act(id, 'sessions/1/confirmation', people[0]);
    expect(confirmed.body.sessions[0].status).toBe('released');
    expect(await money(all)).toEqual({ freePence: 5998, heldPence: 3001, releasedPence: 3001 });
    for (const verb of ['delivery', 'confirmation', 'dispute', 'cancellation'])
      expect(
        statusAndCode(
          await stage.act(id, `sessions/1/${verb}`, verb === 'confirmation' || verb === 'dispute' ? people[0] : owner),
        ),
      ).toEqual([409, 'session-over']);
    expect(statusAndCode(await stage.act(id, 'sessions/3/delivery', owner))).toEqual([404, 'not-found']);
    await kitty.advance(7);
    await stage.done(stage.act(id, 'sessions/2/delivery', owner));
    await stage.done(stage.act(id, 'sessions/2/confirmation', people[0]));
    expect((await stage.act(id, 'sessions/2/confirmation', people[1])).body.status).toBe('done');
    // The odd penny falls to each in turn: each has paid one.
    const paid = await Promise.all(people.map(async (one) => 6000 - (await stage.see(pool.id, one)).mine.freePence));
    expect(paid).toEqual([3001, 3001]);
    expect(await stage.allocation(people[0], pool.allocations[0] ?? '')).toMatchObject({
      pooledPence: 2999,
      spentPence: 3001,
    });
    await kitty.settled();
    const earnings = await stage.get(`/v1/enterprises/${all.offer.enterpriseId}/earnings`, owner);
    expect(earnings.body).toMatchObject({
      earnedPence: 6002,
      settledPence: 0,
      payablePence: 6002,
      items: [{ commissionId: id }],
    });
  });

  test('is paid by itself 7 days after delivery when nobody objects, and not before', async () => {
    const all = await onTheDay();
    await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
    await kitty.advance(6);
    expect((await statuses(all))[0]).toBe('delivered');
    await kitty.advance(1);
    expect((await statuses(all))[0]).toBe('released');
    expect(await money(all)).toEqual({ freePence: 6000, heldPence: 3000, releasedPence: 3000 });
  });

  test('that one of those who came has confirmed is paid a day later, if none of the others objects', async () => {
    const all = await onTheDay();
    await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
    const said = await stage.act(all.id, 'sessions/1/confirmation', all.people[0]);
    const inADay = Date.parse(said.body.sessions[0].releasesAt) - Date.parse(kitty.now());
    expect(Math.round(inADay / 60_000)).toBe(24 * 60);
    await kitty.advance(1);
    expect((await statuses(all))[0]).toBe('released');
    await kitty.advance(6);
    await stage.done(stage.act(all.id, 'sessions/2/delivery', all.owner));
    await stage.done(stage.act(all.id, 'sessions/2/confirmation', all.people[0]));
    await stage.done(stage.act(all.id, 'sessions/2/dispute', all.people[1]));
    await kitty.advance(8);
    expect((await statuses(all))[1]).toBe('disputed');
  });

  test('whose money is not there 7 days before is not funded: nothing is owed', async () => {
    const people = (await stage.people(2)) as Two;
    const pool = await stage.pool(people, { pence: 1500 });
    const offer = await stage.offer();
    const id = await stage.order(pool, offer, { heldAhead: 1 });
    await stage.done(stage.act(id, 'acceptance', offer.owner));
    await kitty.advance(13);
    expect((await stage.commission(id, people[0])).sessions[1]).toMatchObject({ status: 'planned', funded: false });
    await kitty.advance(1);
    expect((await stage.commission(id, people[0])).sessions[1]).toMatchObject({ status: 'not-funded', funded: false });
    expect(statusAndCode(await stage.act(id, 'sessions/2/delivery', offer.owner))).toEqual([409, 'not-funded']);
    expect(await stage.see(pool.id, people[0])).toMatchObject({ freePence: 0, heldPence: 3000 });
  });

  test('is settled back when nobody says for 14 days that it took place', async () => {
    const all = await onTheDay({ sessions: 1 });
    await kitty.advance(13);
    expect(await statuses(all)).toEqual(['planned']);
    await kitty.advance(1);
    expect(await money(all)).toEqual(WHOLE);
  });

  test('for each person costs the price times those who join', async () => {
    const all = await onTheDay({ sessions: 1 }, { priceModel: 'per-person', pricePence: 700 });
    expect(await money(all)).toMatchObject({ heldPence: 1400 });
    await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
    for (const one of all.people) await stage.done(stage.act(all.id, 'sessions/1/confirmation', one));
    expect(await money(all)).toEqual({ freePence: 10600, heldPence: 0, releasedPence: 1400 });
  });

  test('cannot be confirmed or disputed by a member who does not take part', async () => {
    const people = (await stage.people(3)) as [TestPerson, TestPerson, TestPerson];
    const pool = await stage.pool(people, { pence: 3000 });
    const offer = await stage.offer();
    const pid = await stage.proposeToBuy(pool.id, people[0], offer);
    for (const [i, one] of people.entries()) await stage.done(stage.vote(pool.id, pid, one, { joining: i < 2 }));
    const id = `${pool.id}-${pid}`;
    await stage.done(stage.act(id, 'acceptance', offer.owner));
    await kitty.advance(14);
    await stage.done(stage.act(id, 'sessions/1/delivery', offer.owner));
    for (const verb of ['confirmation', 'dispute'])
      expect(statusAndCode(await stage.act(id, `sessions/1/${verb}`, people[2]))).toEqual([404, 'not-found']);
    expect((await stage.get(`/v1/commissions/${id}`, people[2])).status).toBe(200);
  });
});

describe('a dispute', () => {
  const resolve = (id: string, as: TestPerson, payPence: number, more = {}) =>
    stage.act(id, 'sessions/1/resolution', as, { payPence, reason: 'We talked about it' }, more);

  test('stops the payment, also after 7 days', async () => {
    const all = await disputed();
    await kitty.advance(8);
    expect(await statuses(all)).toEqual(['disputed', 'planned']);
    expect(await money(all)).toEqual({ freePence: 6000, heldPence: 6000, releasedPence: 0 });
    expect(statusAndCode(await stage.act(all.id, 'sessions/1/confirmation', all.people[1]))).toEqual([
      409,
      'session-over',
    ]);
  });

  test('shows its reason to both sides, naming the side and never the person', async () => {
    const all = await onTheDay();
    await stage.done(stage.act(all.id, 'sessions/1/dispute', all.people[1], { reason: 'The hall was locked' }));
    await stage.done(resolve(all.id, all.owner, 2000));
    for (const who of [all.people[0], all.owner]) {
      const { body } = await stage.get(`/v1/commissions/${all.id}`, who);
      expect(body.said).toEqual(
        expect.arrayContaining([
          { about: 'dispute', session: 1, side: 'pool', text: 'The hall was locked' },
          { about: 'resolved', session: 1, side: 'others', text: 'We talked about it' },
        ]),
      );
    }
  });

  test('can be raised about a session that nobody says took place', async () => {
    const all = await onTheDay();
    expect((await stage.act(all.id, 'sessions/1/dispute', all.people[1])).body.sessions[0].status).toBe('disputed');
  });

  test('ends when both sides name the same sum: it is paid in proportion, the rest goes back', async () => {
    const all = await disputed();
    const first = await resolve(all.id, all.people[1], 1501);
    expect(first.body.sessions[0]).toMatchObject({ status: 'disputed', saidPence: { pool: 1501 } });
    const other = await resolve(all.id, all.owner, 2000);
    expect(other.body.sessions[0]).toMatchObject({ status: 'disputed', saidPence: { pool: 1501, enterprise: 2000 } });
    expect(await money(all)).toMatchObject({ releasedPence: 0 });
    expect((await resolve(all.id, all.owner, 1501)).body.sessions[0].status).toBe('released');
    expect(await money(all)).toEqual({ freePence: 7499, heldPence: 3000, releasedPence: 1501 });
    const { body } = await stage.get(`/v1/commissions/${all.id}`, all.people[1]);
    expect(body.sessions[0]).toMatchObject({ pricePence: 3000, paidPence: 1501 });
    expect([750, 751]).toContain(body.sessions[0].mySharePence);
    const free = await Promise.all(all.people.map(async (one) => (await stage.see(all.pool.id, one)).mine.freePence));
    expect(free.sort()).toEqual([3749, 3750]);
    expect(statusAndCode(await resolve(all.id, all.owner, 1501))).toEqual([409, 'not-disputed']);
  });

  test('with nothing to be paid gives every penny of the session back', async () => {
    const all = await disputed();
    for (const one of [all.owner, all.people[0]]) await stage.done(resolve(all.id, one, 0));
    expect((await statuses(all))[0]).toBe('cancelled');
    expect(await money(all)).toEqual({ freePence: 9000, heldPence: 3000, releasedPence: 0 });
  });

  test('is decided by a broker of the place, or by a funder whose money is in it, with a reason', async () => {
    const broker = await kitty.newPerson('Bea', ['broker']);
    for (const one of [broker, stage.funder]) {
      const all = await disputed();
      const mute = await stage.act(all.id, 'sessions/1/resolution', one, { payPence: 1000 });
      expect([...statusAndCode(mute), mute.body.errors[0].field]).toEqual([400, 'bad-input', 'reason']);
      expect((await resolve(all.id, one, 1000)).body.sessions[0].status).toBe('released');
      expect(await money(all)).toEqual({ freePence: 8000, heldPence: 3000, releasedPence: 1000 });
    }
  });

  test('is not decided by strangers, other funders, or those of another place', async () => {
    const all = await disputed();
    const stranger = await kitty.newPerson('Stan', ['holder']);
    const other = { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' };
    const far = await kitty.newPerson('Elsie', ['broker', 'funder'], 'elsewhere');
    for (const one of [stranger, other, far])
      expect(statusAndCode(await resolve(all.id, one, 0))).toEqual([404, 'not-found']);
    expect((await statuses(all))[0]).toBe('disputed');
  });

  test('the enterprise’s owner acts only for the enterprise in it, whatever other roles they have', async () => {
    const all = await disputed();
    const broker = { ...all.owner, roles: ['enterprise', 'broker', 'funder', 'holder'] as const, funder: 'council' };
    const said = await resolve(all.id, broker, 3000);
    expect(said.body.sessions[0]).toMatchObject({ status: 'disputed', saidPence: { enterprise: 3000 } });
    // Nor as the supporter of somebody who took part.
    await stage.grantSupport(all.people[0], all.owner, ['see', 'vote', 'pay']);
    expect(statusAndCode(await resolve(all.id, broker, 3000, { for: all.people[0] }))).toEqual([409, 'own-enterprise']);
    expect(await money(all)).toMatchObject({ releasedPence: 0 });
  });

  test('cannot ask for more than the price of the session', async () => {
    const all = await disputed();
    expect(statusAndCode(await resolve(all.id, all.owner, 3001))).toEqual([409, 'more-than-price']);
    expect(statusAndCode(await resolve(all.id, all.owner, 3000))).toEqual([200, undefined]);
    expect(
      statusAndCode(await stage.act(all.id, 'sessions/2/resolution', all.owner, { payPence: 1, reason: 'x' })),
    ).toEqual([409, 'not-disputed']);
  });
});

describe('a cancellation by the enterprise', () => {
  test('of all gives every penny back that is not delivered', async () => {
    const all = await onTheDay();
    await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
    expect((await stage.act(all.id, 'cancellation', all.owner, { reason: 'I am ill' })).body).toMatchObject({
      status: 'cancelled',
      sessions: [{ status: 'delivered' }, { status: 'cancelled' }],
    });
    expect(await money(all)).toEqual({ freePence: 9000, heldPence: 3000, releasedPence: 0 });
    expect(statusAndCode(await stage.act(all.id, 'cancellation', all.owner))).toEqual([409, 'commission-over']);
    // What was delivered is still confirmed and paid.
    for (const one of all.people) await stage.done(stage.act(all.id, 'sessions/1/confirmation', one));
    expect(await money(all)).toEqual({ freePence: 9000, heldPence: 0, releasedPence: 3000 });
  });

  test('of a request not yet answered gives every penny back', async () => {
    const all = await ordered();
    await stage.done(stage.act(all.id, 'cancellation', all.owner));
    expect(await money(all)).toEqual(WHOLE);
  });

  test('of one session leaves the others, and costs nothing even on the day', async () => {
    const all = await onTheDay();
    await stage.done(stage.act(all.id, 'sessions/1/cancellation', all.owner));
    expect(await statuses(all)).toEqual(['cancelled', 'planned']);
    expect(await money(all)).toEqual({ freePence: 9000, heldPence: 3000, releasedPence: 0 });
    expect(statusAndCode(await stage.act(all.id, 'sessions/1/cancellation', all.owner))).toEqual([409, 'session-over']);
    expect(statusAndCode(await stage.act(all.id, 'sessions/9/cancellation', all.owner))).toEqual([404, 'not-found']);
  });
});

describe('people who run the enterprise', () => {
  test('cannot confirm or dispute what it delivers, for themselves or for another', async () => {
    const people = (await stage.people(2)) as Two;
    const [rosa, sam] = people;
    const pool = await stage.pool(people, { pence: 6000 });
    const offer = await stage.offer({ minPeople: 1 });
    const pid = await stage.proposeToBuy(pool.id, rosa, offer);
    for (const one of people) await stage.done(stage.vote(pool.id, pid, one));
    const id = `${pool.id}-${pid}`;
    await stage.done(stage.act(id, 'acceptance', offer.owner));
    await kitty.advance(14);
    await stage.done(stage.act(id, 'sessions/1/delivery', offer.owner));
    await stage.grantSupport(sam, offer.owner, ['see', 'vote', 'pay']);
    for (const verb of ['confirmation', 'dispute'])
      expect(statusAndCode(await stage.act(id, `sessions/1/${verb}`, offer.owner, {}, { for: sam }))).toEqual([
        409,
        'own-enterprise',
      ]);
    // They do not speak for the enterprise while they act for somebody else, either.
    expect(statusAndCode(await stage.act(id, 'sessions/1/delivery', offer.owner, {}, { for: sam }))).toEqual([
      403,
      'not-granted',
    ]);
    expect((await stage.commission(id, rosa)).sessions[0].status).toBe('delivered');
  });
});

describe('a finished commission', () => {
  test('is still there for those who may see it when it has left the pool’s page', async () => {
    const all = await onTheDay({ sessions: 1 });
    await stage.done(stage.act(all.id, 'sessions/1/delivery', all.owner));
    for (const one of all.people) await stage.done(stage.act(all.id, 'sessions/1/confirmation', one));
    await kitty.advance(9);
    await stage.invitation(all.pool.id, all.people[0]);
    expect((await stage.see(all.pool.id, all.people[0])).commissions).toEqual([]);
    for (const one of [...all.people, all.owner])
      expect(await stage.commission(all.id, one)).toMatchObject({
        status: 'done',
        title: 'Dance class',
        earnedPence: 3000,
      });
    const stranger = await kitty.newPerson('Stan', ['holder']);
    expect((await stage.get(`/v1/commissions/${all.id}`, stranger)).status).toBe(404);
  });
});

describe('somebody who cannot come', () => {
  test('says so in time, and sees with the others and the enterprise what that changes', async () => {
    const people = await stage.people(3);
    const [rosa, sam] = people as Two;
    const pool = await stage.pool(people, { pence: 6000, agreement: { absence: 'free-with-notice' } });
    const offer = await stage.offer();
    const id = await stage.order(pool, offer);
    const attend = (as: TestPerson, coming: boolean, n = 1) =>
      stage.put(`/v1/commissions/${id}/sessions/${n}/attendance`, as, { coming });
    expect(statusAndCode(await attend(offer.owner, false))).toEqual([404, 'not-found']);
    expect((await stage.commission(id, rosa)).sessions[0]).toMatchObject({
      people: 3,
      coming: true,
      mySharePence: 1000,
    });
    expect((await attend(rosa, false)).status).toBe(200);
    const [mine] = (await stage.commission(id, rosa)).sessions;
    // Two days before ten o'clock of its day.
    expect(mine).toMatchObject({
      people: 2,
      coming: false,
      funded: true,
      absenceUntil: expect.stringContaining(stage.inDays(12)),
    });
    expect(mine).not.toHaveProperty('mySharePence');
    expect((await stage.commission(id, sam)).sessions[0]).toMatchObject({
      people: 2,
      coming: true,
      mySharePence: 1500,
    });
    const [theirs] = (await stage.commission(id, offer.owner)).sessions;
    expect(theirs).toMatchObject({ people: 2 });
    expect(theirs).not.toHaveProperty('coming');
    expect((await stage.see(pool.id, rosa)).mine).toMatchObject({ freePence: 5000, heldPence: 1000 });
    expect(statusAndCode(await attend(sam, false))).toEqual([409, 'others-would-not-cover']);
    const { items } = (await stage.get(`/v1/pools/${pool.id}/history?limit=200`, sam)).body;
    expect(items.at(-1)).toMatchObject({
      kind: 'said-not-coming',
      by: rosa.personId,
      about: { commissionId: id, session: 1 },
    });
    expect((await attend(rosa, true)).status).toBe(200);
    expect((await stage.see(pool.id, rosa)).mine).toMatchObject({ freePence: 4000, heldPence: 2000 });
    await kitty.advance(13);
    expect(statusAndCode(await attend(rosa, false))).toEqual([409, 'too-late-for-absence']);
  });

  test('pays all the same where the group agreed so', async () => {
    const { id, people } = await ordered();
    const said = await stage.put(`/v1/commissions/${id}/sessions/1/attendance`, people[0], { coming: false });
    expect(statusAndCode(said)).toEqual([409, 'absence-is-paid']);
  });
});

describe('a limit', () => {
  test('is the most that somebody pays from now on, and a session above it is not held for them', async () => {
    const people = (await stage.people(2)) as Two;
    const pool = await stage.pool(people, { pence: 3000 });
    const offer = await stage.offer();
    const id = await stage.order(pool, offer, { heldAhead: 1 });
    const limit = (as: TestPerson, upToPence: number) => stage.put(`/v1/commissions/${id}/limit`, as, { upToPence });
    expect(statusAndCode(await limit(offer.owner, 1))).toEqual([404, 'not-found']);
    expect((await limit(people[0], 1499)).status).toBe(200);
    expect((await stage.commission(id, people[0])).myUpToPence).toBe(1499);
    await stage.done(stage.act(id, 'acceptance', offer.owner));
    await kitty.advance(14);
    expect((await stage.commission(id, people[0])).sessions[1].status).toBe('not-funded');
    await stage.done(stage.act(id, 'cancellation', offer.owner));
    expect(statusAndCode(await limit(people[0], 1500))).toEqual([409, 'commission-over']);
  });
});
