// What comes in comes before what is judged, whoever acts first and however late the clock is; and leaving ends what stands.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDue } from '../../functions/due/due.actions.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Stage, stageOn } from '../stage.ts';

let kitty: TestKitty;
let stage: Stage;
beforeAll(async () => {
  kitty = await startKitty();
  stage = await stageOn(kitty);
});
afterAll(() => kitty.stop());

type Two = [TestPerson, TestPerson];

/**
 * Two with £10 a week, all of which they put in as it comes; sessions of £20 from day 7 on, of which one is held ahead. The
 * money of the second, on day 14, comes on day 7: the last day for it.
 */
async function living(absence = 'pay') {
  const people = (await stage.people(2)) as Two;
  const row = { instalment: 'weekly', starts_on: stage.inDays(0), ends_on: stage.inDays(69) };
  const pool = await stage.pool(people, { pounds: 100, row, agreement: { absence } });
  for (const [i, one] of people.entries())
    await stage.done(stage.contribute(pool.id, one, pool.allocations[i] ?? '', 1000, { standing: true }));
  const offer = await stage.offer({ pricePence: 2000 });
  const id = await stage.order(pool, offer, { sessions: 3, heldAhead: 1, startsOn: stage.inDays(7) });
  await stage.done(stage.act(id, 'acceptance', offer.owner));
  return { people, pool, offer, id };
}
const statuses = async ({ id, people }: Awaited<ReturnType<typeof living>>): Promise<string[]> =>
  (await stage.commission(id, people[0])).sessions.map(({ status, funded }: { status: string; funded: boolean }) =>
    status === 'planned' && funded ? 'held' : status,
  );

describe('an instalment of the last day for a session’s money pays for it', () => {
  test('when the clock runs', async () => {
    const all = await living();
    await kitty.advance(7);
    expect(await statuses(all)).toEqual(['held', 'held', 'planned']);
  });

  test.each(['a member acts', 'the enterprise acts'])('when %s before the clock has run', async (who) => {
    const all = await living();
    kitty.local.clock.advanceDays(7);
    // Nobody is told anything else before either.
    expect(await statuses(all)).toEqual(['held', 'planned', 'planned']);
    if (who === 'a member acts')
      await stage.done(stage.post(`/v1/pools/${all.pool.id}/invitations`, all.people[0], {}));
    else await stage.done(stage.act(all.id, 'sessions/1/delivery', all.offer.owner));
    expect(await statuses(all)).toEqual(
      ['held', 'held', 'planned'].with(0, who === 'a member acts' ? 'held' : 'delivered'),
    );
  });

  test('when the clock is two weeks late, and what came after that day does not', async () => {
    const all = await living();
    kitty.local.clock.advanceDays(13);
    const { place } = kitty.context;
    await runDue(kitty.context, place);
    expect(await statuses(all)).toEqual(['held', 'held', 'planned']);
    kitty.local.clock.advanceDays(1);
    await runDue(kitty.context, place);
    // Day 14 brings what the third, on day 21, needs.
    expect((await statuses(all))[2]).toBe('held');
    const seen = await stage.see(all.pool.id, all.people[0]);
    expect([seen.freePence, seen.heldPence]).toEqual([0, 6000]);
  });

  test('but not one of the day after, however late both are judged', async () => {
    const people = (await stage.people(2)) as Two;
    const row = { instalment: 'four-weekly', starts_on: stage.inDays(-20), ends_on: stage.inDays(63) };
    const pool = await stage.pool(people, { pounds: 30, row });
    for (const [i, one] of people.entries())
      await stage.done(stage.contribute(pool.id, one, pool.allocations[i] ?? '', 1000, { standing: true }));
    const offer = await stage.offer({ pricePence: 2000 });
    const id = await stage.order(pool, offer, { sessions: 2, heldAhead: 1, startsOn: stage.inDays(7) });
    await stage.done(stage.act(id, 'acceptance', offer.owner));
    kitty.local.clock.advanceDays(9);
    await runDue(kitty.context, kitty.context.place);
    expect((await stage.commission(id, people[0])).sessions[1].status).toBe('not-funded');
    expect((await stage.see(pool.id, people[0])).freePence).toBe(2000);
  });
});

test('leaving ends what stands at once, also for somebody who joins again before the next instalment', async () => {
  const { people, pool } = await living();
  const [rosa, sam] = people;
  await stage.done(stage.post(`/v1/pools/${pool.id}/departure`, sam));
  const from = pool.allocations[1] ?? '';
  expect((await stage.allocation(sam, from)).standing).toEqual([]);
  const { items } = (await stage.get(`/v1/allocations/${from}/statement`, sam)).body;
  expect(items.at(-1).kind).toBe('standing-stopped');
  await kitty.advance(28);
  const code = await stage.invitation(pool.id, rosa);
  await stage.done(stage.accept(code, sam));
  await kitty.advance(14);
  expect((await stage.allocation(sam, from)).pooledPence).toBe(0);
});

test('four copies of one request at once are answered alike: a contribution, a withdrawal, a departure', async () => {
  for (let time = 0; time < 5; time++) {
    const [rosa, sam] = (await stage.people(2)) as Two;
    const pool = await stage.pool([rosa, sam]);
    const four = async (path: string, as: TestPerson, body: object) => {
      const key = `${path} ${time}`;
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => kitty.call('POST', `/v1/pools/${pool.id}/${path}`, { as, body, key })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([answers[0]?.status]));
      expect(new Set(answers.map(({ body: said }) => JSON.stringify(said)))).toHaveLength(1);
      return answers[0]?.status;
    };
    // All that there is, so that a second one would be refused.
    expect(await four('contributions', rosa, { allocationId: pool.allocations[0], amountPence: 12_000 - 3000 })).toBe(
      201,
    );
    const { lots } = (await stage.see(pool.id, rosa)).mine;
    const whole = { lot: lots[0].lot, amountPence: lots[0].freePence };
    expect(await four('withdrawals', rosa, whole)).toBe(201);
    expect(await four('departure', sam, {})).toBe(200);
  }
});

test('a departure is possible at the same moment as the person’s own withdrawal', async () => {
  for (let time = 0; time < 12; time++) {
    const people = (await stage.people(2)) as Two;
    const [, sam] = people;
    const pool = await stage.pool(people, { pence: 5000 });
    const { lots } = (await stage.see(pool.id, sam)).mine;
    const [, left] = await Promise.all([
      stage.post(`/v1/pools/${pool.id}/withdrawals`, sam, { lot: lots[0].lot, amountPence: 1000 }),
      stage.post(`/v1/pools/${pool.id}/departure`, sam),
    ]);
    expect(left.status).toBe(200);
  }
});
