// Pools through HTTP on a real engine: opening, inviting, money in and out, standing contributions, who sees what, leaving.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Pool, type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
type Two = [TestPerson, TestPerson];
type Three = [TestPerson, TestPerson, TestPerson];
const person = (name = 'Rosa'): Promise<TestPerson> => kitty.newPerson(name, ['holder']);
const two = async (): Promise<Two> => (await stage.people(2)) as Two;
const historyOf = async (poolId: string, as: TestPerson) =>
  (await stage.done(stage.get(`/v1/pools/${poolId}/history?limit=200`, as))).items;

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

describe('a pool', () => {
  test('is opened by its first member, who has signed its agreement, and is among their pools alone', async () => {
    const [rosa, sam] = await two();
    const made = await stage.post('/v1/pools', rosa, stage.newPool());
    expect(made.status).toBe(201);
    const { body: pool } = await stage.get(`/v1/pools/${made.body.id}`, rosa);
    expect(pool).toEqual({
      id: made.body.id,
      ...stage.newPool(),
      agreement: { ...stage.newPool().agreement, openBooks: false, absence: 'pay', version: 1 },
      seq: 1,
      members: [{ personId: rosa.personId, name: 'Rosa' }],
      freePence: 0,
      heldPence: 0,
      releasedPence: 0,
      mine: { freePence: 0, heldPence: 0, lots: [], standingPaused: false },
      proposals: [],
      commissions: [],
    });
    const mine = await stage.get('/v1/pools', rosa);
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toEqual([made.body.id]);
    expect((await stage.get('/v1/pools', sam)).body).toEqual({ items: [], next: null });
    expect(statusAndCode(await stage.get(`/v1/pools/${made.body.id}`, sam))).toEqual([404, 'not-found']);
  });

  test('records what happens in a chain that can be read page by page and checked', async () => {
    const [rosa, sam] = await two();
    const { id } = await stage.pool([rosa, sam], { pence: 100 });
    const items = await historyOf(id, rosa);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'opened',
      'invited',
      'joined',
      'contributed',
      'contributed',
    ]);
    expect(items.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5]);
    const page = await stage.get(`/v1/pools/${id}/history?after=1&limit=2`, rosa);
    expect(page.body).toEqual({ items: items.slice(1, 3), next: 3 });
    expect((await stage.get(`/v1/pools/${id}/history?after=5`, rosa)).body).toEqual({ items: [], next: null });
    const audit = await stage.get(`/v1/journals/pools/${id}/audit`, sam);
    expect(audit.body).toEqual({ events: 5, valid: true });
  });
});

