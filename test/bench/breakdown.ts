// Where a contribution's time goes, on the embedded engine: Kitty's own code, the steps of the AWS SDK, and the engine.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { databaseAt } from '../../infra/local/database.ts';
import { request } from '../call.ts';
import { startKitty } from '../harness.ts';
import { stageOn } from '../stage.ts';
import { apiOver } from './units.ts';

/** Milliseconds of one contribution, and its number of requests to the table. */
interface Breakdown {
  readonly requests: number;
  /** How many of them were sent one after another. */
  readonly roundTrips: number;
  readonly totalMs: number;
  /** All that is not waiting for the table: HTTP, the token, rules, hashing. */
  readonly ownMs: number;
  /** From here on the sum of all requests. Turning items into JSON. */
  readonly serialiseMs: number;
  readonly signMs: number;
  /** The SDK's other steps before a request is sent. */
  readonly middlewareMs: number;
  /** From sending a request until its answer begins: engine, socket and Node's HTTP client. */
  readonly engineMs: number;
  readonly deserialiseMs: number;
}

/** The instants at which one request passed the steps of the SDK. */
interface Passed {
  readonly begun: number;
  serialised: number;
  signing: number;
  signed: number;
  sent: number;
  answered: number;
  done: number;
}

const WARM_UP = 100;

/** Notes when each request of this client passes each step. */
function timeSteps({ middlewareStack }: DynamoDBDocumentClient): Passed[] {
  const all: Passed[] = [];
  const under = new WeakMap<object, Passed>();
  const passed = (context: object): Passed => {
    const found = under.get(context);
    if (!found) throw new Error('a request began unseen');
    return found;
  };
  middlewareStack.add(
    (next, context) => async (args) => {
      const times = { begun: performance.now(), serialised: 0, signing: 0, signed: 0, sent: 0, answered: 0, done: 0 };
      under.set(context, times);
      all.push(times);
      try {
        return await next(args);
      } finally {
        times.done = performance.now();
      }
    },
    { step: 'initialize', priority: 'high', name: 'timeBegun' },
  );
  middlewareStack.add(
    (next, context) => (args) => {
      passed(context).serialised = performance.now();
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'timeSerialised' },
  );
  const note =
    (name: 'signing' | 'signed') =>
    <Arguments, Answer>(next: (args: Arguments) => Promise<Answer>, context: object) =>
    (args: Arguments): Promise<Answer> => {
      passed(context)[name] = performance.now();
      return next(args);
    };
  const toMiddleware = 'httpSigningMiddleware';
  middlewareStack.addRelativeTo(note('signing'), { relation: 'before', toMiddleware, name: 'timeSigning' });
  middlewareStack.addRelativeTo(note('signed'), { relation: 'after', toMiddleware, name: 'timeSigned' });
  middlewareStack.add(
    (next, context) => async (args) => {
      const times = passed(context);
      times.sent = performance.now();
      const answer = await next(args);
      times.answered = performance.now();
      return answer;
    },
    { step: 'deserialize', priority: 'low', name: 'timeSent' },
  );
  return all;
}

function breakdownOf(requests: readonly Passed[], totalMs: number): Breakdown {
  const sum = (part: (times: Passed) => number) => requests.reduce((total, times) => total + part(times), 0);
  let [roundTrips, waitedMs, until] = [0, 0, 0];
  for (const { begun, done } of requests.toSorted((a, b) => a.begun - b.begun)) {
    if (begun >= until) roundTrips++;
    waitedMs += Math.max(0, done - Math.max(begun, until));
    until = Math.max(until, done);
  }
  return {
    requests: requests.length,
    roundTrips,
    totalMs,
    ownMs: totalMs - waitedMs,
    serialiseMs: sum(({ begun, serialised }) => serialised - begun),
    signMs: sum(({ signing, signed }) => signed - signing),
    middlewareMs: sum(({ serialised, signing, signed, sent }) => signing - serialised + sent - signed),
    engineMs: sum(({ sent, answered }) => answered - sent),
    deserialiseMs: sum(({ answered, done }) => done - answered),
  };
}

/** The mean of the faster half, so that other work on the machine counts less. */
function typical(all: readonly Breakdown[]): Breakdown {
  const fast = all.toSorted((a, b) => a.totalMs - b.totalMs).slice(0, Math.ceil(all.length / 2));
  const mean = (name: keyof Breakdown) => fast.reduce((total, one) => total + one[name], 0) / fast.length;
  return {
    requests: mean('requests'),
    roundTrips: mean('roundTrips'),
    totalMs: mean('totalMs'),
    ownMs: mean('ownMs'),
    serialiseMs: mean('serialiseMs'),
    signMs: mean('signMs'),
    middlewareMs: mean('middlewareMs'),
    engineMs: mean('engineMs'),
    deserialiseMs: mean('deserialiseMs'),
  };
}

export async function measureBreakdown(times: number): Promise<Breakdown> {
  const kitty = await startKitty();
  const database = databaseAt(kitty.endpoint);
  try {
    const stage = await stageOn(kitty);
    const people = await stage.people(1);
    const pool = await stage.pool(people, { pounds: 2000 });
    const token = await kitty.tokenFor(people[0] ?? stage.funder);
    const app = apiOver(kitty, database);
    const passed = timeSteps(database);
    const body = { allocationId: pool.allocations[0] ?? '', amountPence: 1 };
    const all: Breakdown[] = [];
    for (let i = 0; i < WARM_UP + times; i++) {
      passed.length = 0;
      const began = performance.now();
      // Nothing follows redirects here.
      const send = (path: string, { redirect: _, ...init }: RequestInit) => app.request(path, init);
      const { status } = await request(send, token, 'POST', `/v1/pools/${pool.id}/contributions`, { body });
      if (status !== 201) throw new Error(`status ${status}`);
      if (i >= WARM_UP) all.push(breakdownOf(passed, performance.now() - began));
    }
    return typical(all);
  } finally {
    database.destroy();
    await kitty.stop();
  }
}

if (import.meta.main) console.table(await measureBreakdown(300));
