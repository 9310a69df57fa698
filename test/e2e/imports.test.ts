// A funder imports a file, and the page says of every line what became of it, in plain words and in Easy Read.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../functions/kernel/clock.ts';
import { endAll, type Spawned, spawnKitty } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { person } from './people.ts';

let kitty: Spawned;
let browser: Browser;

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnKitty({ KITTY_DEMO: 'none' }), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

test('a line that is granted already is rejected under its earlier reference, and one that has ended is shown to be looked at', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const line = (ref: string, name: string, endsOn: string): string =>
    `${ref},${name},${name.toLowerCase()}@example.org,social-care,120,${addDays(today, -400)},${endsOn},once,funder,friendship`;
  const header = 'person_ref,name,email,stream,amount_pounds,starts_on,ends_on,instalment,custody,outcomes';
  const [ended, open] = [addDays(today, -5), addDays(today, 300)];
  const text = [header, line('000451', 'Rosa', open), line('7', 'Sam', ended), line('451', 'Rosa', open)].join('\n');
  const funder = await person(browser, kitty, 'funder');
  await funder.at('/place/imports');
  await funder.upload('A CSV file', { name: 'grants.csv', mimeType: 'text/csv', text });
  await funder.press('Import this file');
  await funder.reads('2 lines were imported.');
  expect(await funder.row(/^4$/)).toEqual([expect.stringContaining('granted before under 000451')]);
  await funder.reads('Imported, but please look');
  expect(await funder.row(/^3$/)).toEqual([expect.stringContaining(`ended on ${ended}`)]);
  await funder.page.getByRole('button', { name: 'Easy Read' }).click();
  await funder.reads('Please look at these');
  expect(await funder.row(/^3$/)).toEqual([expect.stringContaining(`ended on ${ended}`)]);
  await funder.close();
});