describe('an invitation', () => {
  test('shows what is to be signed, lets one person in, and is then used up', async () => {
    const [rosa, sam] = await two();
    const mary = await person('Mary');
    const { id } = await stage.pool([rosa]);
    const made = await stage.post(`/v1/pools/${id}/invitations`, rosa, {});
    expect(made.body).toEqual({ code: expect.stringMatching(/^\w{12}$/), uses: 1, endsOn: stage.inDays(14) });
    const { code } = made.body;
    const seen = await stage.get(`/v1/invitations/${code}`, sam);
    expect(seen.body).toMatchObject({ poolId: id, name: 'Tuesday dancers', agreement: { version: 1, noticeWeeks: 4 } });
    expect(seen.body).not.toHaveProperty('members');
    for (const body of [{}, { signsAgreement: false }])
      expect(statusAndCode(await stage.post(`/v1/invitations/${code}/acceptance`, sam, body))).toEqual([
        400,
        'bad-input',
      ]);
    expect((await stage.accept(code, sam)).body).toEqual({ poolId: id });
    expect(statusAndCode(await stage.accept(code, mary))).toEqual([404, 'invitation-over']);
    expect(statusAndCode(await stage.get(`/v1/invitations/${code}`, mary))).toEqual([404, 'not-found']);
    const { members } = await stage.see(id, sam);
    expect(members.map(({ name }: { name: string }) => name).sort()).toEqual(['Rosa', 'Sam']);
  });

  test('for a few lets in so many and no more, even when all accept at once', async () => {
    const [rosa, ...others] = await stage.people(6);
    const { id } = await stage.pool([rosa as TestPerson]);
    const code = await stage.invitation(id, rosa as TestPerson, { uses: 3 });
    const answers = await Promise.all(others.map((one) => stage.accept(code, one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 404, 404]);
    expect((await stage.see(id, rosa as TestPerson)).members).toHaveLength(4);
  });

  test('ends after its days', async () => {
    const [rosa, sam] = await two();
    const { id } = await stage.pool([rosa]);
    const code = await stage.invitation(id, rosa, { days: 1 });
    await kitty.advance(1);
    expect((await stage.get(`/v1/invitations/${code}`, sam)).status).toBe(200);
    await kitty.advance(1);
    expect(statusAndCode(await stage.get(`/v1/invitations/${code}`, sam))).toEqual([404, 'not-found']);
    expect(statusAndCode(await stage.accept(code, sam))).toEqual([404, 'invitation-over']);
  });

  test('is taken back by any member, and by nobody else', async () => {
    const [rosa, sam] = await two();
    const mary = await person('Mary');
    const { id } = await stage.pool([rosa, sam]);
    const code = await stage.invitation(id, rosa);
    const revoke = (as: TestPerson) => kitty.call('DELETE', `/v1/pools/${id}/invitations/${code}`, { as });
    expect(statusAndCode(await revoke(mary))).toEqual([404, 'not-found']);
    expect((await revoke(sam)).status).toBe(204);
    expect(statusAndCode(await stage.accept(code, mary))).toEqual([404, 'invitation-over']);
    // Somebody whom the code did not let in is nowhere in the pool.
    expect(JSON.stringify(await stage.see(id, rosa))).not.toContain('Mary');
    expect((await stage.get('/v1/pools', mary)).body.items).toEqual([]);
  });

  test('with a wrong code, or for somebody who is in, is refused', async () => {
    const [rosa, sam] = await two();
    const { id } = await stage.pool([rosa]);
    const code = await stage.invitation(id, rosa);
    expect(statusAndCode(await stage.accept('zzzzzzzzzzzz', sam))).toEqual([404, 'invitation-over']);
    expect(statusAndCode(await stage.accept(code, rosa))).toEqual([409, 'already-a-member']);
    expect((await stage.get(`/v1/invitations/${code}`, sam)).status).toBe(200);
  });

  test('is not given away by the history', async () => {
    const [rosa, sam] = await two();
    const { id } = await stage.pool([rosa, sam]);
    const code = await stage.invitation(id, rosa);
    expect(JSON.stringify(await historyOf(id, sam))).not.toContain(code);
    expect(JSON.stringify(await stage.see(id, sam))).not.toContain(code);
  });
});

describe('a contribution', () => {
  test('moves money from an allocation into a lot of the pool, and grows it', async () => {
    const rosa = await person();
    const { id, allocations } = await stage.pool([rosa]);
    const [from = ''] = allocations;
    expect((await stage.contribute(id, rosa, from, 5000)).body).toEqual({ seq: 2, freePence: 5000 });
    expect((await stage.contribute(id, rosa, from, 7000)).body).toEqual({ seq: 3, freePence: 12000 });
    const { mine } = await stage.see(id, rosa);
    expect(mine).toMatchObject({ freePence: 12000, lots: [{ lot: '1', allocationId: from, freePence: 12000 }] });
    expect(await stage.allocation(rosa, from)).toMatchObject({ availablePence: 0, pooledPence: 12000, spentPence: 0 });
  });

  test('of more than is available is refused whole', async () => {
    const rosa = await person();
    const { id, allocations } = await stage.pool([rosa]);
    expect(statusAndCode(await stage.contribute(id, rosa, allocations[0] ?? '', 12001))).toEqual([
      409,
      'not-available',
    ]);
    expect(await stage.see(id, rosa)).toMatchObject({ seq: 1, freePence: 0 });
  });

  test('needs the funder’s consent to pool, and an outcome in common', async () => {
    const rosa = await person();
    const { id } = await stage.pool([rosa]);
    const closed = await stage.grant(rosa, { stream: 'health', pooling: 'no' });
    expect(statusAndCode(await stage.contribute(id, rosa, closed, 100))).toEqual([409, 'no-pooling']);
    const other = await stage.grant(rosa, { stream: 'education', outcomes: 'reading' });
    expect(statusAndCode(await stage.contribute(id, rosa, other, 100))).toEqual([409, 'no-shared-outcome']);
    expect((await stage.allocation(rosa, other)).availablePence).toBe(12000);
  });

  test('is made with one’s own allocation into one’s own pool only', async () => {
    const [rosa, sam] = await two();
    const pool = await stage.pool([rosa, sam]);
    const stan = await person('Stan');
    const strangers = await stage.grant(stan);
    const [rosas = ''] = pool.allocations;
    expect(statusAndCode(await stage.contribute(pool.id, sam, rosas, 100))).toEqual([404, 'not-found']);
    expect(statusAndCode(await stage.contribute(pool.id, stan, rosas, 100))).toEqual([404, 'not-found']);
    expect(statusAndCode(await stage.contribute(pool.id, stan, strangers, 100))).toEqual([404, 'not-found']);
    expect(statusAndCode(await stage.contribute('abcdefgh01234567', stan, strangers, 100))).toEqual([404, 'not-found']);
    expect((await stage.allocation(stan, strangers)).availablePence).toBe(12000);
  });

  test('keeps streams apart: one lot for each allocation', async () => {
    const rosa = await person();
    const { id, allocations } = await stage.pool([rosa], { pence: 100 });
    const health = await stage.grant(rosa, { stream: 'health', ends_on: stage.inDays(30) });
    await stage.done(stage.contribute(id, rosa, health, 200));
    expect((await stage.see(id, rosa)).mine.lots).toEqual([
      expect.objectContaining({ allocationId: allocations[0], stream: 'social-care', freePence: 100 }),
      expect.objectContaining({ allocationId: health, stream: 'health', freePence: 200, endsOn: stage.inDays(30) }),
    ]);
  });
});

describe('a withdrawal', () => {
  test('takes one’s own free money home, never more and never another’s', async () => {
    const [rosa, sam] = await two();
    const { id, allocations } = await stage.pool([rosa, sam], { pence: 1000 });
    const take = (as: TestPerson, lot: string, amountPence: number) =>
      stage.post(`/v1/pools/${id}/withdrawals`, as, { lot, amountPence });
    const { mine } = await stage.see(id, rosa);
    const { lot } = mine.lots[0];
    expect(statusAndCode(await take(sam, lot, 1))).toEqual([404, 'not-found']);
    expect(statusAndCode(await take(rosa, '99', 1))).toEqual([404, 'not-found']);
    expect(statusAndCode(await take(rosa, lot, 1001))).toEqual([409, 'not-available']);
    expect(await take(rosa, lot, 400)).toMatchObject({ status: 201, body: { freePence: 1600 } });
    expect((await stage.allocation(rosa, allocations[0] ?? '')).availablePence).toBe(11400);
  });
});

describe('a standing contribution', () => {
  /** £30 a week for three weeks from today. */
  const weekly = async (one: TestPerson): Promise<[Pool, string]> => {
    const row = { instalment: 'weekly', ends_on: stage.inDays(20) };
    const pool = await stage.pool([one], { pounds: 90, row });
    return [pool, pool.allocations[0] ?? ''];
  };
  const change = (poolId: string, as: TestPerson, allocationId: string, amountPence: number) =>
    stage.put(`/v1/pools/${poolId}/contributions/standing`, as, { allocationId, amountPence });
  const free = async (pool: Pool) => (await stage.see(pool.id, pool.people[0] as TestPerson)).freePence;

  test('is paid with each later instalment, changed, and stopped', async () => {
    const rosa = await person();
    const [pool, from] = await weekly(rosa);
    await stage.done(stage.contribute(pool.id, rosa, from, 1000, { standing: true }));
    expect((await stage.allocation(rosa, from)).standing).toEqual([{ poolId: pool.id, amountPence: 1000 }]);
    await kitty.advance(6);
    expect(await free(pool)).toBe(1000);
    await kitty.advance(1);
    expect(await free(pool)).toBe(2000);
    expect((await change(pool.id, rosa, from, 500)).status).toBe(204);
    await kitty.advance(7);
    expect(await free(pool)).toBe(2500);
    expect((await change(pool.id, rosa, from, 0)).status).toBe(204);
    expect((await stage.allocation(rosa, from)).standing).toEqual([]);
    expect(statusAndCode(await change(pool.id, rosa, from, 500))).toEqual([409, 'nothing-standing']);
  });

  test('that was stopped is not paid any more', async () => {
    const rosa = await person();
    const [pool, from] = await weekly(rosa);
    await stage.done(stage.contribute(pool.id, rosa, from, 1000, { standing: true }));
    await stage.done(change(pool.id, rosa, from, 0));
    await kitty.advance(14);
    expect(await free(pool)).toBe(1000);
  });

  test('is paused and resumed by its member, from whichever allocations; what passed is not made up for', async () => {
    const [rosa, sam] = (await stage.people(2)) as [TestPerson, TestPerson];
    const row = { instalment: 'weekly', ends_on: stage.inDays(27) };
    const pool = await stage.pool([rosa, sam], { pounds: 80, row });
    const second = await stage.grant(rosa, { stream: 'health', ...row });
    for (const [one, from] of [
      [rosa, pool.allocations[0]],
      [rosa, second],
      [sam, pool.allocations[1]],
    ] as const)
      await stage.done(stage.contribute(pool.id, one, from ?? '', 100, { standing: true }));
    const pause = (as: TestPerson, paused: boolean) =>
      stage.put(`/v1/pools/${pool.id}/contributions/standing/pause`, as, { paused });

    expect((await pause(rosa, true)).status).toBe(204);
    expect(statusAndCode(await pause(rosa, true))).toEqual([409, 'already-paused']);
    expect((await stage.see(pool.id, rosa)).mine.standingPaused).toBe(true);
    expect((await stage.see(pool.id, sam)).mine.standingPaused).toBe(false);
    await kitty.advance(7);
    expect(await free(pool)).toBe(400);
    expect((await pause(rosa, false)).status).toBe(204);
    expect(statusAndCode(await pause(rosa, false))).toEqual([409, 'not-paused']);
    expect(await free(pool)).toBe(400);
    await kitty.advance(7);
    expect(await free(pool)).toBe(700);
    const { items } = (await stage.get(`/v1/allocations/${second}/statement`, rosa)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'granted',
      'contributed',
      'standing-missed',
      'contributed',
    ]);
    expect(statusAndCode(await pause(await person(), true))).toEqual([404, 'not-found']);
  });

  test('puts in what is there when there is too little, and says so', async () => {
    const rosa = await person();
    const [pool, from] = await weekly(rosa);
    await stage.done(stage.contribute(pool.id, rosa, from, 3000, { standing: true }));
    await stage.done(change(pool.id, rosa, from, 4000));
    await kitty.advance(7);
    expect(await free(pool)).toBe(6000);
    expect((await stage.allocation(rosa, from)).availablePence).toBe(0);
    await stage.done(change(pool.id, rosa, from, 3000));
    await kitty.advance(7);
    expect(await free(pool)).toBe(9000);
    const { items } = (await stage.get(`/v1/allocations/${from}/statement`, rosa)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'granted',
      'contributed',
      'standing-changed',
      'standing-part-paid',
      'standing-changed',
      'contributed',
    ]);
  });

  test('is paid once for each instalment, however often and late the clock runs', async () => {
    const rosa = await person();
    const [pool, from] = await weekly(rosa);
    await stage.done(stage.contribute(pool.id, rosa, from, 1000, { standing: true }));
    await kitty.advance(9);
    await Promise.all([kitty.advance(0), kitty.advance(0), kitty.advance(0)]);
    expect(await free(pool)).toBe(2000);
    await kitty.advance(5);
    expect(await free(pool)).toBe(3000);
  });

  test('is refused for money that comes all at once', async () => {
    const rosa = await person();
    const { id, allocations } = await stage.pool([rosa]);
    const answer = await stage.contribute(id, rosa, allocations[0] ?? '', 100, { standing: true });
    expect(statusAndCode(answer)).toEqual([409, 'no-instalments']);
  });

  test('stops by itself when its person has left the pool', async () => {
    const [rosa, sam] = await two();
    const row = { instalment: 'weekly', ends_on: stage.inDays(20) };
    const pool = await stage.pool([rosa, sam], { pounds: 90, row });
    const [from = ''] = pool.allocations;
    await stage.done(stage.contribute(pool.id, rosa, from, 1000, { standing: true }));
    await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, rosa));
    await kitty.advance(7);
    expect(await stage.see(pool.id, sam)).toMatchObject({ freePence: 0 });
    expect(await stage.allocation(rosa, from)).toMatchObject({ standing: [], availablePence: 6000, pooledPence: 0 });
  });
});

