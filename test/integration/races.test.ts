// Many concurrent callers on real processes: two API processes on one engine, and one of them or the engine killed.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agree,
  type CrowdPool,
  contribute,
  type Holder,
  newHolders,
  newOffer,
  newPool,
  newProposal,
  requestWithRetries,
} from '../bench/crowd.ts';
import type { Answer } from '../call.ts';
import { endAll, type Spawned, spawnKitty } from '../spawned.ts';
import { statusAndCode } from '../stage.ts';

const WITHOUT_DEMO = { KITTY_DEMO: 'none' };

/** The process that owns the engine, and another on the same engine and data. */
let owner: Spawned;
let other: Spawned;

/** The two processes alternately. */
let turn = 0;
const either = (): Spawned => (turn++ % 2 === 0 ? owner : other);

const startOwner = async (data?: string): Promise<void> => {
  owner = await spawnKitty({ ...WITHOUT_DEMO, ...(data === undefined ? {} : { KITTY_DATA: data }) });
};
const startOther = async (): Promise<void> => {
  const { data, engine } = owner;
  other = await spawnKitty({ ...WITHOUT_DEMO, KITTY_DATA: data, DYNAMODB_ENDPOINT: engine.endpoint });
};

beforeAll(async () => {
  await startOwner();
  await startOther();
}, 60_000);
afterAll(endAll);

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

async function get(path: string, { token }: Holder) {
  const { status, body } = await owner.call('GET', path, { as: token });
  expect([path, status]).toEqual([path, 200]);
  return body;
}
const poolAs = (pool: CrowdPool, person: Holder) => get(`/v1/pools/${pool.id}`, person);
const allocationOf = async (person: Holder) => (await get('/v1/allocations', person)).items[0];

interface Happened {
  readonly seq: number;
  readonly kind: string;
  readonly postings: readonly { readonly pence: number }[];
}
async function historyOf(pool: CrowdPool, person: Holder): Promise<Happened[]> {
  const items: Happened[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: { items: Happened[]; next: number | null } = await get(
      `/v1/pools/${pool.id}/history?after=${after}`,
      person,
    );
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

async function expectSound(pool: CrowdPool): Promise<void> {
  const [first] = pool.people as [Holder];
  expect(await get(`/v1/journals/pools/${pool.id}/audit`, first)).toMatchObject({ valid: true });
  for (const person of pool.people)
    expect(await get(`/v1/journals/allocations/${person.allocationId}/audit`, person)).toMatchObject({ valid: true });
}

const sayings = (answers: readonly Answer[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { status, body } of answers) {
    const said = JSON.stringify([status, body]);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
};

describe('two API processes on one engine', () => {
  test('of 50 contributions at once from an allocation that covers 28, exactly 28 are made', async () => {
    const [person] = (await newHolders(owner, 1, 28)) as [Holder];
    const pool = await newPool(owner, [person]);
    const answers = await Promise.all(times(50, () => contribute(either, pool.id, person, 100)));
    const refusals = answers.filter(({ status }) => status !== 201).map(statusAndCode);
    expect(refusals).toEqual(times(22, () => [409, 'not-available']));
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.seq)).size).toBe(28);

    expect(await poolAs(pool, person)).toMatchObject({ freePence: 2800, mine: { freePence: 2800 } });
    expect(await allocationOf(person)).toMatchObject({ grantedPence: 2800, availablePence: 0, pooledPence: 2800 });
    const made = (await historyOf(pool, person)).filter(({ kind }) => kind === 'contributed');
    expect(made.map(({ postings }) => postings.map(({ pence }) => pence))).toEqual(times(28, () => [100]));
    await expectSound(pool);
  });

  test('the same key twenty times at once, and again a hundred events later, is one event and one answer', async () => {
    const [person] = (await newHolders(owner, 1, 100)) as [Holder];
    const pool = await newPool(owner, [person]);
    const key = randomUUID();
    const ask = () => contribute(either, pool.id, person, 500, { key });
    const first = sayings(await Promise.all(times(20, ask)));
    expect([...first.values()]).toEqual([20]);
    expect([...first.keys()][0]).toMatch(/^\[201,/);

    for (let i = 0; i < 100; i++) expect((await contribute(either, pool.id, person, 1)).status).toBe(201);
    expect(sayings(await Promise.all(times(20, ask)))).toEqual(first);
    const fives = (await historyOf(pool, person)).filter(({ postings }) => postings[0]?.pence === 500);
    expect(fives).toHaveLength(1);
    expect((await poolAs(pool, person)).freePence).toBe(600);
    await expectSound(pool);
  });

  test('the same key with another body is refused, also at once', async () => {
    const [person] = (await newHolders(owner, 1, 100)) as [Holder];
    const pool = await newPool(owner, [person]);
    const key = randomUUID();
    const ask = (i: number) => contribute(either, pool.id, person, i % 4 < 2 ? 500 : 600, { key });
    const answers = await Promise.all(times(20, ask));
    const made = answers.filter(({ status }) => status === 201);
    expect(sayings(made).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201).map(statusAndCode)).toEqual(
      times(10, () => [422, 'key-reused']),
    );

    const { freePence } = await poolAs(pool, person);
    expect([500, 600]).toContain(freePence);
    const late = await contribute(either, pool.id, person, freePence === 500 ? 600 : 500, { key });
    expect(statusAndCode(late)).toEqual([422, 'key-reused']);
    expect((await poolAs(pool, person)).freePence).toBe(freePence);
  });

  test('of two proposals that race for the last pounds one is agreed and the other waits', async () => {
    const people = await newHolders(owner, 2, 500);
    const offerId = await newOffer(owner, 3000);
    const last = people[1] as Holder;
    for (let race = 0; race < 4; race++) {
      const pool = await newPool(owner, people, 6000);
      const proposals = [await newProposal(owner, pool, offerId, 4), await newProposal(other, pool, offerId, 4)];
      for (const proposal of proposals) await agree(either, proposal, people[0] as Holder);
      const votes = await Promise.all(proposals.map((proposal, i) => agree(() => (i ? owner : other), proposal, last)));
      expect(votes.map(({ body }) => body.status).sort()).toEqual(['agreed', 'waiting']);
      const waiting = votes.find(({ body }) => body.status === 'waiting');
      expect(waiting?.body.missing).toHaveLength(2);
      const seen = await poolAs(pool, last);
      expect(seen).toMatchObject({ freePence: 0, heldPence: 12_000, commissions: [{ heldPence: 12_000 }] });
      await expectSound(pool);
    }
  });
});

