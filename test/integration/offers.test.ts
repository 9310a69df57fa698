// Enterprises and offers through HTTP on a real engine: register, list, change, withdraw, search; and who may.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getOffer } from '../../functions/catalogue/catalogue.store.ts';
import { enterpriseIdsOwnedBy, putEnterprise } from '../../functions/enterprises/enterprises.store.ts';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';

const enterprise = {
  name: 'Steps Together',
  description: 'Dance for everybody who likes to move.',
  postcode: 'rm10 9xx',
  legalForm: 'co-op',
  ownership: 'worker-and-user',
  workers: 4,
};
const offer = {
  title: 'Dance for everyone',
  description: 'Moving to music, sitting or standing.',
  category: 'dance',
  priceModel: 'per-session',
  pricePence: 5400,
  minPeople: 4,
  maxPeople: 12,
  durationMinutes: 90,
  postcode: 'RM10 9XX',
  cancellation: { hours: 48, chargePercent: 50 },
  access: ['step-free', 'quiet-space'],
};

let kitty: TestKitty;
let owner: TestPerson;
let other: TestPerson;
let foreigner: TestPerson;

beforeAll(async () => {
  kitty = await startKitty();
  owner = await kitty.newPerson('Olu', ['enterprise']);
  other = await kitty.newPerson('Ada', ['holder']);
  foreigner = await kitty.newPerson('Finn', ['enterprise', 'holder'], 'elsewhere');
});
afterAll(() => kitty.stop());

const post = (path: string, body: unknown, as: TestPerson | undefined = owner, key?: string): Promise<Answer> =>
  kitty.call('POST', path, { as, body, ...(key === undefined ? {} : { key }) });

async function newEnterprise(change: object = {}, as = owner): Promise<string> {
  const made = await post('/v1/enterprises', { ...enterprise, ...change }, as);
  expect(made.status).toBe(201);
  return made.body.id;
}
async function newOffer(enterpriseId: string, change: object = {}, as = owner): Promise<string> {
  const made = await post(`/v1/enterprises/${enterpriseId}/offers`, { ...offer, ...change }, as);
  expect(made.status).toBe(201);
  return made.body.id;
}
const found = async (query: string, as?: TestPerson): Promise<{ id: string; title: string }[]> => {
  const answer = await kitty.call('GET', `/v1/offers?${query}`, { as });
  expect(answer.status).toBe(200);
  return answer.body.items;
};
const titles = async (query: string): Promise<string[]> => (await found(query)).map(({ title }) => title);

