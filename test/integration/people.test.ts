// People and their supporters through HTTP on a real engine: grants, acting for somebody, and no personal data in any journal.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf, isJournalItem } from '../../functions/journal/journal.store.ts';
import { changeContact, getMyContact } from '../../functions/people/people.actions.ts';
import type { Item } from '../../functions/platform/table.ts';
import type { CallOptions } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn, statusAndCode } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
const person = (name: string): Promise<TestPerson> => kitty.newPerson(name, ['holder']);
const support = (as: TestPerson, supporter: { personId: string }, body: object, more: CallOptions = {}) =>
  stage.put(`/v1/me/supporters/${supporter.personId}`, as, body, more);
const revoke = (as: TestPerson, supporter: TestPerson) =>
  kitty.call('DELETE', `/v1/me/supporters/${supporter.personId}`, { as });

beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

describe('who I am', () => {
  test('says my name, place, roles, and whom I may act for now', async () => {
    const [rosa, sue] = [await person('Rosa'), await person('Sue')];
    const { personId, name, place } = sue;
    expect((await stage.get('/v1/me', sue)).body).toEqual({ personId, name, place, roles: ['holder'], actingFor: [] });
    expect((await support(rosa, sue, { scopes: ['see', 'pay'], endsOn: stage.inDays(2) })).status).toBe(204);
    const acting = [{ personId: rosa.personId, name: 'Rosa', scopes: ['see', 'pay'], endsOn: stage.inDays(2) }];
    expect((await stage.get('/v1/me', sue)).body.actingFor).toEqual(acting);
    await kitty.advance(2);
    expect((await stage.get('/v1/me', sue)).body.actingFor).toEqual(acting);
    await kitty.advance(1);
    expect((await stage.get('/v1/me', sue)).body.actingFor).toEqual([]);
  });
});

