// The main job through HTTP, once: six people pool, decide and dance, and one leaves. Each test is a promise that it kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

const GRANT_PENCE = 12_000;
const PRICE_PENCE = 5400;
const SESSIONS = 12;
/** The first four are confirmed by somebody; the others pay themselves after a week. */
const CONFIRMED = 4;
const PEOPLE = 6;

let kitty: TestKitty;
let played: Awaited<ReturnType<typeof play>>;
beforeAll(async () => {
  kitty = await startKitty();
  played = await play(await stageOn(kitty));
}, 120_000);
afterAll(() => kitty.stop());

/** From the funder's file until everybody has voted. */
async function agree(stage: Stage) {
  const { get, post, done } = stage;
  const people = await stage.people(PEOPLE);
  const [rosa] = people as [TestPerson];
  const file = stage.file(...people.map((person) => stage.row(person)));
  const imports = [await stage.importFile(file), await stage.importFile(file)];
  const opened = await post('/v1/pools', rosa, stage.newPool({ quorum: 4 }));
  const poolId: string = opened.body.id;
  const code = await stage.invitation(poolId, rosa, { uses: PEOPLE - 1 });
  const joined: Answer[] = [];
  for (const person of people.slice(1)) joined.push(await stage.accept(code, person));
  const granted: number[] = [];
  const contributed: Answer[] = [];
  for (const person of people) {
    const [own] = await stage.allocations(person);
    granted.push(own.availablePence);
    contributed.push(await stage.contribute(poolId, person, own.id, GRANT_PENCE));
  }
  const offer = await stage.offer({ pricePence: PRICE_PENCE, minPeople: 4 });
  const wanted = { offerId: offer.offerId, sessions: SESSIONS, startsOn: stage.inDays(14) };
  const proposed = await post(`/v1/pools/${poolId}/proposals`, rosa, wanted);
  const votes: Answer[] = [];
  for (const [i, person] of people.entries())
    votes.push(
      await stage.vote(poolId, proposed.body.proposalId, person, { accessNeeds: i === 2 ? ['step-free'] : [] }),
    );
  const commissionId: string = votes.at(-1)?.body.commissionId ?? '';
  const pool = await stage.see(poolId, rosa);
  const request = await done(get(`/v1/commissions/${commissionId}`, offer.owner));
  return { people, rosa, imports, opened, joined, granted, contributed, offer, proposed, votes, pool, request };
}

/** Twelve sessions, a week apart; the last of the people leaves after the fourth. */
async function dance(stage: Stage, { people, offer, opened, request }: Awaited<ReturnType<typeof agree>>) {
  const [dawn, id, poolId] = [offer.owner, request.id, opened.body.id];
  const leaver = people.at(-1) as TestPerson;
  const accepted = await stage.act(id, 'acceptance', dawn);
  await kitty.advance(14);
  const delivered: Answer[] = [];
  const confirmed: Answer[] = [];
  let left: Answer | undefined;
  for (let n = 1; n <= SESSIONS; n++) {
    delivered.push(await stage.act(id, `sessions/${n}/delivery`, dawn));
    if (n <= CONFIRMED) confirmed.push(await stage.act(id, `sessions/${n}/confirmation`, people[n] as TestPerson));
    await kitty.advance(7);
    if (n === CONFIRMED) left = await stage.post(`/v1/pools/${poolId}/departure`, leaver);
  }
  await kitty.advance(8);
  return { leaver, accepted, delivered, confirmed, left };
}

async function play(stage: Stage) {
  const agreed = await agree(stage);
  const danced = await dance(stage, agreed);
  const { rosa, offer, opened, request } = agreed;
  const poolId = opened.body.id;
  const [own] = await stage.allocations(danced.leaver);
  return {
    ...agreed,
    ...danced,
    end: {
      pool: await stage.see(poolId, rosa),
      leaver: own,
      earned: await stage.done(stage.get(`/v1/enterprises/${offer.enterpriseId}/earnings`, offer.owner)),
      commission: await stage.commission(request.id, offer.owner),
      audit: await stage.done(stage.get(`/v1/journals/pools/${poolId}/audit`, rosa)),
      history: await stage.done(stage.get(`/v1/pools/${poolId}/history?after=0`, rosa)),
    },
  };
}

