// The Kitty that the story is played on: one that runs already, or one of its own that ends with the story.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { StartupError } from '../../startup-error.ts';

interface StoryKitty {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Kitty on a free port with a new, empty folder, and no demo place. */
export async function startOwn(): Promise<StoryKitty> {
  const folder = mkdtempSync(join(tmpdir(), 'kitty-story-'));
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: {
      ...process.env,
      PORT: '0',
      KITTY_DATA: folder,
      KITTY_DEMO: 'none',
      KITTY_TABLE: `kitty-story-${randomUUID()}`,
      // So that it does not stay behind when the story is killed.
      npm_lifecycle_event: 'story',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const serving = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer): void => {
      said += chunk;
      const url = /running at (http:\S+)\n.*Press Ctrl-C/s.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await Promise.race([serving, ended]);
  if (url !== undefined) return { url, stop };
  await stop();
  throw new StartupError(said.trim() || 'Kitty did not start.');
}

/** An answer that is not a success. */
export class Refused extends StartupError {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const problem = z.object({ code: z.string(), title: z.string(), detail: z.optional(z.string()) });
const token = z.object({ token: z.string() });

/** Somebody who is signed in: sends requests as they do and reads the answers. */
export interface Caller {
  get<T extends z.ZodMiniType>(path: string, answer: T): Promise<z.output<T>>;
  post<T extends z.ZodMiniType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
  put<T extends z.ZodMiniType>(path: string, body: unknown, answer: T): Promise<z.output<T>>;
}

async function send<T extends z.ZodMiniType>(
  url: string,
  method: string,
  path: string,
  answer: T,
  { bearer, body }: { bearer?: string; body?: unknown },
): Promise<z.output<T>> {
  const isText = typeof body === 'string';
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': isText ? 'text/csv' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new StartupError(`No Kitty answers at ${url}: start it, or run the story without KITTY_URL.`);
  });
  const text = await response.text();
  if (response.ok) return answer.parse(text === '' ? undefined : JSON.parse(text));
  const said = response.headers.get('content-type')?.includes('json') ? problem.safeParse(JSON.parse(text)) : undefined;
  const why = said?.success ? `${said.data.code}: ${said.data.detail ?? said.data.title}` : 'not an answer of Kitty';
  throw new Refused(response.status, `${method} ${path} answered ${response.status} (${why}).`);
}

/** Signs somebody in by persona key or email. */
export async function signIn(url: string, persona: string): Promise<Caller> {
  const { token: bearer } = await send(url, 'POST', '/local/tokens', token, { body: { persona } });
  return {
    get: (path, answer) => send(url, 'GET', path, answer, { bearer }),
    post: (path, body, answer) => send(url, 'POST', path, answer, { bearer, body }),
    put: (path, body, answer) => send(url, 'PUT', path, answer, { bearer, body }),
  };
}

const moved = z.object({ now: z.string() });

/** Moves Kitty's clock on by whole days; answers what time it is there. */
export const passDays = async (url: string, days: number): Promise<string> =>
  (await send(url, 'POST', '/local/clock', moved, { body: { advanceDays: days } })).now;