describe('how I am notified', () => {
  const PATH = '/v1/me/contact';
  const seen = async (as: TestPerson) => {
    const { ways, ...chosen } = (await stage.get(PATH, as)).body;
    expect(ways).toEqual(['email', 'text']);
    return chosen;
  };
  const choose = (as: TestPerson, body: object, more: CallOptions = {}) => stage.put(PATH, as, body, more);

  test('is by email, to the address that I sign in with, until I choose otherwise', async () => {
    const rosa = await person('Rosa');
    expect(await seen(rosa)).toEqual({ by: 'email', email: rosa.email, digest: false });
    expect((await choose(rosa, { by: 'text', phone: '+44 (0)7700 900 123', digest: true })).status).toBe(204);
    expect(await seen(rosa)).toEqual({ by: 'text', email: rosa.email, phone: '+447700900123', digest: true });
  });

  test('keeps my number only while text messages go to it', async () => {
    const rosa = await person('Rosa');
    await stage.done(choose(rosa, { by: 'text', phone: '07700 900123' }));
    await stage.done(choose(rosa, { by: 'none', phone: '07700 900123' }));
    expect(await seen(rosa)).toEqual({ by: 'none', email: rosa.email, digest: false });
    const { Items = [] } = await kitty.database.send(new ScanCommand({ TableName: 'kitty' }));
    const kept = Items.filter(({ PK, SK }) => PK.includes(rosa.personId) && SK === 'CONTACT');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('900123');
  });

  test('is not changed back by a late replay of an older choice', async () => {
    const rosa = await person('Rosa');
    await stage.done(choose(rosa, { by: 'text', phone: '07700 900123' }, { key: 'first' }));
    await stage.done(choose(rosa, { by: 'email', digest: true }));
    expect((await choose(rosa, { by: 'text', phone: '07700 900123' }, { key: 'first' })).status).toBe(204);
    expect(await seen(rosa)).toEqual({ by: 'email', email: rosa.email, digest: true });
    expect(statusAndCode(await choose(rosa, { by: 'none' }, { key: 'first' }))).toEqual([422, 'key-reused']);
  });

  test.each([
    ['no number', { by: 'text' }, 'phone', 'This is missing: send the mobile number'],
    ['a landline', { by: 'text', phone: '020 7946 0018' }, 'phone', 'such as 07700 900123'],
    ['another way', { by: 'post' }, 'by', 'This must be one of “email”, “text”, “none”.'],
    ['an address', { by: 'email', email: 'other@example.org' }, 'email', 'This field is not known here.'],
  ])('refuses %s in words, at its field, and never repeats it', async (_, body, field, words) => {
    const rosa = await person('Rosa');
    const answer = await choose(rosa, body);
    expect(statusAndCode(answer)).toEqual([400, 'bad-input']);
    expect(answer.body.errors).toEqual([{ field, detail: expect.stringContaining(words) }]);
    expect(JSON.stringify(answer.body)).not.toMatch(/7946|other@/);
    expect(await seen(rosa)).toEqual({ by: 'email', email: rosa.email, digest: false });
  });

  test('is never by text message where none are sent, and the answer says so when nothing is sent at all', async () => {
    const rosa = await person('Rosa');
    await stage.done(choose(rosa, { by: 'text', phone: '07700 900123' }));
    const actor = {
      actorId: rosa.personId,
      personId: rosa.personId,
      place: kitty.context.place,
      roles: [],
      funder: undefined,
    };
    const emails = { ...kitty.context, channels: ['email' as const] };
    expect(await getMyContact(emails, actor)).toMatchObject({ value: { by: 'email', ways: ['email'] } });
    expect(await getMyContact({ ...kitty.context, channels: [] }, actor)).toMatchObject({ value: { ways: [] } });
    const request = { idempotencyHash: 'text-again', bodyHash: '' };
    const refused = await changeContact(emails, actor, { by: 'text', phone: '+447700900123' }, request);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-input' } });
    expect((await changeContact(emails, actor, { by: 'none' }, request)).ok).toBe(true);
  });

  test('is mine alone: no supporter sees it or changes it, whatever they were granted', async () => {
    const [rosa, sue] = [await person('Rosa'), await person('Sue')];
    await stage.done(support(rosa, sue, { scopes: ['see', 'vote', 'pay'] }));
    expect(statusAndCode(await stage.get(PATH, sue, { for: rosa }))).toEqual([403, 'not-granted']);
    expect(statusAndCode(await choose(sue, { by: 'none' }, { for: rosa }))).toEqual([403, 'not-granted']);
    await stage.done(choose(sue, { by: 'text', phone: '07700 900456' }));
    expect(await seen(rosa)).toEqual({ by: 'email', email: rosa.email, digest: false });
    expect((await kitty.call('GET', PATH)).status).toBe(401);
    expect((await kitty.call('PUT', PATH, { body: { by: 'none' } })).status).toBe(401);
  });
});