describe('pooling', () => {
  test('a funder’s file becomes one allocation a person, and the same file again changes nothing', () => {
    expect(played.imports.map(({ body }) => body)).toEqual([
      { imported: PEOPLE, unchanged: 0, rejected: [], warnings: [] },
      { imported: 0, unchanged: PEOPLE, rejected: [], warnings: [] },
    ]);
    expect(played.granted).toEqual(new Array(PEOPLE).fill(GRANT_PENCE));
  });

  test('a pool is opened by one, and the others join by one code', () => {
    expect(played.opened.status).toBe(201);
    expect(played.joined.map(({ body }) => body)).toEqual(
      new Array(PEOPLE - 1).fill({ poolId: played.opened.body.id }),
    );
  });

  test('each can put all of their money in', () => {
    expect(played.contributed.map(({ status }) => status)).toEqual(new Array(PEOPLE).fill(201));
  });
});

describe('deciding', () => {
  test('the vote that meets the rule decides, and none before it', () => {
    expect(played.proposed.status).toBe(201);
    const open = new Array(PEOPLE - 1).fill('open');
    expect(played.votes.map(({ body }) => body.status)).toEqual([...open, 'agreed']);
    expect(played.votes.filter(({ body }) => body.commissionId !== undefined)).toHaveLength(1);
  });

  test('it sets aside the price of all sessions, from everybody alike, and pays nothing', () => {
    expect(played.pool).toMatchObject({
      freePence: 72_000 - 64_800,
      heldPence: 64_800,
      releasedPence: 0,
      mine: { freePence: 1200, heldPence: 10_800 },
    });
  });

  test('the enterprise is asked, and told how many come and what they need', () => {
    expect(played.offer.offerId).toBeTruthy();
    expect(played.request).toMatchObject({
      people: PEOPLE,
      accessNeeds: ['step-free'],
      status: 'requested',
      poolName: 'Tuesday dancers',
    });
    expect(played.accepted.body.status).toBe('accepted');
  });
});

describe('dancing', () => {
  test('a session is paid a day after somebody confirms that it took place', () => {
    const statuses = (answers: readonly Answer[]) => answers.map(({ body }, i) => body.sessions[i].status);
    expect(statuses(played.delivered.slice(0, CONFIRMED))).toEqual(new Array(CONFIRMED).fill('delivered'));
    expect(statuses(played.confirmed)).toEqual(new Array(CONFIRMED).fill('delivered'));
    expect(played.left?.body).toMatchObject({ stillHeldPence: 7200 });
  });

  test('a session of which nobody says anything is paid after a week', () => {
    expect(played.delivered.map(({ status }) => status)).toEqual(new Array(SESSIONS).fill(200));
    expect(played.end.pool).toMatchObject({ heldPence: 0, releasedPence: 64_800 });
    expect(played.end.commission.status).toBe('done');
  });

  test('the enterprise has earned the price of every session', () => {
    expect(played.end.earned.earnedPence).toBe(64_800);
  });
});

describe('leaving', () => {
  test('sends home at once what is free, and keeps what is set aside for the notice', () => {
    expect(played.left?.body).toMatchObject({ returnedPence: 1200, stillHeldPence: 7200 });
  });

  test('ends with the rest at home: the leaver has paid the sessions until the notice ended, and no more', () => {
    const spentPence = 9 * 900;
    expect(played.end.leaver).toMatchObject({ pooledPence: 0, spentPence, availablePence: GRANT_PENCE - spentPence });
  });

  test('lets the others pay the leaver’s share from then on', () => {
    expect(played.end.pool.mine).toMatchObject({ freePence: GRANT_PENCE - 9 * 900 - 3 * 1080, heldPence: 0 });
  });
});

test('every event of the pool follows from the one before, and its members can read them all', () => {
  const { audit, history } = played.end;
  expect(audit).toEqual({ events: history.items.length, valid: true });
  expect(history.items.map(({ seq }: { seq: number }) => seq)).toEqual(
    history.items.map((_: object, i: number) => i + 1),
  );
});