describe('an enterprise', () => {
  it('is registered, and is then among the registrant’s own', async () => {
    const id = await newEnterprise();
    expect(id).toMatch(/^[0-9a-z]{16}$/);
    const mine = await kitty.call('GET', '/v1/enterprises', { as: owner });
    expect(mine.body).toMatchObject({ next: null });
    expect(mine.body.items).toContainEqual(expect.objectContaining({ id, mine: true, postcode: 'RM10 9XX' }));
    expect(await enterpriseIdsOwnedBy(kitty.context.table, owner.place, owner.personId)).toContain(id);
    expect((await kitty.call('GET', '/v1/enterprises', { as: other })).body).toEqual({ items: [], next: null });
  });

  it('is seen by anyone signed in without owners and street', async () => {
    const id = await newEnterprise();
    const seen = await kitty.call('GET', `/v1/enterprises/${id}`, { as: other });
    const { postcode: _, ...rest } = enterprise;
    expect(seen.body).toEqual({ id, ...rest, area: 'RM10', offers: [] });
    expect(JSON.stringify(seen.body)).not.toContain(owner.personId);
    expect((await kitty.call('GET', `/v1/enterprises/${id}`, { as: owner })).body.mine).toBe(true);
  });

  it('shows the offers that are listed', async () => {
    const id = await newEnterprise();
    const [kept, gone] = [await newOffer(id), await newOffer(id)];
    await kitty.call('DELETE', `/v1/offers/${gone}`, { as: owner });
    const seen = await kitty.call('GET', `/v1/enterprises/${id}`, { as: other });
    expect(seen.body.offers.map((one: { id: string }) => one.id)).toEqual([kept]);
  });

  it('is changed as a whole, and its name in the catalogue with it', async () => {
    const id = await newEnterprise({ companyNumber: '01234567' });
    await newOffer(id, { title: 'Renaming' });
    const body = { ...enterprise, name: 'Steps Anew', workers: 8 };
    expect((await kitty.call('PUT', `/v1/enterprises/${id}`, { as: owner, body })).status).toBe(204);
    const seen = await kitty.call('GET', `/v1/enterprises/${id}`, { as: other });
    expect(seen.body).toMatchObject({ name: 'Steps Anew', workers: 8 });
    expect(seen.body).not.toHaveProperty('companyNumber');
    expect(await titles('q=anew renam')).toEqual(['Renaming']);
    expect(await titles('q=together renam')).toEqual([]);
  });

  it.each([
    ['workers', { workers: 9 }],
    ['postcode', { postcode: 'nowhere' }],
    ['legalForm', { legalForm: 'plc' }],
    ['name', { name: 'A\u0007' }],
    ['name', { name: undefined }],
    ['insuranceUntil', { insuranceUntil: '2027-01-01' }],
  ])('is refused with the field %s named', async (field, change) => {
    const answer = await post('/v1/enterprises', { ...enterprise, ...change });
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([400, 'bad-input', field]);
  });

  it('is registered by those who are signed in only', async () => {
    const id = await newEnterprise();
    for (const [method, path] of [
      ['POST', '/v1/enterprises'],
      ['PUT', `/v1/enterprises/${id}`],
      ['GET', `/v1/enterprises/${id}`],
      ['GET', '/v1/enterprises'],
    ] as const)
      expect((await kitty.call(method, path, { body: method === 'GET' ? undefined : enterprise })).status).toBe(401);
  });

  it('does not exist for who may not change it, nor in another place', async () => {
    const id = await newEnterprise();
    for (const as of [other, foreigner])
      expect((await kitty.call('PUT', `/v1/enterprises/${id}`, { as, body: enterprise })).body.code).toBe('not-found');
    expect((await kitty.call('GET', `/v1/enterprises/${id}`, { as: foreigner })).status).toBe(404);
    expect((await kitty.call('GET', '/v1/enterprises/nonsense', { as: owner })).status).toBe(404);
  });

  it('is registered once for a key, however often it is sent and at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/v1/enterprises', enterprise, owner, 'once')),
    );
    const ids = new Set(answers.map(({ status, body }) => `${status} ${body.id}`));
    expect(ids.size).toBe(1);
    const reused = await post('/v1/enterprises', { ...enterprise, workers: 1 }, owner, 'once');
    expect([reused.status, reused.body.code]).toEqual([422, 'key-reused']);
    // The key is a person's own.
    expect((await post('/v1/enterprises', { ...enterprise, workers: 1 }, other, 'once')).status).toBe(201);
  });

  it('whose registration stopped half-way is completed by sending it again', async () => {
    const { table } = kitty.context;
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const stopping = { ...table, putNewer: () => Promise.reject(new Error('stopped')) };
    const crashed = Object.assign(kitty.context, { table: stopping });
    const first = await post('/v1/enterprises', enterprise, owner, 'half-way').finally(() =>
      Object.assign(crashed, { table }),
    );
    log.mockRestore();
    expect(first.status).toBe(500);
    const again = await post('/v1/enterprises', enterprise, owner, 'half-way');
    expect(again.status).toBe(201);
    await newOffer(again.body.id, { title: 'Completed' });
    expect(await titles('q=completed')).toEqual(['Completed']);
  });

  it('that its registrant never completed can still list offers', async () => {
    const { table } = kitty.context;
    const id = 'abcdefgh01234567';
    const body = { ...enterprise, legalForm: 'co-op', ownership: 'worker' } as const;
    await putEnterprise(table, owner.place, id, owner.personId, body, 'hash');
    await newOffer(id, { title: 'Orphan' });
    expect(await titles('q=orphan')).toEqual(['Orphan']);
  });
});