interface Acknowledged {
  readonly person: Holder;
  readonly pence: number;
  readonly seq: number;
}

/** Contributes and withdraws in turn until told to stop. */
async function worker(
  pool: CrowdPool,
  person: Holder,
  lot: string,
  to: () => Spawned,
  isOver: () => boolean,
): Promise<Acknowledged[]> {
  const known: Acknowledged[] = [];
  const at = `/v1/pools/${pool.id}/withdrawals`;
  for (let i = 0; !isOver(); i++) {
    const isOut = i % 3 === 2;
    const pence = 10 + (i % 7);
    const { status, body } = isOut
      ? await requestWithRetries(to, 'POST', at, { as: person.token, body: { lot, amountPence: pence } })
      : await contribute(to, pool.id, person, pence);
    expect([status, body.code]).toEqual([201, undefined]);
    known.push({ person, pence: isOut ? -pence : pence, seq: body.seq });
  }
  return known;
}

describe('kill -9 during load', () => {
  test('loses nothing that was acknowledged and does nothing twice', async () => {
    const people = await newHolders(owner, 4, 1000);
    const pool = await newPool(owner, people, 1000);
    const lots: string[] = [];
    for (const person of people) lots.push((await poolAs(pool, person)).mine.lots[0].lot);
    const before = (await historyOf(pool, people[0] as Holder)).length;

    let over = false;
    const load = Promise.all(people.map((person, i) => worker(pool, person, lots[i] ?? '', either, () => over)));
    load.catch(() => undefined);
    await sleep(700);
    await other.end('SIGKILL');
    await startOther();
    await sleep(300);
    // Its engine lives on, and is ended by the next start on its data.
    await owner.end('SIGKILL');
    await startOwner(owner.data);
    await sleep(300);
    process.kill(owner.engine.pid ?? 0, 'SIGKILL');
    // The API that owns it ends by itself; its next start may put the engine at another address, which the other must be told.
    await expect.poll(() => owner.output(), { timeout: 5000 }).toContain('The database engine has stopped');
    await owner.end('SIGKILL');
    await startOwner(owner.data);
    await other.end('SIGKILL');
    await startOther();
    await sleep(500);
    over = true;
    const known = (await load).flat();

    // Each at the seq that its caller got, and nothing else.
    const seqs = known.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(times(known.length, (i) => before + 1 + i));
    const history = await historyOf(pool, people[0] as Holder);
    expect(history).toHaveLength(before + known.length);
    for (const person of people) {
      const mine = known.filter((one) => one.person === person);
      const seen = new Map((await historyOf(pool, person)).map(({ seq, postings }) => [seq, postings]));
      for (const { seq, pence } of mine) expect(seen.get(seq)).toMatchObject([{ pence: Math.abs(pence) }]);
      const own = mine.reduce((sum, { pence }) => sum + pence, 1000);
      expect((await poolAs(pool, person)).mine.freePence).toBe(own);
      expect(await allocationOf(person)).toMatchObject({ availablePence: 100_000 - own, pooledPence: own });
    }
    expect((await poolAs(pool, people[0] as Holder)).freePence).toBe(
      known.reduce((sum, { pence }) => sum + pence, 4000),
    );
    await expectSound(pool);
  }, 60_000);
});
