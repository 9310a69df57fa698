// Set-up for API tests: Kitty in this process, with its own database engine and a clock that the test moves.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { newId } from '../functions/kernel/id.ts';
import { type Person, putPerson } from '../functions/people/people.store.ts';
import type { Role } from '../functions/platform/actor.ts';
import type { AppContext } from '../functions/platform/app-context.ts';
import { Headers, Request, Response } from '../functions/platform/lean/fetch-classes.ts';
import { clockFrom } from '../infra/local/clock.ts';
import { databaseAt, makeTable } from '../infra/local/database.ts';
import { HOME } from '../infra/local/demo/places.ts';
import { startEngine } from '../infra/local/engine.ts';
import { type Issuer, localIssuer, type Subject } from '../infra/local/issuer.ts';
import { loadDemoOnce } from '../infra/local/load-once.ts';
import { type LocalKitty, localKitty } from '../infra/local/local-kitty.ts';
import { type Persona, placesOf, readPersonas, subjectOf } from '../infra/local/personas.ts';
import { localServer } from '../infra/local/server.ts';
import { passDays } from '../infra/local/time.ts';
import { type Answer, type CallOptions, request } from './call.ts';

export type TestPerson = Person & Subject;

export interface TestKitty {
  readonly context: AppContext;
  readonly local: LocalKitty;
  /** For reading the table directly; `endpoint` is the engine's address, for making another client. */
  readonly database: DynamoDBDocumentClient;
  readonly endpoint: string;
  readonly personas: Persona[];
  readonly issuer: Issuer;
  /** A token signed with the issuer's real key: the claims of a budget holder of the home place, with `changes` applied. */
  sign(changes: JWTPayload): Promise<string>;
  tokenFor(person: Subject): Promise<string>;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  newPerson(name: string, roles: readonly Role[], place?: string): Promise<TestPerson>;
  /** A persona of the demo place. */
  persona(key: string): Promise<TestPerson>;
  /** Moves the clock forward by whole days, runs what falls due on each day, and waits for the views. */
  advance(days: number): Promise<number>;
  /** Waits until the views include every event. */
  settled(): Promise<void>;
  now(): string;
  stop(): Promise<void>;
}

interface TestOptions {
  /** Loads the demo place. */
  readonly demo?: boolean;
  /** Folder of the engine's file, which may already hold data; by default the engine starts empty, in memory. */
  readonly folder?: string;
  /** The instant at which the clock starts; it then runs at normal speed. A Monday morning by default. */
  readonly startsAt?: string;
}

const TABLE = 'kitty';

export async function startKitty({
  demo = false,
  folder: engineFolder,
  startsAt = '2026-06-01T11:00:00.000Z',
}: TestOptions = {}): Promise<TestKitty> {
  // The API is tested with the classes that a Lambda’s bundle has, not Node’s own: see infra/lean.ts.
  Object.assign(globalThis, { Headers, Request, Response });
  const folder = mkdtempSync(join(tmpdir(), 'kitty-test-'));
  const [engine, issuer] = await Promise.all([startEngine(engineFolder), localIssuer(folder)]);
  const database = databaseAt(engine.endpoint);
  await makeTable(database, TABLE);
  const local = localKitty(database, TABLE, clockFrom(startsAt));
  const { context } = local;
  if (demo) await loadDemoOnce(context, folder);
  const personas = readPersonas(folder) ?? [];
  const places = new Set(placesOf(personas, HOME));
  const pass = (days: number) => passDays(local, [...places], days);
  const app = localServer({ local, issuer, personas: () => personas, pass });
  const tokens = new Map<string, Promise<string>>();

  const tokenFor = (person: Subject): Promise<string> => {
    const name = JSON.stringify([person.place, person.personId, person.roles, person.funder]);
    const token = tokens.get(name) ?? issuer.tokenFor(person);
    tokens.set(name, token);
    return token;
  };

  return {
    context,
    local,
    database,
    endpoint: engine.endpoint,
    personas,
    issuer,
    async sign(changes) {
      const key = JSON.parse(readFileSync(join(folder, 'issuer-key.json'), 'utf8'));
      const token = await issuer.tokenFor({ personId: newId(), place: HOME, roles: ['holder'] });
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      const kid = issuer.keys.keys[0]?.kid ?? '';
      return new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(await importJWK(key, 'RS256'));
    },
    tokenFor,
    async call(method, path, options = {}) {
      const token = typeof options.as === 'object' ? await tokenFor(options.as) : options.as;
      return request((at, init) => app.request(at, init), token, method, path, options);
    },
    async newPerson(name, roles, place = HOME) {
      places.add(place);
      const personId = newId();
      const person = await putPerson(context.table, place, { personId, name, email: `${personId}@example.org` });
      return { ...person, place, roles, ...(roles.includes('funder') ? { funder: 'council' } : {}) };
    },
    async persona(key) {
      const found = await subjectOf(context.table, personas, HOME, key);
      if (!found) throw new Error(`there is no persona ${key}`);
      return found;
    },
    advance: pass,
    settled: () => local.feed.settled(),
    now: () => context.now(),
    async stop() {
      await local.feed.settled();
      database.destroy();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
