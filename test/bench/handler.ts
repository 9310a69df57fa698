// Handler time without I/O: the API in this process over a table in memory, tokens verified, events hashed and stored.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as z from 'zod';
import { allRoutes } from '../../functions/entry/all.ts';
import { createApp } from '../../functions/entry/app.ts';
import { entryStore } from '../../functions/journal/journal.store.ts';
import { newId } from '../../functions/kernel/id.ts';
import { putPerson } from '../../functions/people/people.store.ts';
import type { AppContext } from '../../functions/platform/app-context.ts';
import { authenticator } from '../../functions/platform/auth.ts';
import { HOME } from '../../infra/local/demo/places.ts';
import { localIssuer } from '../../infra/local/issuer.ts';
import { request } from '../call.ts';
import type { TestKitty } from '../harness.ts';
import { stageOn } from '../stage.ts';
import { memoryTable } from './memory.ts';
import { spreadOf } from './statistics.ts';

const WARM_UP = 500;
const ROUNDS = 5;

async function kittyInMemory() {
  const folder = mkdtempSync(join(tmpdir(), 'kitty-bench-'));
  const issuer = await localIssuer(folder);
  rmSync(folder, { recursive: true });
  const table = memoryTable();
  const now = () => new Date().toISOString();
  const wait = async (ms: number) => {
    await sleep(ms);
  };
  const journals = { store: entryStore(table), now, sleep: wait, random: Math.random };
  const context: AppContext = { table, now, place: HOME, journals };
  const app = createApp(context, authenticator(issuer.identity), allRoutes);
  const kitty: Pick<TestKitty, 'call' | 'newPerson' | 'now'> = {
    now,
    async newPerson(name, roles) {
      const personId = newId();
      const person = await putPerson(table, HOME, { personId, name, email: `${personId}@example.org` });
      return { ...person, place: HOME, roles, ...(roles.includes('funder') ? { funder: 'council' } : {}) };
    },
    async call(method, path, options = {}) {
      const token = typeof options.as === 'object' ? await issuer.tokenFor(options.as) : options.as;
      return request((at, init) => app.request(at, init), token, method, path, options);
    },
  };
  return { kitty, issuer, app };
}

const spread = z.object({ p50Ms: z.number(), p99Ms: z.number() });
const handler = z.object({ ...spread.shape, page: spread, vote: spread });
type Handler = z.infer<typeof handler>;

/**
 * Measures in a process of its own, with a heap that nothing else has filled. V8 collects young objects with several
 * threads at once, which then wait for cores that other processes hold; a small Lambda has one core, so one thread here.
 */
export async function measureHandler(requests: number): Promise<Handler> {
  const program = ['--no-parallel-scavenge', import.meta.filename, String(requests)];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return handler.parse(JSON.parse(stdout));
}

/** Alternates pool pages and votes, for a pool of six with three open commissions of twelve sessions and a fourth proposed. */
async function measure(requests: number): Promise<Handler> {
  const { kitty, issuer, app } = await kittyInMemory();
  const stage = await stageOn(kitty as TestKitty);
  const people = await stage.people(6);
  const [first] = people;
  if (!first) throw new Error('six people were expected');
  const pool = await stage.pool(people, { pounds: 2000, pence: 100_000 });
  const order = { sessions: 12, startsOn: stage.inDays(7) };
  for (let i = 0; i < 3; i++) await stage.order(pool, await stage.offer(), order);
  const proposal = await stage.proposeToBuy(pool.id, first, await stage.offer(), order);
  const tokens = await Promise.all(people.map((person) => issuer.tokenFor(person)));

  const rounds: Handler[] = [];
  let times = { page: [] as number[], vote: [] as number[] };
  for (let i = -WARM_UP; i < requests; i++) {
    const isVote = i % 2 === 0;
    // The last never votes, so that nothing is decided.
    const token = tokens[Math.abs(i) % 5] ?? '';
    const headers = {
      authorization: `Bearer ${token}`,
      ...(isVote ? { 'content-type': 'application/json', 'idempotency-key': `vote ${i}` } : {}),
    };
    const body = JSON.stringify({ choice: i % 4 === 0 ? 'agree' : 'abstain', joining: true });
    const path = `/v1/pools/${pool.id}${isVote ? `/proposals/${proposal}/vote` : ''}`;
    const began = performance.now();
    const answer = await app.request(path, isVote ? { method: 'PUT', headers, body } : { headers });
    await answer.text();
    const ms = performance.now() - began;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (i < 0) continue;
    times[isVote ? 'vote' : 'page'].push(ms);
    if ((i + 1) % Math.floor(requests / ROUNDS) !== 0) continue;
    const { page, vote } = times;
    rounds.push({ ...spreadOf([...page, ...vote]), page: spreadOf(page), vote: spreadOf(vote) });
    times = { page: [], vote: [] };
  }
  // Other work on the machine only ever adds time, so the fastest round is the best measure of the handler.
  const [least] = rounds.sort((a, b) => a.p99Ms - b.p99Ms);
  if (!least) throw new Error('no round was measured');
  return least;
}

if (import.meta.main) console.log(JSON.stringify(await measure(Number(process.argv[2] ?? 4000))));