describe('an offer', () => {
  it('is listed and seen by anyone, without the street', async () => {
    const enterpriseId = await newEnterprise();
    const id = await newOffer(enterpriseId, { travelKm: 5 });
    const seen = await kitty.call('GET', `/v1/offers/${id}`);
    const { postcode, ...rest } = offer;
    expect(seen.body).toEqual({
      id,
      enterpriseId,
      enterpriseName: 'Steps Together',
      ...rest,
      area: 'RM10',
      travelKm: 5,
      pricePerPersonPence: { 4: 1350, 6: 900, 10: 540 },
    });
    const own = await kitty.call('GET', `/v1/offers/${id}`, { as: owner });
    expect(own.body).toMatchObject({ mine: true, postcode });
  });

  it('is changed as a whole, at once in the search too', async () => {
    const id = await newOffer(await newEnterprise(), { title: 'Before', travelKm: 5 });
    const body = { ...offer, title: 'Afterwards', pricePence: 6000 };
    expect((await kitty.call('PUT', `/v1/offers/${id}`, { as: owner, body })).status).toBe(204);
    const seen = await kitty.call('GET', `/v1/offers/${id}`);
    expect(seen.body).toMatchObject({ title: 'Afterwards', pricePence: 6000 });
    expect(seen.body).not.toHaveProperty('travelKm');
    expect(await titles('q=afterwards')).toEqual(['Afterwards']);
    expect(await titles('q=before')).toEqual([]);
  });

  it('once withdrawn stays withdrawn, and stays for what was agreed on it', async () => {
    const id = await newOffer(await newEnterprise(), { title: 'Withdrawn' });
    for (let i = 0; i < 2; i++)
      expect((await kitty.call('DELETE', `/v1/offers/${id}`, { as: owner })).status).toBe(204);
    expect(await titles('q=withdrawn')).toEqual([]);
    expect((await kitty.call('GET', `/v1/offers/${id}`)).status).toBe(404);
    expect((await kitty.call('GET', `/v1/offers/${id}`, { as: other })).status).toBe(404);
    const own = await kitty.call('GET', `/v1/offers/${id}`, { as: owner });
    expect(own.body.withdrawnAt).toMatch(/^2026-/);
    const changed = await kitty.call('PUT', `/v1/offers/${id}`, { as: owner, body: offer });
    expect([changed.status, changed.body.code]).toEqual([409, 'offer-withdrawn']);
    expect(await titles('q=withdrawn')).toEqual([]);
    expect((await getOffer(kitty.context.table, owner.place, id))?.withdrawnAt).toBe(own.body.withdrawnAt);
  });

  it('is withdrawn although it is being changed at the same time', async () => {
    const id = await newOffer(await newEnterprise());
    await Promise.all([
      ...Array.from({ length: 4 }, (_, i) =>
        kitty.call('PUT', `/v1/offers/${id}`, { as: owner, body: { ...offer, pricePence: 1000 + i } }),
      ),
      kitty.call('DELETE', `/v1/offers/${id}`, { as: owner }),
    ]);
    expect((await kitty.call('GET', `/v1/offers/${id}`)).status).toBe(404);
  });

  it('a change that is sent again does not undo a newer one', async () => {
    const id = await newOffer(await newEnterprise());
    const change = (pricePence: number, key: string) =>
      kitty.call('PUT', `/v1/offers/${id}`, { as: owner, body: { ...offer, pricePence }, key });
    expect((await change(1000, 'first')).status).toBe(204);
    expect((await change(2000, 'second')).status).toBe(204);
    expect((await change(1000, 'first')).status).toBe(204);
    expect((await change(3000, 'first')).body.code).toBe('key-reused');
    expect((await kitty.call('GET', `/v1/offers/${id}`)).body.pricePence).toBe(2000);
  });

  it('is listed once for a key', async () => {
    const path = `/v1/enterprises/${await newEnterprise()}/offers`;
    const first = await post(path, offer, owner, 'offer');
    await kitty.call('PUT', `/v1/offers/${first.body.id}`, { as: owner, body: { ...offer, pricePence: 1 } });
    expect(await post(path, offer, owner, 'offer')).toMatchObject({ status: 201, body: first.body });
    expect((await kitty.call('GET', `/v1/offers/${first.body.id}`)).body.pricePence).toBe(1);
    const reused = await post(path, { ...offer, pricePence: 2 }, owner, 'offer');
    expect([reused.status, reused.body.code]).toEqual([422, 'key-reused']);
    expect((await kitty.call('POST', path, { as: owner, body: offer, key: null })).body.code).toBe('key-missing');
  });

  it('is listed, changed and withdrawn by those who run the enterprise only', async () => {
    const enterpriseId = await newEnterprise();
    const id = await newOffer(enterpriseId);
    for (const [as, status] of [
      [undefined, 401],
      [other, 404],
      [foreigner, 404],
    ] as const) {
      const body = offer;
      expect((await kitty.call('POST', `/v1/enterprises/${enterpriseId}/offers`, { as, body })).status).toBe(status);
      expect((await kitty.call('PUT', `/v1/offers/${id}`, { as, body })).status).toBe(status);
      expect((await kitty.call('DELETE', `/v1/offers/${id}`, { as })).status).toBe(status);
    }
    expect((await kitty.call('GET', `/v1/offers/${id}`, { as: foreigner })).status).toBe(404);
    expect((await kitty.call('GET', `/v1/offers/${id}`)).body.pricePence).toBe(5400);
  });

  it.each([
    ['maxPeople', { minPeople: 5, maxPeople: 4 }],
    ['pricePence', { pricePence: -1 }],
    ['pricePence', { pricePence: 0.5 }],
    ['pricePence', { pricePence: 1e12 }],
    ['category', { category: 'personal-care' }],
    ['access.0', { access: ['magic'] }],
    ['cancellation.hours', { cancellation: { hours: 1000, chargePercent: 0 } }],
    ['cancellation.note', { cancellation: { hours: 1, chargePercent: 0, note: 'x' } }],
    ['title', { title: 'a\u0000b' }],
    ['withdrawnAt', { withdrawnAt: '2026-01-01' }],
  ])('is refused with the field %s named', async (field, change) => {
    const answer = await post(`/v1/enterprises/${await newEnterprise()}/offers`, { ...offer, ...change });
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([400, 'bad-input', field]);
    expect(answer.body.errors[0].detail.length).toBeGreaterThan(10);
  });
});

