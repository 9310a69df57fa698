// npm run story: the Connect-and-deepen story through HTTP, its figures to the penny, and what it says when it cannot be told.
import { spawn } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { endAll, spawnKitty } from '../spawned.ts';

afterAll(endAll);

interface StoryRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function runStory(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<StoryRun> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['infra/local/story.ts', ...args], { env: { PATH, HOME, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('six people, twelve sessions at £54, one leaves, one is disputed: every sum is exact', async () => {
  const { code, out, err } = await runStory(['--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const figures = JSON.parse(out);
  const { steps, people, leaver, audit, seconds, ...rest } = figures;
  expect(rest).toEqual({
    grantedPence: 72_000,
    releasedPence: 11 * 5400 + 2700,
    sessions: { planned: 12, released: 12, disputed: 1 },
    disputed: { session: 6, pricePence: 5400, paidPence: 2700 },
    valid: true,
  });
  // Four sessions and four of the notice, one of them at half the price; the rest is at home.
  expect(leaver).toMatchObject({ name: 'Joe', paidPence: 6750, availablePence: 5250, freePence: 0, heldPence: 0 });
  expect(leaver).toMatchObject({ returnedAtOncePence: 1200, grantedPence: 12_000 });
  // Those who stay paid seven whole sessions and a half of six, and four of five.
  const stayed = people.filter(({ name }: { name: string }) => name !== 'Joe');
  expect(stayed).toHaveLength(5);
  for (const person of stayed) expect(person).toMatchObject({ paidPence: 7 * 900 + 450 + 4 * 1080, freePence: 930 });

  const shown = (step: { name: string; [sum: string]: unknown }) => [
    step.name,
    step.availablePence,
    step.freePence,
    step.heldPence,
    step.releasedPence,
  ];
  const paid = (name: string, released: number) => [name, 0, 7200, 64_800 - released, released];
  expect(steps.map(shown)).toEqual([
    ['granted', 72_000, 0, 0, 0],
    ['pooled', 0, 72_000, 0, 0],
    paid('agreed', 0),
    paid('session 1', 5400),
    paid('session 2', 10_800),
    // Delivered, and paid a week later, because nobody says anything.
    paid('session 3', 10_800),
    paid('session 4', 21_600),
    ['left', 1200, 6000, 43_200, 21_600],
    ['session 5', 1200, 6000, 37_800, 27_000],
    ['disputed', 1200, 6000, 37_800, 27_000],
    ['session 6', 1200, 8700, 32_400, 29_700],
    ['session 7', 1650, 8250, 32_400, 29_700],
    // The notice is over: Joe's shares of four sessions go home, and the others' shares grow to what they agreed to.
    ['session 8', 5250, 4650, 21_600, 40_500],
    ['session 9', 5250, 4650, 16_200, 45_900],
    ['session 10', 5250, 4650, 10_800, 51_300],
    ['session 11', 5250, 4650, 10_800, 51_300],
    ['session 12', 5250, 4650, 0, 62_100],
    ['finished', 5250, 4650, 0, 62_100],
  ]);
  expect(audit).toHaveLength(7);
  expect(audit.every(({ valid }: { valid: boolean }) => valid)).toBe(true);
  expect(seconds).toBeGreaterThan(0);
}, 60_000);

test('on a Kitty that runs already it is told in plain words, and can be told again', async () => {
  const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
  for (let time = 0; time < 2; time++) {
    const { code, out, err } = await runStory([], { KITTY_URL: `${kitty.url}/` });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Joe moves away and leaves. £12.00 goes home now. £72.00 stays until the notice ends');
    expect(out).toMatch(/£720\.00 = £52\.50 with the people \+ £46\.50 free in the pool \+ £621\.00 paid to Dawn\n/);
    expect(out.trim().split('\n').at(-1)).toBe('Every penny is where it should be.');
  }
  await kitty.end('SIGTERM');
  const { code, out, err } = await runStory(['--json'], { KITTY_URL: kitty.url });
  expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
  expect(err).toContain(`No Kitty answers at ${kitty.url}`);
}, 90_000);

test('without the demo place there are people to sign in as whom nobody imports', async () => {
  const kitty = await spawnKitty({ KITTY_DEMO: 'none' });
  const { body } = await kitty.call('GET', '/local/personas');
  expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['funder', 'broker', 'dawn', 'gus', 'fatima']);
  const { body: me } = await kitty.call('GET', '/v1/me', { as: 'dawn' });
  expect(me).toMatchObject({ name: 'Dawn Fletcher', roles: ['enterprise'] });
  await kitty.end('SIGTERM');
});