describe('a grant', () => {
  test('is given only to another person of the same place', async () => {
    const rosa = await person('Rosa');
    const far = await kitty.newPerson('Elsie', ['holder'], 'elsewhere');
    expect(statusAndCode(await support(rosa, rosa, { scopes: ['see'] }))).toEqual([409, 'own-supporter']);
    expect(statusAndCode(await support(rosa, far, { scopes: ['see'] }))).toEqual([404, 'not-found']);
    expect(statusAndCode(await support(rosa, { personId: 'abcdefgh01234567' }, { scopes: ['see'] }))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('allows what it names, until it ends, and no more', async () => {
    const [rosa, sue] = [await person('Rosa'), await person('Sue')];
    const { id, allocations } = await stage.pool([rosa], { pence: 100 });
    const see = () => stage.get(`/v1/pools/${id}`, sue, { for: rosa });
    const pay = () => stage.contribute(id, sue, allocations[0] ?? '', 100, {}, { for: rosa });
    expect(statusAndCode(await see())).toEqual([404, 'not-found']);
    await stage.done(support(rosa, sue, { scopes: ['see'], endsOn: stage.inDays(1) }));
    expect((await see()).body.mine.freePence).toBe(100);
    expect(statusAndCode(await pay())).toEqual([403, 'not-granted']);
    expect(statusAndCode(await stage.get(`/v1/pools/${id}`, sue))).toEqual([404, 'not-found']);
    await stage.done(support(rosa, sue, { scopes: ['pay'] }));
    expect(statusAndCode(await see())).toEqual([403, 'not-granted']);
    expect((await pay()).status).toBe(201);
    await stage.done(support(rosa, sue, { scopes: ['see', 'vote', 'pay'], endsOn: stage.inDays(1) }));
    await kitty.advance(1);
    expect((await see()).status).toBe(200);
    await kitty.advance(1);
    for (const answer of [await see(), await pay()]) expect(statusAndCode(answer)).toEqual([404, 'not-found']);
  });

  test('is revoked at once, and a late replay of it does not bring it back', async () => {
    const [rosa, sue] = [await person('Rosa'), await person('Sue')];
    const list = () => stage.get('/v1/pools', sue, { for: rosa });
    await stage.done(support(rosa, sue, { scopes: ['see'] }, { key: 'grant' }));
    expect((await list()).status).toBe(200);
    expect((await revoke(rosa, sue)).status).toBe(204);
    expect(statusAndCode(await list())).toEqual([404, 'not-found']);
    expect((await revoke(rosa, sue)).status).toBe(204);
    expect((await support(rosa, sue, { scopes: ['see'] }, { key: 'grant' })).status).toBe(204);
    expect(statusAndCode(await list())).toEqual([404, 'not-found']);
    expect((await stage.get('/v1/me', sue)).body.actingFor).toEqual([]);
    expect(statusAndCode(await support(rosa, sue, { scopes: ['pay'] }, { key: 'grant' }))).toEqual([422, 'key-reused']);
    // A new grant is a new request.
    await stage.done(support(rosa, sue, { scopes: ['see'] }));
    expect((await list()).status).toBe(200);
    expect((await stage.get('/v1/me', sue)).body.actingFor).toHaveLength(1);
  });

  test('is not passed on: a supporter’s supporter gets nothing by it', async () => {
    const [rosa, sue, tom] = [await person('Rosa'), await person('Sue'), await person('Tom')];
    await stage.done(support(rosa, sue, { scopes: ['see', 'vote', 'pay'] }));
    await stage.done(support(sue, tom, { scopes: ['see', 'vote', 'pay'] }));
    expect((await stage.get('/v1/pools', tom, { for: rosa })).status).toBe(404);
    expect(statusAndCode(await support(sue, tom, { scopes: ['see'] }, { for: rosa }))).toEqual([403, 'not-granted']);
    expect((await kitty.call('DELETE', `/v1/me/supporters/${sue.personId}`, { as: sue, for: rosa })).status).toBe(403);
  });

  test('gives none of the supporter’s own roles: a broker who supports somebody is then no broker', async () => {
    const rosa = await person('Rosa');
    const bea = await kitty.newPerson('Bea', ['holder', 'broker', 'funder']);
    await stage.done(support(rosa, bea, { scopes: ['see', 'vote', 'pay'] }));
    const others = (await stage.people(2)) as [TestPerson, TestPerson];
    const pool = await stage.pool(others, { pence: 3000 });
    const id = await stage.order(pool, await stage.offer(), { sessions: 1 });
    expect((await stage.get(`/v1/commissions/${id}`, bea)).status).toBe(200);
    expect((await stage.get(`/v1/commissions/${id}`, bea, { for: rosa })).status).toBe(404);
    expect((await stage.get(`/v1/pools/${pool.id}`, bea, { for: rosa })).status).toBe(404);
  });
});

describe('who may act for me', () => {
  test('is listed by name while the grant is active, to me alone', async () => {
    const [rosa, sue] = [await person('Rosa'), await person('Sue')];
    const list = async (as: TestPerson) => (await stage.get('/v1/me/supporters', as)).body;
    expect(await list(rosa)).toEqual({ items: [], next: null });
    await stage.done(support(rosa, sue, { scopes: ['see', 'vote'], endsOn: stage.inDays(1) }));
    const item = { personId: sue.personId, name: 'Sue', scopes: ['see', 'vote'], endsOn: stage.inDays(1) };
    expect(await list(rosa)).toEqual({ items: [item], next: null });
    expect(await list(sue)).toEqual({ items: [], next: null });
    expect(statusAndCode(await stage.get('/v1/me/supporters', sue, { for: rosa }))).toEqual([403, 'not-granted']);
    await kitty.advance(2);
    expect((await list(rosa)).items).toEqual([]);
    await stage.done(support(rosa, sue, { scopes: ['see'] }));
    expect((await list(rosa)).items).toEqual([{ personId: sue.personId, name: 'Sue', scopes: ['see'] }]);
    await revoke(rosa, sue);
    expect((await list(rosa)).items).toEqual([]);
  });
});

describe('a supporter', () => {
  test('opens, joins, pays, votes and leaves for somebody; both are recorded, and the supporter is not a member', async () => {
    const [rosa, sue, sam] = [await person('Rosa'), await person('Sue'), await person('Sam')];
    await stage.done(support(rosa, sue, { scopes: ['see', 'vote', 'pay'] }));
    const { id } = await stage.done(stage.post('/v1/pools', sue, stage.newPool({ noticeWeeks: 0 }), { for: rosa }));
    await stage.done(stage.accept(await stage.invitation(id, rosa), sam));
    const allocationId = await stage.grant(rosa);
    await stage.done(stage.contribute(id, sue, allocationId, 3000, {}, { for: rosa }));
    const offer = await stage.offer({ minPeople: 1 });
    const body = { offerId: offer.offerId, sessions: 1, startsOn: stage.inDays(14) };
    const { proposalId } = await stage.done(stage.post(`/v1/pools/${id}/proposals`, sue, body, { for: rosa }));
    await stage.done(stage.vote(id, proposalId, sue, {}, { for: rosa }));
    const seen = await stage.see(id, rosa);
    expect(seen).toMatchObject({
      mine: { freePence: 3000 },
      proposals: [{ by: rosa.personId, mine: { choice: 'agree' } }],
    });
    expect(JSON.stringify(seen)).not.toContain(sue.personId);
    expect(statusAndCode(await stage.vote(id, proposalId, sue))).toEqual([404, 'not-found']);
    // What was voted for her, she can take back until the decision.
    const back = await stage.post(`/v1/pools/${id}/proposals/${proposalId}/vote/withdrawal`, rosa);
    expect(back.status).toBe(204);
    await stage.done(stage.post(`/v1/pools/${id}/departure`, sue, {}, { for: rosa }));
    const { items } = (await stage.get(`/v1/pools/${id}/history?limit=200`, sam)).body;
    const acts = items.map(({ kind, by, for: whom }: { kind: string; by: string; for?: string }) => [kind, by, whom]);
    for (const kind of ['opened', 'contributed', 'proposed', 'voted', 'left'])
      expect(acts).toContainEqual([kind, sue.personId, rosa.personId]);
    expect(acts).toContainEqual(['vote-withdrawn', rosa.personId, undefined]);
    expect((await stage.allocation(rosa, allocationId)).availablePence).toBe(12000);
  });

  test('cannot vote for somebody on what the supporter’s own enterprise would deliver', async () => {
    const people = (await stage.people(2)) as [TestPerson, TestPerson];
    const [rosa, sam] = people;
    const pool = await stage.pool(people, { pence: 3000 });
    const offer = await stage.offer();
    await stage.done(support(rosa, offer.owner, { scopes: ['see', 'vote', 'pay'] }));
    const id = await stage.proposeToBuy(pool.id, sam, offer);
    expect(statusAndCode(await stage.vote(pool.id, id, offer.owner, {}, { for: rosa }))).toEqual([
      409,
      'own-enterprise',
    ]);
    expect((await stage.vote(pool.id, id, rosa)).status).toBe(200);
  });

  test('of two people acts for each separately: the same key for both is refused, and never moves one’s money for the other', async () => {
    const [rosa, sam, sue] = [await person('Rosa'), await person('Sam'), await person('Sue')];
    const pool = await stage.pool([rosa, sam]);
    for (const one of [rosa, sam]) await stage.done(support(one, sue, { scopes: ['see', 'vote', 'pay'] }));
    const [rosas = '', sams = ''] = pool.allocations;
    const put = (whom: TestPerson, from: string) =>
      stage.contribute(pool.id, sue, from, 100, {}, { for: whom, key: 'same' });
    expect((await put(rosa, rosas)).status).toBe(201);
    expect(statusAndCode(await put(sam, sams))).toEqual([422, 'key-reused']);
    expect(statusAndCode(await put(sam, rosas))).toEqual([422, 'key-reused']);
    expect((await stage.see(pool.id, rosa)).freePence).toBe(100);
  });
});

describe('journals', () => {
  test('hold no personal data: no name, address, reference, reason, note, need, title or code', async () => {
    const names = ['Rosalind Quincey', 'Samson Underhill', 'Susannah Vortex'];
    const [rosa, sam, sue] = (await Promise.all(names.map(person))) as [TestPerson, TestPerson, TestPerson];
    const secret = {
      ref: 'MOSAIC-4711',
      pool: 'Zumba Zebras',
      purpose: 'Purposeful wiggling',
      title: 'Wiggle workshop',
      description: 'Wigglingly described',
      enterprise: 'Wigglers United',
      note: 'Notoriously noted',
      reason: 'Reasonably reasoned',
      need: 'needlepoint-needs',
      answer: 'Gladlyquux welcomed',
      delivery: 'Handedover quuxly',
      dispute: 'Grumbled quuxfully',
      resolution: 'Shookhands quuxwise',
      cut: 'Trimmedback quuxing',
      postcode: 'RM10 7XX',
    };
    const pool = { ...stage.newPool({ quorum: 2 }), name: secret.pool, purpose: secret.purpose };
    const { id } = await stage.done(stage.post('/v1/pools', rosa, pool));
    const code = await stage.invitation(id, rosa);
    await stage.done(stage.accept(code, sam));
    await stage.done(support(sam, sue, { scopes: ['see', 'vote', 'pay'] }));
    const granted: string[] = [];
    for (const [i, one] of [rosa, sam].entries()) {
      granted.push(await stage.grant(one, { person_ref: `${secret.ref}${i}` }));
      await stage.done(stage.contribute(id, one, granted[i] ?? '', 3000));
    }
    const { owner, offerId, enterpriseId } = await stage.offer({
      title: secret.title,
      description: secret.description,
    });
    const enterprise = await stage.get(`/v1/enterprises/${enterpriseId}`, owner);
    const { legalForm, ownership, workers } = enterprise.body;
    const renamed = {
      name: secret.enterprise,
      description: 'x',
      postcode: secret.postcode,
      legalForm,
      ownership,
      workers,
    };
    await stage.done(stage.put(`/v1/enterprises/${enterpriseId}`, owner, renamed));
    const pid = await stage.proposeToBuy(
      id,
      rosa,
      { owner, offerId, enterpriseId },
      { sessions: 1, note: secret.note },
    );
    const words = { reason: secret.reason, accessNeeds: [secret.need] };
    await stage.done(stage.vote(id, pid, rosa, words));
    await stage.done(stage.vote(id, pid, sue, words, { for: sam }));
    const commission = `${id}-${pid}`;
    await stage.done(stage.act(commission, 'acceptance', owner, { reason: secret.answer }));
    const cut = { amountPence: 1, from: stage.inDays(28), reason: secret.cut };
    await stage.done(stage.post(`/v1/allocations/${granted[0]}/reductions`, stage.funder, cut));
    await kitty.advance(14);
    await stage.done(stage.act(commission, 'sessions/1/delivery', owner, { reason: secret.delivery }));
    await stage.done(stage.act(commission, 'sessions/1/dispute', rosa, { reason: secret.dispute }));
    const body = { payPence: 100, reason: secret.resolution };
    await stage.done(stage.act(commission, 'sessions/1/resolution', stage.funder, body));
    await stage.done(stage.post(`/v1/pools/${id}/departure`, sam));

    const { Items = [] } = await kitty.database.send(new ScanCommand({ TableName: 'kitty' }));
    const entries = (Items as Item[]).filter(isJournalItem).map(entryOf);
    const texts = entries.map(({ key, text, stateText: state }) => JSON.stringify(key) + text + state).join('\n');
    expect(entries.filter(({ key }) => key.id === id).length).toBeGreaterThan(12);
    const personal = [...names, ...[rosa, sam, sue, owner].map(({ email }) => email), ...Object.values(secret), code];
    // An address begins with the person's id here, which journals do hold.
    for (const one of personal)
      for (const part of [one, ...one.split(/[ @]/).filter((word) => word.length > 5 && word !== 'example.org')])
        if (![rosa, sam, sue, owner].some(({ personId }) => part === personId))
          expect([part, texts.toLowerCase().includes(part.toLowerCase())]).toEqual([part, false]);
    expect(texts).toContain(rosa.personId);
  });
});
