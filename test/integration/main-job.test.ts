// The main job through HTTP: pool, decide, commission, deliver, release; and where the money is at each step.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';

let kitty: TestKitty;
let funder: TestPerson;
let dawn: TestPerson;
const people: TestPerson[] = [];
const HEADER = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes,pooling\n';

beforeAll(async () => {
  kitty = await startKitty();
  funder = await kitty.newPerson('Fay', ['funder']);
  dawn = await kitty.newPerson('Dawn', ['enterprise']);
  for (const name of ['Rosa', 'Sam', 'Priya', 'Joe', 'Mary', 'Ade'])
    people.push(await kitty.newPerson(name, ['holder']));
});
afterAll(() => kitty.stop());

test('six people pool, agree by consent, are taught to dance, and one leaves', async () => {
  const today = dayOf(kitty.now());
  const rows = people.map(
    (p, i) =>
      `R${i},${p.name},${p.email},social-care,120,${today},${addDays(today, 364)},once,funder,friendship;fitness,`,
  );
  const imported = await kitty.call('POST', '/v1/allocations/imports', { as: funder, csv: HEADER + rows.join('\n') });
  expect(imported.body).toEqual({ imported: 6, unchanged: 0, rejected: [] });
  const again = await kitty.call('POST', '/v1/allocations/imports', { as: funder, csv: HEADER + rows.join('\n') });
  expect(again.body).toEqual({ imported: 0, unchanged: 6, rejected: [] });

  const [rosa] = people as [TestPerson];
  const pool = await kitty.call('POST', '/v1/pools', {
    as: rosa,
    body: {
      name: 'Tuesday dancers',
      purpose: 'Dance together',
      outcomes: ['friendship'],
      agreement: { decisionRule: 'consent', quorum: 4, votingDays: 7, noticeWeeks: 4 },
    },
  });
  expect(pool.status).toBe(201);
  const poolId = pool.body.id;
  const { body: invitation } = await kitty.call('POST', `/v1/pools/${poolId}/invitations`, {
    as: rosa,
    body: { uses: 5 },
  });
  for (const person of people.slice(1)) {
    const joined = await kitty.call('POST', `/v1/invitations/${invitation.code}/acceptance`, {
      as: person,
      body: { signsAgreement: true },
    });
    expect(joined.body).toEqual({ poolId });
  }
  for (const person of people) {
    const { body: mine } = await kitty.call('GET', '/v1/allocations', { as: person });
    expect(mine.items[0].availablePence).toBe(12000);
    const put = await kitty.call('POST', `/v1/pools/${poolId}/contributions`, {
      as: person,
      body: { allocationId: mine.items[0].id, amountPence: 12000 },
    });
    expect(put.status).toBe(201);
  }
  const { body: enterprise } = await kitty.call('POST', '/v1/enterprises', {
    as: dawn,
    body: {
      name: 'Dawn Dances',
      description: 'Dance for everyone',
      postcode: 'RM10 7XX',
      legalForm: 'sole-trader',
      ownership: 'owner',
      workers: 1,
    },
  });
  const { body: offer } = await kitty.call('POST', `/v1/enterprises/${enterprise.id}/offers`, {
    as: dawn,
    body: {
      title: 'Dance class',
      description: 'An hour of dance',
      category: 'dance',
      priceModel: 'per-session',
      pricePence: 5400,
      minPeople: 4,
      maxPeople: 12,
      durationMinutes: 60,
      postcode: 'RM10 7XX',
      cancellation: { hours: 48, chargePercent: 50 },
      access: ['step-free'],
    },
  });
  expect(offer.id).toBeTruthy();
  const proposal = await kitty.call('POST', `/v1/pools/${poolId}/proposals`, {
    as: rosa,
    body: { offerId: offer.id, sessions: 12, startsOn: addDays(today, 14) },
  });
  expect(proposal.status).toBe(201);
  let commissionId = '';
  for (const [i, person] of people.entries()) {
    const voted = await kitty.call('PUT', `/v1/pools/${poolId}/proposals/${proposal.body.proposalId}/vote`, {
      as: person,
      body: { choice: 'agree', joining: true, accessNeeds: i === 2 ? ['step-free'] : [] },
    });
    expect(voted.body.status).toBe(i < 5 ? 'open' : 'agreed');
    commissionId = voted.body.commissionId ?? '';
  }
  const { body: seen } = await kitty.call('GET', `/v1/pools/${poolId}`, { as: rosa });
  expect(seen).toMatchObject({
    freePence: 72000 - 64800,
    heldPence: 64800,
    releasedPence: 0,
    mine: { freePence: 1200, heldPence: 10800 },
  });
  const at = `/v1/commissions/${commissionId}`;
  expect((await kitty.call('GET', at, { as: dawn })).body).toMatchObject({
    people: 6,
    accessNeeds: ['step-free'],
    status: 'requested',
    poolName: 'Tuesday dancers',
  });
  expect((await kitty.call('POST', `${at}/acceptance`, { as: dawn, body: {} })).body.status).toBe('accepted');
  await kitty.advance(14);
  for (let n = 1; n <= 4; n++) {
    expect(
      (await kitty.call('POST', `${at}/sessions/${n}/delivery`, { as: dawn, body: {} })).body.sessions[n - 1].status,
    ).toBe('delivered');
    expect(
      (await kitty.call('POST', `${at}/sessions/${n}/confirmation`, { as: people[n], body: {} })).body.sessions[n - 1]
        .status,
    ).toBe('released');
    await kitty.advance(7);
  }
  const left = await kitty.call('POST', `/v1/pools/${poolId}/departure`, { as: people[5], body: {} });
  expect(left.body).toMatchObject({ returnedPence: 1200, stillHeldPence: 7200 });
  for (let n = 5; n <= 12; n++) {
    expect((await kitty.call('POST', `${at}/sessions/${n}/delivery`, { as: dawn, body: {} })).status).toBe(200);
    await kitty.advance(7);
  }
  await kitty.advance(8);
  const { body: end } = await kitty.call('GET', `/v1/pools/${poolId}`, { as: rosa });
  expect(end).toMatchObject({ heldPence: 0, releasedPence: 64800 });
  const { body: gone } = await kitty.call('GET', '/v1/allocations', { as: people[5] });
  expect(gone.items[0]).toMatchObject({ pooledPence: 0 });
  const { body: earned } = await kitty.call('GET', `/v1/enterprises/${enterprise.id}/earnings`, { as: dawn });
  expect(earned.earnedPence).toBe(64800);
  expect((await kitty.call('GET', at, { as: dawn })).body.status).toBe('done');
  const { body: audit } = await kitty.call('GET', `/v1/journals/pools/${poolId}/audit`, { as: rosa });
  expect(audit).toMatchObject({ valid: true });
  console.log(JSON.stringify(gone.items[0]), JSON.stringify(audit), JSON.stringify(end.mine));
  const { body: history } = await kitty.call('GET', `/v1/pools/${poolId}/history?after=0`, { as: rosa });
  console.log(
    history.items
      .map((i: { seq: number; kind: string; postings: unknown }) => `${i.seq} ${i.kind} ${JSON.stringify(i.postings)}`)
      .join('\n'),
  );
});