describe('the search for offers', () => {
  const word = 'zumbaesque';
  beforeAll(async () => {
    const id = await newEnterprise({ name: 'Café Olé' });
    const places = [
      ['Barking class', 'IG11 7AA', 'dance'],
      ['Dagenham class', 'RM10 9XX', 'dance'],
      ['Brixton class', 'SW9 8AA', 'cooking'],
      ['Leeds class', 'LS1 4AP', 'dance'],
    ] as const;
    for (const [title, postcode, category] of places)
      await newOffer(id, { title, postcode, category, description: `A ${word} for you` });
    await newOffer(await newEnterprise({}, foreigner), { title: 'Elsewhere', description: word }, foreigner);
  });

  it('is open to all and gives the nearest first, with distances to 100 m', async () => {
    const items = await found(`near=RM10&q=${word}`);
    expect(items.map(({ title }) => title)).toEqual([
      'Dagenham class',
      'Barking class',
      'Brixton class',
      'Leeds class',
    ]);
    expect(items[0]).toMatchObject({ distanceKm: 0, area: 'RM10', enterpriseName: 'Café Olé' });
    expect(items[1]).toHaveProperty('distanceKm', 4.6);
    expect(items[3]).not.toHaveProperty('distanceKm');
    expect((await found(`q=${word}`))[0]).not.toHaveProperty('distanceKm');
  });

  it('knows postcodes, outward codes and names of places, in any case', async () => {
    for (const near of ['rm10', 'RM10 9XX', 'rm109xx', 'Dagenham', 'london borough of barking & dagenham'])
      expect((await titles(`near=${encodeURIComponent(near)}&q=${word}`))[0]).toBe('Dagenham class');
    expect((await titles(`near=BRIXTON&q=${word}`))[0]).toBe('Brixton class');
  });

  it('keeps to a distance, a category and words, whatever their case and accents', async () => {
    expect(await titles(`near=RM10&withinKm=6&q=${word}`)).toEqual(['Dagenham class', 'Barking class']);
    expect(await titles(`near=RM10&withinKm=6&category=cooking&q=${word}`)).toEqual([]);
    expect(await titles(`category=cooking&q=${word}`)).toEqual(['Brixton class']);
    expect(await titles('q=CAFE ole brix')).toEqual(['Brixton class']);
    expect(await titles('q=CAFE ole nothing')).toEqual([]);
    expect(await titles(`near=&withinKm=&category=&q=${word}`)).toHaveLength(4);
  });

  it('keeps to what one of six people pays, or of as many as the offer takes', async () => {
    const each = 'sumsearch';
    const id = await newEnterprise();
    const prices = [
      ['Six share it', { priceModel: 'per-session', pricePence: 5400, minPeople: 2, maxPeople: 12 }],
      ['At most four', { priceModel: 'per-session', pricePence: 3604, minPeople: 1, maxPeople: 4 }],
      ['Eight or more', { priceModel: 'per-session', pricePence: 7208, minPeople: 8, maxPeople: 20 }],
      ['Each pays', { priceModel: 'per-person', pricePence: 902, minPeople: 1, maxPeople: 20 }],
    ] as const;
    for (const [title, price] of prices) await newOffer(id, { ...price, title, description: each });
    expect(await titles(`q=${each}&upToPence=902`)).toHaveLength(4);
    expect(await titles(`q=${each}&upToPence=901`)).toEqual(['At most four', 'Eight or more', 'Six share it']);
    expect(await titles(`q=${each}&upToPence=900`)).toEqual(['Six share it']);
    expect(await titles(`q=${each}&upToPence=0`)).toEqual([]);
    expect(await titles(`q=${each}&upToPence=`)).toHaveLength(4);
  });

  it('shows those who are signed in their own place', async () => {
    expect((await found(`q=${word}`, foreigner)).map(({ title }) => title)).toEqual(['Elsewhere']);
    expect(await found(`q=${word}`, other)).toHaveLength(4);
  });

  it('goes page by page', async () => {
    const first = await kitty.call('GET', `/v1/offers?near=RM10&q=${word}&limit=3`);
    expect(first.body.items).toHaveLength(3);
    const second = await kitty.call('GET', `/v1/offers?near=RM10&q=${word}&limit=3&after=${first.body.next}`);
    expect(second.body.items.map(({ title }: { title: string }) => title)).toEqual(['Leeds class']);
    expect(second.body.next).toBeNull();
  });

  it.each([
    ['near', 'near=Atlantis'],
    ['near', 'near=M1'],
    ['near', 'withinKm=5'],
    ['withinKm', 'near=E3&withinKm=-1'],
    ['withinKm', 'near=E3&withinKm=NaN'],
    ['category', 'category=personal-care'],
    ['upToPence', 'upToPence=-1'],
    ['upToPence', 'upToPence=9.50'],
    ['limit', 'limit=1000'],
    ['after', 'after=rubbish'],
    ['after', `after=${Buffer.from('[1,2,3]').toString('base64url')}`],
    ['q', 'q=%00'],
    ['radius', 'radius=5'],
  ])('names the field %s in %s', async (field, query) => {
    const answer = await kitty.call('GET', `/v1/offers?${query}`);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([400, 'bad-input', field]);
  });
});
