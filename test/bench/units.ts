// Read and write units of each operation on the real engine, for a pool of six with three open commissions of twelve sessions.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Hono } from 'hono';
import { apiRoutes } from '../../functions/entry/api.routes.ts';
import { createApp } from '../../functions/entry/app.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { dynamoTable } from '../../functions/platform/dynamo-table.ts';
import { databaseAt } from '../../infra/local/database.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { request } from '../call.ts';
import { startKitty, type TestKitty, type TestPerson } from '../harness.ts';
import { type Offer, type Stage, stageOn } from '../stage.ts';
import { roundTripsOf, type Sent, watch } from './capacity.ts';
import { grow } from './grow.ts';

/** What one operation cost; those of a transaction count double, as AWS bills them. */
export interface Units {
  /** Write units for journals, their index included. */
  readonly write: number;
  /** Write units for ordinary items: texts, titles, codes. */
  readonly ordinary: number;
  readonly read: number;
  /** Requests to DynamoDB. */
  readonly requests: number;
  /** How many of them were sent one after another. */
  readonly roundTrips: number;
  /** Bytes of each journal item that was written, as DynamoDB counts them. */
  readonly itemBytes: readonly number[];
  /** All units, as the engine reports them. */
  readonly reported: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function unitsOf(sent: readonly Sent[]): Units {
  const journals = sent.filter(({ journal }) => journal);
  const others = sent.filter(({ kind, journal }) => kind === 'write' && !journal);
  const reads = sent.filter(({ kind }) => kind === 'read');
  return {
    write: sum(journals.map(({ units }) => units)),
    ordinary: sum(others.map(({ units }) => units)),
    read: sum(reads.map(({ units }) => units)),
    requests: sent.length,
    roundTrips: roundTripsOf(sent),
    itemBytes: journals.flatMap(({ bytes }) => bytes),
    reported: sum(sent.map(({ reported }) => reported)),
  };
}

/** The API with its own client, so that the cost of the views is not included. */
export function apiOver(kitty: TestKitty, database: DynamoDBDocumentClient): Hono {
  const table = dynamoTable(database, 'kitty');
  const context: AppContext = {
    ...kitty.context,
    table,
    journals: { ...kitty.context.journals, store: entryStore(table) },
  };
  return createApp(context, authenticator(kitty.issuer.identity), apiRoutes);
}

function measuredApi(kitty: TestKitty) {
  const database = databaseAt(kitty.endpoint);
  const sent = watch(database);
  const app = apiOver(kitty, database);
  return {
    async measure(method: string, path: string, as: TestPerson, body?: object): Promise<Units> {
      sent.length = 0;
      const options = body ? { body } : {};
      const token = await kitty.tokenFor(as);
      // Nothing follows redirects here.
      const answer = await request(
        (at, { redirect: _, ...init }) => app.request(at, init),
        token,
        method,
        path,
        options,
      );
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return unitsOf(sent);
    },
    stop: () => database.destroy(),
  };
}

export async function measureUnits(options: { readonly events: number }) {
  const kitty = await startKitty();
  const api = measuredApi(kitty);
  try {
    return await play(kitty, await stageOn(kitty), api.measure, options.events);
  } finally {
    api.stop();
    await kitty.stop();
  }
}

async function play(
  kitty: TestKitty,
  stage: Stage,
  measure: ReturnType<typeof measuredApi>['measure'],
  events: number,
): Promise<Record<Operation, Units>> {
  const { inDays, done, vote, act } = stage;
  const people = await stage.people(6);
  const [first, last] = [people[0], people[5]];
  if (!first || !last) throw new Error('six people were expected');
  const pool = await stage.pool(people, {
    agreement: { absence: 'free-with-notice' },
    pounds: 2000,
    pence: 100_000,
  });
  const at = `/v1/pools/${pool.id}`;
  const twelve = { sessions: 12, startsOn: inDays(7) };
  const agree = { choice: 'agree', joining: true };
  const propose = (offer: Offer) => stage.proposeToBuy(pool.id, first, offer, twelve);
  const newOffer = () => stage.offer({ pricePence: 5400 });

  const offer = await newOffer();
  const ordered = await stage.order(pool, offer, twelve);
  await done(act(ordered, 'acceptance', offer.owner));
  await stage.order(pool, await newOffer(), twelve);
  const third = await propose(await newOffer());
  for (const person of people.slice(0, 5)) await done(vote(pool.id, third, person));
  const hold = await measure('PUT', `${at}/proposals/${third}/vote`, last, agree);

  const [allocationId = ''] = pool.allocations;
  const contribute = await measure('POST', `${at}/contributions`, first, { allocationId, amountPence: 1000 });
  const { offerId } = await newOffer();
  const proposal = await measure('POST', `${at}/proposals`, first, { offerId, ...twelve });
  const { proposals } = await stage.see(pool.id, first);
  const fourth = proposals.find(({ status }: { status: string }) => status === 'open').id;
  // Later votes cost more than earlier ones, so the last vote that does not decide is measured.
  for (const person of people.slice(0, 4)) await done(vote(pool.id, fourth, person));
  const nearly = people[4] ?? last;
  const voted = await measure('PUT', `${at}/proposals/${fourth}/vote`, nearly, agree);
  const poolPage = await measure('GET', at, first);
  const withdrawal = `${at}/proposals/${fourth}/withdrawal`;
  await done(stage.post(withdrawal, first));

  await kitty.advance(7);
  const session = `/v1/commissions/${ordered}/sessions/1`;
  const deliver = await measure('POST', `${session}/delivery`, offer.owner, {});
  // The last of those who came to confirm it has it paid.
  for (const person of people.slice(1)) await done(stage.act(ordered, 'sessions/1/confirmation', person));
  const release = await measure('POST', `${session}/confirmation`, first, {});
  const attend = await measure('PUT', `/v1/commissions/${ordered}/sessions/5/attendance`, first, { coming: false });
  const leave = await measure('POST', `${at}/departure`, last, {});
  await grow(kitty.context.journals.store, { place: HOME, kind: 'POOL', id: pool.id }, events);
  const poolPageOld = await measure('GET', at, first);
  return { contribute, propose: proposal, vote: voted, hold, deliver, release, leave, attend, poolPage, poolPageOld };
}

export type Operation =
  | 'contribute'
  | 'propose'
  | 'vote'
  | 'hold'
  | 'deliver'
  | 'release'
  | 'leave'
  | 'attend'
  | 'poolPage'
  | 'poolPageOld';

if (import.meta.main) console.table(await measureUnits({ events: 1000 }));
