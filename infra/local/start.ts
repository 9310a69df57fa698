// npm start: runs Kitty locally (engine, table, demo place, API, web), and stops all that it started when it ends.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { queueByName } from '../../functions/journal/in-turn.ts';
import { recentHeads } from '../../functions/journal/recent-heads.ts';
import { OutcomeUnknown } from '../../functions/kernel/result.ts';
import { logError } from '../../functions/platform/log.ts';
import { withLock } from '../lock.ts';
import { StartupError } from '../startup-error.ts';
import { buildWeb } from '../web-build.ts';
import { clockInFolder } from './clock.ts';
import { databaseAt, makeTable } from './database.ts';
import { type Engine, startEngine } from './engine.ts';
import { journalHeads } from './feed.ts';
import { openFolder } from './folder.ts';
import { localIssuer } from './issuer.ts';
import { listen } from './listen.ts';
import { loadDemoOnce, loadStaffOnce } from './load-once.ts';
import { localKitty } from './local-kitty.ts';
import { personasOf, placesOf, readPersonas } from './personas.ts';
import { localServer } from './server.ts';
import { readSettings } from './settings.ts';
import { passDays, runAllDue } from './time.ts';

const DUE_EVERY_MS = 5000;
const SIGNAL_GRACE_MS = 300;
const NPM_CHECK_MS = 250;

/** Stops what has been started, the last first. */
const stops: (() => Promise<void>)[] = [];
let ending: Promise<never> | undefined;

function end(exitCode: number): Promise<never> {
  ending ??= (async () => {
    for (const stop of stops.reverse()) await stop().catch((error) => logError('stop-failed', error));
    process.exit(exitCode);
  })();
  return ending;
}

/** The first failure is told; what fails because Kitty is ending is not. */
function fail(error: unknown): Promise<never> {
  if (!ending) console.error(error instanceof StartupError ? error.message : error);
  return end(1);
}

function supervise(engine: Engine): void {
  stops.push(engine.stop);
  engine.ended.then(() => {
    // Ctrl-C reaches the engine too, and this process may see it end before it gets the signal itself.
    setTimeout(() => {
      if (!ending) void fail(new StartupError('The database engine has stopped: start Kitty again.'));
    }, SIGNAL_GRACE_MS);
  });
}

/** The web is built beside everything else, by another process. */
function startBuild(): Promise<void> {
  const stopping = new AbortController();
  stops.push(async () => stopping.abort());
  const built = buildWeb(stopping.signal);
  // At once, not only when it is waited for.
  built.catch(fail);
  return built;
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const web = process.argv.includes('--build-web') ? startBuild() : undefined;
  const folder = openFolder(settings.KITTY_DATA);
  const issuer = await localIssuer(folder);
  let endpoint = settings.DYNAMODB_ENDPOINT;
  if (endpoint === undefined) {
    const engine = await startEngine(folder);
    supervise(engine);
    endpoint = engine.endpoint;
  }
  const database = databaseAt(endpoint);
  await makeTable(database, settings.KITTY_TABLE);

  const local = localKitty(database, settings.KITTY_TABLE, clockInFolder(folder), {
    inTurn: queueByName(),
    recent: recentHeads(),
  });
  const personas = () => readPersonas(folder) ?? [];
  const places = () => placesOf(personas(), local.context.place);
  // One at a time, in this and other processes, so that days pass in order.
  const pass = (days: number) => withLock(folder, 'clock', () => passDays(local, places(), days));

  // The port is taken first; whoever asks before the demo place and the web are there waits for them.
  const ready = Promise.withResolvers<Hono>();
  const server = await listen(async (request) => {
    const app = await ready.promise;
    const response = await app.fetch(request);
    // The web takes its “today” from this header, because Kitty's clock may have been moved.
    response.headers.set('date', new Date(local.context.now()).toUTCString());
    return response;
  }, settings.PORT);
  stops.push(server.close);

  if (settings.KITTY_DEMO === 'load')
    console.log('Kitty is starting; the first time it loads a demo place, which takes some seconds.');
  await (settings.KITTY_DEMO === 'load' ? loadDemoOnce : loadStaffOnce)(local.context, folder);
  await local.feed.settled();
  await web;
  // Not earlier: it reads the built web.
  ready.resolve(localServer({ local, issuer, personas, pass }));
  printAddresses(
    server.port,
    endpoint,
    folder,
    personasOf(personas(), local.context.place).map(({ key }) => key),
  );

  let isCaughtUp = false;
  const round = async (): Promise<void> => {
    // Once after a start: events that the views may lack after a crash.
    if (!isCaughtUp) await local.feed.resend(await journalHeads(database, settings.KITTY_TABLE));
    isCaughtUp = true;
    await withLock(folder, 'clock', () => runAllDue(local, places()));
  };
  for (;;) {
    await round().catch((error) => {
      // Somebody else is writing, or the engine is slow: the next round tries again.
      if (!ending && !(error instanceof OutcomeUnknown)) logError('round-failed', error);
    });
    await sleep(DUE_EVERY_MS);
  }
}

function printAddresses(port: number, endpoint: string, folder: string, keys: readonly string[]): void {
  const address = `http://localhost:${port}`;
  console.log(`Kitty is running at ${address}`);
  console.log(`Its data is in ${folder}, its database at ${endpoint}.`);
  console.log(`Its people, its clock and its API: ${address}/local`);
  if (keys.length > 0) console.log(`Sign in as ${keys.join(', ')}: ${address}/local/sign-in?as=${keys[0]}&to=/`);
  console.log('Press Ctrl-C to stop.');
}

/** An npm that is killed cannot pass the signal on: without this, Kitty would go on running and keep its port. */
function exitWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void end(0);
  }, NPM_CHECK_MS).unref();
}

exitWithNpm();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
start().catch(fail);
