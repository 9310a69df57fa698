// The embedded DynamoDB engine: a child process that is started and stopped with Kitty.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { commandOf, startOf } from '../process.ts';
import { StartupError } from '../startup-error.ts';
import { readJson, writeJson } from './folder.ts';

export interface Engine {
  readonly endpoint: string;
  /** Resolves when the engine has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const FILE = 'engine.json';
const engineNote = z.object({
  pid: z.int().positive(),
  port: z.int(),
  owner: z.object({ pid: z.int().positive(), start: z.string() }),
});

const START_TIMEOUT_MS = 10_000;
const STOP_TIMEOUT_MS = 2000;

function binary(): string {
  try {
    const found = join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
    if (existsSync(found)) return found;
  } catch {
    // The error below says so.
  }
  throw new StartupError(
    `There is no embedded database engine for this machine (${process.platform} ${process.arch}): start any DynamoDB, such as Amazon’s DynamoDB Local, and set DYNAMODB_ENDPOINT to its address (DYNAMODB_ENDPOINT=http://localhost:8000 npm start).`,
  );
}

const databaseOf = (folder: string): string => join(folder, 'kitty.db');

/** Whether this process is the engine of this data folder: its id may have been given to another process since. */
const isEngineOf = (pid: number, folder: string): boolean => {
  const command = commandOf(pid);
  return command.some((word) => word.includes('dynoxide')) && command.includes(databaseOf(folder));
};

/** Stops the engine that a crashed Kitty left running on this folder; returns the port that it had. */
export async function stopLeftoverEngine(folder: string): Promise<number | undefined> {
  const note = readJson(folder, FILE, engineNote);
  if (!note) return undefined;
  const { pid, port, owner } = note;
  if (isEngineOf(pid, folder)) {
    if (owner.pid !== process.pid && startOf(owner.pid) === owner.start)
      throw new StartupError(
        `Kitty already runs on the data folder ${folder} (process ${owner.pid}): stop it first, or share its engine with DYNAMODB_ENDPOINT=http://127.0.0.1:${port}.`,
      );
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; isEngineOf(pid, folder); waited += 20) {
      if (waited === STOP_TIMEOUT_MS) process.kill(pid, 'SIGKILL');
      await sleep(20);
    }
  }
  rmSync(join(folder, FILE), { force: true });
  return port;
}

/** A port that is free now: the requested one if it is. */
function freePort(requested = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (requested ? resolve(freePort()) : reject(error)));
    server.listen(requested, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function answers(endpoint: string): Promise<boolean> {
  const answer = await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
  return (await answer?.text().catch(() => ''))?.startsWith('healthy') ?? false;
}

/** Starts the engine on a file in the folder, or in memory when there is none, and waits until it answers. */
export async function startEngine(folder?: string): Promise<Engine> {
  const program = binary();
  let requested = folder === undefined ? undefined : await stopLeftoverEngine(folder);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(requested);
    const engine = await tryPort(program, port, folder);
    if (typeof engine === 'object') return engine;
    // Another process took the port between our check and the engine's start.
    if (attempt === 5) throw new StartupError(`The database engine did not start: ${engine || 'it gave no reason'}.`);
    requested = undefined;
  }
}

/** The engine, or its error output when it ended. */
async function tryPort(program: string, port: number, folder: string | undefined): Promise<Engine | string> {
  const file = folder === undefined ? [] : ['--db-path', databaseOf(folder)];
  const child = spawn(program, ['serve', '--port', String(port), ...file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk).slice(-500);
  });
  // In case this process exits without stopping it.
  const killNow = () => child.kill('SIGTERM');
  process.once('exit', killNow);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.removeListener('exit', killNow);
      resolve();
    });
    child.once('error', (error) => {
      output = error.message;
      resolve();
    });
  });
  if (folder !== undefined && child.pid !== undefined)
    writeJson(folder, FILE, { pid: child.pid, port, owner: { pid: process.pid, start: startOf(process.pid) ?? '' } });
  const endpoint = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + START_TIMEOUT_MS; !(await answers(endpoint)); await sleep(5))
    if (isOver(child) || child.pid === undefined) return output.trim().replace(/^error: /, '');
    else if (Date.now() > deadline) {
      child.kill('SIGKILL');
      return 'it did not answer within 10 seconds';
    }
  return {
    endpoint,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(force);
      if (folder !== undefined) rmSync(join(folder, FILE), { force: true });
    },
  };
}
