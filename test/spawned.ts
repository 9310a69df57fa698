// Runs Kitty as separate processes, for tests that need several or that kill them.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftoverEngine } from '../infra/local/engine.ts';
import { type Answer, type CallOptions, request } from './call.ts';

export interface Spawned {
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  /** The engine's address and, when this process started it, its id. */
  readonly engine: { readonly endpoint: string; readonly pid: number | undefined };
  /** Everything that the process has printed so far. */
  output(): string;
  /** A token by persona key or email. */
  token(persona: string): Promise<string>;
  /** Like `call` of startKitty; `as` is a persona key, an email or a token. */
  call(method: string, path: string, options?: Omit<CallOptions, 'as'> & { as?: string }): Promise<Answer>;
  /** Sends the signal and waits for the process to end; returns its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const started: { child: ChildProcess; data: string }[] = [];
const temporary: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kitty-test-'));
  temporary.push(folder);
  return folder;
}

function launch(env: Readonly<Record<string, string>>) {
  const data = env.KITTY_DATA ?? newFolder();
  const { PATH = '', HOME: home = '' } = process.env;
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { PATH, HOME: home, PORT: '0', KITTY_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push({ child, data });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const closed = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, data, closed, output: () => stdout + stderr };
}

/** Runs `npm start`'s process until it ends by itself, for starts that are expected to fail. */
export const spawnToEnd = (env: Readonly<Record<string, string>>): Promise<Ended> => launch(env).closed;

/** Starts `npm start`'s process on a free port and waits until it accepts requests. Stop it with `end`, or all with `endAll`. */
export async function spawnKitty(env: Readonly<Record<string, string>> = {}): Promise<Spawned> {
  const { child, data, closed, output } = launch(env);
  const serving = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /running at (http:\S+)\n/.exec(output())?.[1];
      if (url && /Press Ctrl-C/.test(output())) resolve(url);
    });
  });
  const url = await Promise.race([serving, closed]);
  const { pid } = child;
  if (typeof url === 'object' || pid === undefined) throw new Error(`Kitty did not start: ${output()}`);
  const endpoint = /database at (http:\S+)\.\n/.exec(output())?.[1] ?? '';
  const note = env.DYNAMODB_ENDPOINT ? undefined : JSON.parse(readFileSync(join(data, 'engine.json'), 'utf8'));
  const tokens = new Map<string, Promise<string>>();

  const token = async (persona: string): Promise<string> => {
    const answer = await request((path, init) => fetch(url + path, init), undefined, 'POST', '/local/tokens', {
      body: { persona },
    });
    if (answer.status !== 200) throw new Error(`no token for ${persona}: ${answer.status}`);
    return answer.body.token;
  };

  return {
    url,
    pid,
    data,
    engine: { endpoint, pid: note?.pid },
    output,
    token,
    async call(method, path, { as, ...options } = {}) {
      let sent = as;
      if (as !== undefined && !as.includes('.ey')) {
        const kept = tokens.get(as) ?? token(as);
        tokens.set(as, kept);
        sent = await kept;
      }
      return request((at, init) => fetch(url + at, { ...init, redirect: 'manual' }), sent, method, path, options);
    },
    async end(signal) {
      child.kill(signal);
      return (await closed).code;
    },
  };
}

/** Ends every process started here, with any engines left behind, and removes their folders. */
export async function endAll(): Promise<void> {
  for (const { child, data } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await closed;
    }
    await stopLeftoverEngine(data).catch(() => undefined);
  }
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
}
