// Read and write units of each operation on the real engine, asked for by a middleware: no product code knows of it.
import { apiRoutes, createApp } from '../../functions/entry/app.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { dynamoTable } from '../../functions/platform/table.ts';
import type { World } from '../../functions/platform/world.ts';
import { databaseAt } from '../../infra/local/database.ts';
import { request } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { stageOn } from '../stage.ts';
import { type Sent, watch } from './capacity.ts';

/** What one operation cost. Write units of a transaction count double, as AWS bills them. */
export interface Units {
  /** Writing journals, their index included. */
  readonly write: number;
  /** Writing ordinary items: texts, titles, codes. */
  readonly ordinary: number;
  readonly read: number;
  /** Requests to DynamoDB. */
  readonly requests: number;
  /** Requests of which each had to wait for the one before. */
  readonly roundTrips: number;
  /** Bytes of each journal item that was written, as DynamoDB counts them. */
  readonly itemBytes: readonly number[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function unitsOf(sent: readonly Sent[]): Units {
  const writes = sent.filter(({ kind }) => kind === 'write');
  let roundTrips = 0;
  let answeredAt = Number.NEGATIVE_INFINITY;
  for (const { from, to } of sent.toSorted((a, b) => a.to - b.to))
    if (from >= answeredAt) {
      roundTrips++;
      answeredAt = to;
    }
  return {
    write: sum(writes.filter(({ journal }) => journal).map(({ units }) => units)),
    ordinary: sum(writes.filter(({ journal }) => !journal).map(({ units }) => units)),
    read: sum(sent.filter(({ kind }) => kind === 'read').map(({ units }) => units)),
    requests: sent.length,
    roundTrips,
    itemBytes: writes.filter(({ journal }) => journal).flatMap(({ bytes }) => bytes),
  };
}

/** The API alone over a client of its own, so that what the views cost is not mixed in. */
export function measuredApi(kitty: TestKitty) {
  const database = databaseAt(kitty.endpoint);
  const sent = watch(database);
  const table = dynamoTable(database, 'kitty');
  const world: World = { ...kitty.world, table, journals: { ...kitty.world.journals, store: entryStore(table) } };
  const app = createApp(world, authenticator(kitty.issuer.identity), apiRoutes);
  return {
    sent,
    async measure(method: string, path: string, as: TestPerson, body?: object): Promise<Units> {
      sent.length = 0;
      const options = body ? { body } : {};
      const answer = await request((at, init) => app.request(at, init), await kitty.tokenFor(as), method, path, options);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return unitsOf(sent);
    },
    stop: () => database.destroy(),
  };
}

/** Measures what design §9 has budgets for: a pool of six with three open commissions of twelve sessions each. */
export async function measureUnits({ events = 1000 } = {}) {
  const kitty = await startKitty();
  const stage = await stageOn(kitty);
  const api = measuredApi(kitty);
  try {
    const people = await stage.people(6);
    const [first, last] = [people[0], people[5]];
    if (!first || !last) throw new Error('not six people');
    const pool = await stage.pool(people, { pounds: 2000, pence: 100_000 });
    const offers = [];
    for (let i = 0; i < 4; i++) offers.push(await stage.offer({ title: `Dance class ${i}`, pricePence: 5400 + i }));
    const [one, two, three, four] = offers;
    if (!one || !two || !three || !four) throw new Error('not four offers');
    const at = `/v1/pools/${pool.id}`;
    const order = { sessions: 12, startsOn: stage.inDays(7) };
    const agree = { choice: 'agree', joining: true };

    const commissions = [await stage.order(pool, one, order), await stage.order(pool, two, order)];
    // The third is voted on by all but the last, whose vote is the deciding one.
    const third = await stage.proposeToBuy(pool.id, first, three, order);
    for (const person of people.slice(0, 5)) await stage.done(stage.vote(pool.id, third, person));
    const holdThird = await api.measure('PUT', `${at}/proposals/${third}/vote`, last, agree);
    const { commissions: made } = await stage.see(pool.id, first);
    for (const [i, { owner }] of [one, two, three].entries()) await stage.done(stage.act(made[i].id, 'acceptance', owner));

    const contribute = await api.measure('POST', `${at}/contributions`, first, {
      allocationId: pool.allocations[0],
      amountPence: 1000,
    });
    const fourth = await stage.proposeToBuy(pool.id, first, four, order);
    const votes: Units[] = [];
    for (const person of people.slice(0, 5))
      votes.push(await api.measure('PUT', `${at}/proposals/${fourth}/vote`, person, agree));
    const poolPage = await api.measure('GET', at, first);
    const holdFourth = await api.measure('PUT', `${at}/proposals/${fourth}/vote`, last, agree);
    const poolPageOfFour = await api.measure('GET', at, first);
    await kitty.advance(7);
    const session = `/v1/commissions/${commissions[0]}/sessions/1`;
    const deliver = await api.measure('POST', `${session}/delivery`, one.owner, {});
    const release = await api.measure('POST', `${session}/confirmation`, first, {});
    const leave = await api.measure('POST', `${at}/departure`, last, {});
    const seen = await stage.see(pool.id, first);
    for (let seq = seen.seq; seq < events; seq++)
      await stage.done(stage.contribute(pool.id, first, pool.allocations[0] ?? '', 1));
    const poolPageOld = await api.measure('GET', at, first);
    return {
      contribute,
      vote: votes.reduce((a, b) => (b.write >= a.write ? b : a)),
      hold: holdThird,
      holdFourth,
      deliver,
      release,
      leave,
      poolPage,
      poolPageOfFour,
      poolPageOld,
    };
  } finally {
    api.stop();
    await kitty.stop();
  }
}

if (import.meta.main) console.table(await measureUnits({ events: 100 }));