describe('what members see of each other’s money', () => {
  /** Rosa, and Sam who has £4 of his own money in the pool beside £20 of his budget; both have ordered a class. */
  async function ordered(openBooks: boolean): Promise<[Pool, Two]> {
    const [rosa, sam] = await two();
    const pool = await stage.pool([rosa, sam], { pence: 2000, agreement: { openBooks } });
    const own = await stage.grant(sam, { stream: 'own-money', custody: 'stripe', ends_on: stage.inDays(90) });
    await stage.done(stage.contribute(pool.id, sam, own, 400));
    await stage.order(pool, await stage.offer({ pricePence: 1800 }), { sessions: 1 });
    const lot = (await stage.see(pool.id, sam)).mine.lots.find((one: { stream: string }) => one.stream === 'own-money');
    expect(lot).toMatchObject({ freePence: 0, heldPence: 400 });
    return [pool, [rosa, sam]];
  }

  test('with closed books is totals, and whose proposal is ready', async () => {
    const [{ id }, [rosa, sam]] = await ordered(false);
    const seen = await stage.see(id, rosa);
    expect(seen).toMatchObject({ freePence: 2600, heldPence: 1800, mine: { freePence: 1100, heldPence: 900 } });
    expect(seen.members.find(({ personId }: { personId: string }) => personId === sam.personId)).toEqual({
      personId: sam.personId,
      name: 'Sam',
    });
    const items = await historyOf(id, rosa);
    const others = items.filter(
      ({ by, kind }: { by: string; kind: string }) => by === sam.personId && kind === 'contributed',
    );
    expect(others).toHaveLength(2);
    for (const one of others) expect(one.postings).toEqual([]);
    const hold = items.at(-1).postings;
    expect(hold.map(({ pence }: { pence: number }) => pence)).toEqual([900, 900]);
    expect(JSON.stringify([seen, items])).not.toMatch(/own-money|\b(400|500)\b/);
  });

  test('with open books is amounts too, but of own money nothing', async () => {
    const [{ id }, [rosa, sam]] = await ordered(true);
    const seen = await stage.see(id, rosa);
    expect(seen.members.find(({ personId }: { personId: string }) => personId === rosa.personId)).toMatchObject({
      freePence: 1100,
      heldPence: 900,
    });
    const sams = await stage.see(id, sam);
    expect(sams.members.find(({ personId }: { personId: string }) => personId === rosa.personId)).toMatchObject({
      freePence: 1100,
      heldPence: 900,
    });
    const items = await historyOf(id, rosa);
    const [first] = items.filter(
      ({ by, kind }: { by: string; kind: string }) => by === rosa.personId && kind === 'contributed',
    );
    expect(first.postings).toEqual([{ from: 'allocation', to: 'lot:1', pence: 2000 }]);
    // Sam’s share is known to all; which part of it is his own money is not.
    expect(items.at(-1).postings.map(({ pence }: { pence: number }) => pence)).toEqual([900, 900]);
    expect(JSON.stringify([items, seen.proposals, seen.commissions])).not.toMatch(/own-money|"pence":(400|500)\b/);
    expect(JSON.stringify(seen.members)).not.toContain('400');
  });

  test('is for a funder whose money is in it the totals alone, and for other funders nothing', async () => {
    const [{ id }] = await ordered(true);
    const { body: seen } = await stage.get(`/v1/pools/${id}`, stage.funder);
    expect(seen).toMatchObject({ freePence: 2600, heldPence: 1800, members: [], proposals: [], mine: { lots: [] } });
    const other = { ...(await kitty.newPerson('Nat', ['funder'])), funder: 'health-board' };
    expect((await stage.get(`/v1/pools/${id}`, other)).status).toBe(404);
    expect((await stage.get(`/v1/pools/${id}/history`, stage.funder)).status).toBe(404);
  });
});

