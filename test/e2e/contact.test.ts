// Contact preferences: Rosa chooses text messages, corrects a mistake, finds her choice saved, and gets a text message.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, type Spawned } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { spawnDemo } from './demo.ts';
import { person } from './people.ts';

let kitty: Spawned;
let browser: Browser;

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnDemo(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

const DAY_MS = 24 * 60 * 60 * 1000;
const PATH = '/how-we-tell-you';
const read = async (as: string, path: string) => (await kitty.call('GET', path, { as })).body;

/** Another member of Rosa's pool proposes something; returns its title. */
async function proposeToRosa(): Promise<string> {
  const { id } = (await read('rosa', '/v1/pools')).items[0];
  const offer = (await read('rosa', '/v1/offers?q=dance')).items[0];
  const startsOn = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10);
  const body = { offerId: offer.id, sessions: 1, startsOn };
  const { status } = await kitty.call('POST', `/v1/pools/${id}/proposals`, { as: 'sam', body });
  expect(status).toBe(201);
  return offer.title;
}

test('Rosa chooses text messages, is helped with her number, finds it kept, and is texted about a decision', async () => {
  const rosa = await person(browser, kitty, 'rosa');
  await rosa.press('How we tell you things');
  await rosa.isAt('How we tell you things');
  await rosa.choose('Text message');
  await rosa.press('Save');
  await rosa.reads('Type the number of your mobile phone.');
  await rosa.page.waitForFunction(() => document.activeElement?.matches('.govuk-error-summary'));
  await rosa.type('Your mobile number', '020 7946 0018');
  await rosa.press('Save');
  await rosa.reads(/Type a mobile number, such as/);
  expect(await rosa.page.getByLabel('Your mobile number').inputValue()).toBe('020 7946 0018');
  expect((await read('rosa', '/v1/me/contact')).by).toBe('email');
  await rosa.type('Your mobile number', '+44 (0)7700 900 123');
  await rosa.press('Save');
  await rosa.reads(/^Saved\./);
  expect(await rosa.page.getByText('There is a problem').count()).toBe(0);
  await rosa.page.reload();
  await rosa.isAt('How we tell you things');
  expect(await rosa.page.getByLabel('Text message', { exact: true }).isChecked()).toBe(true);
  expect(await rosa.page.getByLabel('Your mobile number').inputValue()).toBe('07700 900123');
  expect(await rosa.page.getByText(/^Saved\./).count()).toBe(0);

  const title = await proposeToRosa();
  const letters = async () => (await (await fetch(`${kitty.url}/local/outbox.json`)).json()).items;
  const toRosa = async () => (await letters()).filter(({ name }: { name: string }) => name.startsWith('Rosa'));
  await expect
    .poll(toRosa, { timeout: 20_000 })
    .toMatchObject([
      { by: 'text', address: '+447700900123', kinds: ['decide'], text: expect.stringContaining(`“${title}”`) },
    ]);
  await rosa.close();
});

test('what was chosen before the connection was lost is kept once it is back; and whoever wants nothing is sent nothing', async () => {
  const rosa = await person(browser, kitty, 'rosa');
  await rosa.at(PATH);
  await rosa.choose('Do not send me anything');
  expect(await rosa.page.getByText('How often?').count()).toBe(0);
  await rosa.page.context().setOffline(true);
  await rosa.press('Save');
  await rosa.reads('We are checking');
  await rosa.page.context().setOffline(false);
  await rosa.reads(/^Saved\./);
  expect(await read('rosa', '/v1/me/contact')).toMatchObject({ by: 'none' });
  expect(await read('rosa', '/v1/me/contact')).not.toHaveProperty('phone');
  await rosa.close();
});
