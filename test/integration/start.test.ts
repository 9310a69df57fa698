// npm start as people meet it: clear refusals, nothing lost or left behind, one engine for several processes.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startOf } from '../../infra/process';
import { endAll, newFolder, spawnKitty, spawnToEnd } from '../spawned.ts';

afterAll(endAll);

const isAlive = (pid: number | undefined): boolean => pid !== undefined && startOf(pid) !== undefined;

/** One sentence on stderr, no stack, exit code 1. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, stderr, stdout } = await spawnToEnd({ KITTY_DEMO: 'none', ...env });
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 });
  return stderr.trim();
}

const onPort = (server: Server, host?: string): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });

describe('a start that cannot work says why in one sentence and leaves nothing running', () => {
  test.each([undefined, '127.0.0.1', '::1'])('port taken on %s', async (host) => {
    const server = createServer();
    const port = await onPort(server, host);
    expect(await refusal({ PORT: String(port) })).toMatch(
      new RegExp(`^Port ${port} is already in use: .*set PORT to another`),
    );
    server.close();
  });

  test('a PORT that is none', async () => {
    expect(await refusal({ PORT: '65536' })).toBe('PORT must be a whole number from 0 (any free port) to 65535.');
  });

  test('a data folder that cannot be written to', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ KITTY_DATA: join(file, 'data') })).toMatch(/^The data folder \S+ cannot be written to/);
    expect(await refusal({ KITTY_DATA: '/proc/kitty' })).toMatch(/set KITTY_DATA to a folder that can\.$/);
  });

  test('a DYNAMODB_ENDPOINT that is no address, or where nothing answers', async () => {
    expect(await refusal({ DYNAMODB_ENDPOINT: 'nowhere' })).toMatch(/^DYNAMODB_ENDPOINT must be an address/);
    const server = createServer();
    const port = await onPort(server);
    server.close();
    const at = `http://127.0.0.1:${port}`;
    expect(await refusal({ DYNAMODB_ENDPOINT: at })).toMatch(`No DynamoDB answers at ${at} (`);
  });

  test('no embedded engine for this machine', async () => {
    const hide = `import M from 'node:module'; const find = M._resolveFilename; M._resolveFilename = function (name, ...more) {
      if (name.startsWith('@dynoxide/')) throw new Error('not installed'); return find.call(this, name, ...more); };`;
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(hide)}`;
    expect(await refusal({ NODE_OPTIONS })).toMatch(/no embedded database engine.*set DYNAMODB_ENDPOINT/);
  });

  test('a data folder on which Kitty already runs, which goes on undisturbed', async () => {
    const first = await spawnKitty({ KITTY_DEMO: 'none' });
    expect(await refusal({ KITTY_DATA: first.data })).toMatch(
      `Kitty already runs on the data folder ${first.data} (process ${first.pid})`,
    );
    expect((await first.call('GET', '/v1/health')).status).toBe(200);
    await first.end('SIGTERM');
  });
});

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the engine too', async (signal) => {
    const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
    expect(isAlive(kitty.engine.pid)).toBe(true);
    expect(await kitty.end(signal)).toBe(0);
    expect(isAlive(kitty.engine.pid)).toBe(false);
    expect(existsSync(join(kitty.data, 'engine.json'))).toBe(false);
  });

  test('an engine that dies takes Kitty with it, with a sentence', async () => {
    const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
    process.kill(kitty.engine.pid ?? 0, 'SIGKILL');
    await expect.poll(() => isAlive(kitty.pid), { timeout: 5000 }).toBe(false);
    expect(kitty.output()).toContain('The database engine has stopped: start Kitty again.');
  });
});

describe('npm start', () => {
  test('prints where the web and this machine’s page are, and ends everything when npm is killed outright', async () => {
    const data = newFolder();
    const { PATH = '', HOME = '' } = process.env;
    const npm = spawn('npm', ['start'], {
      env: { PATH, HOME, PORT: '0', KITTY_DATA: data, KITTY_DEMO: 'none' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    await expect.poll(() => output, { timeout: 20_000 }).toContain('Press Ctrl-C to stop.');
    const address = /^Kitty is running at (\S+)$/m.exec(output)?.[1] ?? '';
    expect(output).toContain(`${address}/local\n`);
    expect((await fetch(`${address}/local`)).status).toBe(200);
    const { pid, owner } = JSON.parse(readFileSync(join(data, 'engine.json'), 'utf8'));
    npm.kill('SIGKILL');
    await expect.poll(() => isAlive(owner.pid) || isAlive(pid), { timeout: 10_000 }).toBe(false);
  });
});

describe('starting again', () => {
  test('after kill -9 keeps people, tokens and the clock, and ends the engine that was left over', async () => {
    const first = await spawnKitty({ KITTY_DEMO: 'none' });
    const token = await first.token('dawn');
    const { body: dawn } = await first.call('GET', '/v1/me', { as: token });
    expect(dawn.name).toBe('Dawn Fletcher');
    const { body: moved } = await first.call('POST', '/local/clock', { body: { advanceDays: 9 } });
    await first.end('SIGKILL');
    expect(isAlive(first.engine.pid)).toBe(true);

    const second = await spawnKitty({ KITTY_DATA: first.data, KITTY_DEMO: 'none' });
    expect(isAlive(first.engine.pid)).toBe(false);
    expect(second.engine.endpoint).toBe(first.engine.endpoint);
    expect((await second.call('GET', '/v1/me', { as: token })).body).toEqual(dawn);
    const { body: now } = await second.call('POST', '/local/clock', { body: { advanceDays: 0 } });
    expect(now.now > moved.now).toBe(true);
    expect(await second.end('SIGINT')).toBe(0);
  });

  test('never ends another process that was given the number of its old engine', async () => {
    const data = newFolder();
    const note = { pid: process.pid, port: 48_731, owner: { pid: 999_999_999, start: '1' } };
    writeFileSync(join(data, 'engine.json'), JSON.stringify(note));
    const kitty = await spawnKitty({ KITTY_DATA: data, KITTY_DEMO: 'none' });
    expect((await kitty.call('GET', '/v1/health')).body).toEqual({ status: 'ok' });
    await kitty.end('SIGINT');
  });

  test('the signing key can be read by its owner only', async () => {
    const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
    expect(statSync(join(kitty.data, 'issuer-key.json')).mode & 0o777).toBe(0o600);
    await kitty.end('SIGINT');
  });
});

describe('two processes on one engine', () => {
  test('share people, tokens and clock, load the demo once, and the second leaves the engine alone', async () => {
    const first = await spawnKitty();
    const second = await spawnKitty({ KITTY_DATA: first.data, DYNAMODB_ENDPOINT: first.engine.endpoint });
    const token = await first.token('rosa');
    const [one, other] = await Promise.all([first, second].map((kitty) => kitty.call('GET', '/v1/me', { as: token })));
    expect(other?.body).toEqual(one?.body);

    const { body: moved } = await second.call('POST', '/local/clock', { body: { advanceDays: 30 } });
    const { body: seen } = await first.call('POST', '/local/clock', { body: { advanceDays: 0 } });
    expect(seen.now > moved.now).toBe(true);

    await second.end('SIGKILL');
    expect((await first.call('GET', '/v1/me', { as: token })).status).toBe(200);
    await first.end('SIGINT');
    // A month of the whole demo place: long on a machine that is busy with other things.
  }, 180_000);
});