describe('leaving', () => {
  const leave = (poolId: string, as: TestPerson) => stage.post(`/v1/pools/${poolId}/departure`, as);
  /** Three members who have £60 each in the pool and weekly classes from the 14th day on, accepted. */
  async function dancing(agreement: object, sessions: number, offer: object = {}): Promise<[Pool, Three, string]> {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people, { pence: 6000, agreement });
    const class_ = await stage.offer(offer);
    const commissionId = await stage.order(pool, class_, { sessions });
    await stage.done(stage.act(commissionId, 'acceptance', class_.owner));
    return [pool, people, commissionId];
  }
  const statuses = async (id: string, as: TestPerson) =>
    (await stage.commission(id, as)).sessions.map(({ status, funded }: { status: string; funded: boolean }) => [
      status,
      funded,
    ]);

  test('takes free money home now; what is held stays until the notice ends and the leaver sees it until then', async () => {
    const [pool, [rosa, sam], commissionId] = await dancing({ noticeWeeks: 2 }, 3);
    const [from = ''] = pool.allocations;
    const left = await leave(pool.id, rosa);
    expect(left.body).toEqual({ returnedPence: 3000, stillHeldPence: 3000, endsOn: stage.inDays(14) });
    expect(await stage.allocation(rosa, from)).toMatchObject({ availablePence: 9000, pooledPence: 3000 });
    expect(await stage.see(pool.id, rosa)).toMatchObject({ mine: { freePence: 0, heldPence: 3000 } });
    expect((await stage.see(pool.id, sam)).members).toContainEqual({
      personId: rosa.personId,
      name: 'Rosa',
      leavingOn: stage.inDays(14),
    });
    for (const again of [await leave(pool.id, rosa), await stage.contribute(pool.id, rosa, from, 1)])
      expect(statusAndCode(again)).toEqual([404, 'not-found']);
    const code = await stage.invitation(pool.id, sam);
    expect(statusAndCode(await stage.accept(code, rosa))).toEqual([409, 'still-leaving']);
    await kitty.advance(14);
    // The first class, on the last day of the notice, is still hers; the later ones are split between those who stay.
    expect(await stage.allocation(rosa, from)).toMatchObject({
      availablePence: 11000,
      pooledPence: 1000,
      spentPence: 0,
    });
    expect(await stage.see(pool.id, rosa)).toMatchObject({ mine: { freePence: 0, heldPence: 1000 } });
    const seen = await stage.commission(commissionId, sam);
    expect(seen.sessions.map(({ mySharePence }: { mySharePence: number }) => mySharePence)).toEqual([1000, 1500, 1500]);
    expect(await stage.see(pool.id, sam)).toMatchObject({ heldPence: 9000, mine: { heldPence: 4000 } });
    expect((await stage.commission(commissionId, rosa)).sessions[0].mySharePence).toBe(1000);
    expect(JSON.stringify(await stage.get(`/v1/journals/pools/${pool.id}/audit`, sam))).toContain('"valid":true');
  });

  test('shows the pool, read only, until the last penny is settled, also when the notice has long ended', async () => {
    const [pool, [rosa, sam], commissionId] = await dancing({ noticeWeeks: 2 }, 1);
    const { id } = pool;
    const [from = ''] = pool.allocations;
    await stage.done(leave(id, rosa));
    await kitty.advance(14);
    await stage.done(stage.act(commissionId, 'sessions/1/dispute', sam, { reason: 'Nobody came' }));
    await kitty.advance(30);
    const proposal = await stage.propose(id, sam, { kind: 'agreement', agreement: stage.newPool().agreement });
    const reads = [
      `/v1/pools/${id}`,
      `/v1/pools/${id}/proposals/${proposal}`,
      `/v1/pools/${id}/history`,
      `/v1/commissions/${commissionId}`,
      `/v1/journals/pools/${id}/audit`,
    ];
    const answersOf = (as: TestPerson) => Promise.all(reads.map(async (path) => (await stage.get(path, as)).status));
    const listed = async () => (await stage.get('/v1/pools', rosa)).body.items.map((one: { id: string }) => one.id);
    expect(await answersOf(rosa)).toEqual([200, 200, 200, 200, 200]);
    expect(await listed()).toEqual([id]);
    expect(await stage.see(id, rosa)).toMatchObject({ mine: { freePence: 0, heldPence: 1000 } });
    for (const one of [
      await stage.post(`/v1/pools/${id}/invitations`, rosa),
      await stage.contribute(id, rosa, from, 1),
      await stage.post(`/v1/pools/${id}/proposals`, rosa, { kind: 'cancel', commissionId }),
      await stage.vote(id, proposal, rosa, { joining: false }),
      await stage.post(`/v1/pools/${id}/agreement/signatures`, rosa, { agreementVersion: 2 }),
      await stage.put(`/v1/pools/${id}/contributions/standing/pause`, rosa, { paused: true }),
      await leave(id, rosa),
    ])
      expect(statusAndCode(one)).toEqual([404, 'not-found']);

    const broker = await kitty.newPerson('Bea', ['broker']);
    await stage.done(
      stage.act(commissionId, 'sessions/1/resolution', broker, { payPence: 1500, reason: 'It was half as long' }),
    );
    await kitty.advance(1);
    expect(await stage.allocation(rosa, from)).toMatchObject({ availablePence: 11500, pooledPence: 0 });
    // An order that she took part in stays hers to see.
    expect(await answersOf(rosa)).toEqual([404, 404, 404, 200, 404]);
    expect(await listed()).toEqual([]);
    expect(await answersOf(sam)).toEqual([200, 200, 200, 200, 200]);
  });

  test('makes later sessions not funded when nobody has agreed to pay more, and asks nobody for it', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people, { pence: 6000, agreement: { noticeWeeks: 0 } });
    const offer = await stage.offer();
    const [rosa, sam, priya] = people;
    const id = await stage.proposeToBuy(pool.id, rosa, offer);
    for (const one of people) await stage.done(stage.vote(pool.id, id, one, { upToPence: 1000 }));
    const commissionId = `${pool.id}-${id}`;
    await stage.done(stage.act(commissionId, 'acceptance', offer.owner));
    const left = await leave(pool.id, priya);
    expect(left.body).toEqual({ returnedPence: 4000, stillHeldPence: 2000, endsOn: stage.inDays(0) });
    await kitty.advance(8);
    expect(await statuses(commissionId, sam)).toEqual([
      ['not-funded', false],
      ['planned', false],
    ]);
    expect(await stage.see(pool.id, sam)).toMatchObject({ heldPence: 0, mine: { freePence: 6000 } });
    expect((await stage.allocation(priya, pool.allocations[2] ?? '')).availablePence).toBe(12000);
    expect(statusAndCode(await stage.act(commissionId, 'sessions/1/delivery', offer.owner))).toEqual([
      409,
      'not-funded',
    ]);
  });

  test('lets the others say yes to more, and then the sessions that are still to come are funded', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people, { pence: 6000, agreement: { noticeWeeks: 0 } });
    const offer = await stage.offer();
    const [rosa, sam, priya] = people;
    const id = await stage.proposeToBuy(pool.id, rosa, offer);
    for (const one of people) await stage.done(stage.vote(pool.id, id, one, { upToPence: 1000 }));
    const commissionId = `${pool.id}-${id}`;
    await stage.done(leave(pool.id, priya));
    for (const one of [rosa, sam])
      await stage.done(stage.put(`/v1/commissions/${commissionId}/limit`, one, { upToPence: 1500 }));
    expect(await statuses(commissionId, sam)).toEqual([
      ['planned', true],
      ['planned', true],
    ]);
    expect(await stage.see(pool.id, sam)).toMatchObject({
      heldPence: 6000,
      mine: { freePence: 3000, heldPence: 3000 },
    });
  });

  test('without anything held ends at once, and the person may come back', async () => {
    const [rosa, sam] = await two();
    const pool = await stage.pool([rosa, sam], { pence: 1000, agreement: { noticeWeeks: 0 } });
    expect((await leave(pool.id, rosa)).body).toEqual({
      returnedPence: 1000,
      stillHeldPence: 0,
      endsOn: stage.inDays(0),
    });
    expect(statusAndCode(await stage.get(`/v1/pools/${pool.id}`, rosa))).toEqual([404, 'not-found']);
    expect((await stage.accept(await stage.invitation(pool.id, sam), rosa)).status).toBe(200);
    expect(await stage.see(pool.id, rosa)).toMatchObject({ freePence: 1000, mine: { freePence: 0 } });
  });

  test('takes the vote back, and may decide what the others were waiting for', async () => {
    const people = (await stage.people(3)) as Three;
    const pool = await stage.pool(people, { pence: 6000, agreement: { decisionRule: 'everyone', quorum: 3 } });
    const [rosa, sam, priya] = people;
    const id = await stage.proposeToBuy(pool.id, rosa, await stage.offer());
    await stage.done(stage.vote(pool.id, id, rosa));
    await stage.done(stage.vote(pool.id, id, priya, { choice: 'block', joining: false }));
    await stage.done(leave(pool.id, priya));
    expect((await stage.get(`/v1/pools/${pool.id}/proposals/${id}`, sam)).body).toMatchObject({
      status: 'open',
      electors: 2,
      quorum: 2,
      votes: { agree: 1, block: 0 },
    });
    expect((await stage.vote(pool.id, id, sam)).body.status).toBe('agreed');
  });
});
