// A payment is made once whatever happens to the connection, and the page never says that it failed before it knows.
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, type Spawned } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { spawnDemo } from './demo.ts';
import { type Person, person } from './people.ts';

let kitty: Spawned;
let browser: Browser;
let poolId: string;

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnDemo(), openBrowser()]);
  poolId = (await kitty.call('GET', '/v1/pools', { as: 'rosa' })).body.items[0].id;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

const CONTRIBUTIONS = /\/contributions$/;

/** Rosa's free money in the pool, and the pool's number of events. */
async function inPool(): Promise<{ freePence: number; seq: number }> {
  const { mine, seq } = (await kitty.call('GET', `/v1/pools/${poolId}`, { as: 'rosa' })).body;
  return { freePence: mine.freePence, seq };
}

/** Takes Rosa to the check page, the last step before the payment. */
async function readyToPay(pounds: string): Promise<Person> {
  const rosa = await person(browser, kitty, 'rosa');
  await rosa.at(`/pools/${poolId}/put-in`);
  await rosa.type(/how much/i, pounds);
  await rosa.press('Continue');
  await rosa.choose('Once');
  await rosa.press('Continue');
  await rosa.isAt(/check before/i);
  return rosa;
}

const CHECKING = 'We are checking';
const keyOf = (route: Route): string => route.request().headers()['idempotency-key'] ?? '';

test('an answer that is lost on the way is asked for again with the same key, and the money moves once', async () => {
  const before = await inPool();
  const rosa = await readyToPay('7');
  const keys: string[] = [];
  await rosa.page.route(CONTRIBUTIONS, async (route) => {
    keys.push(keyOf(route));
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await rosa.press(/^put £7 in/i);
  await rosa.reads(CHECKING);
  expect(await rosa.page.getByText(/failed|error/i).count()).toBe(0);
  await rosa.reads('You have put £7 in.');
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBe(2);
  expect(await inPool()).toEqual({ freePence: before.freePence + 700, seq: before.seq + 1 });
  await rosa.close();
});

test('the page is closed while the answer is awaited: opened again, it finds out and goes on', async () => {
  const before = await inPool();
  const rosa = await readyToPay('8');
  await rosa.page.route(CONTRIBUTIONS, async (route) => {
    await route.fetch();
    return route.abort('connectionreset');
  });
  await rosa.press(/^put £8 in/i);
  await rosa.reads(CHECKING);
  await rosa.page.unroute(CONTRIBUTIONS);
  await rosa.page.reload();
  await rosa.reads('You have put £8 in.');
  expect(await inPool()).toEqual({ freePence: before.freePence + 800, seq: before.seq + 1 });
  await rosa.close();
});

test('a request that never arrived is sent when the connection is back', async () => {
  const before = await inPool();
  const rosa = await readyToPay('9');
  await rosa.page.context().setOffline(true);
  await rosa.press(/^put £9 in/i);
  await rosa.reads(CHECKING);
  expect(await inPool()).toEqual(before);
  await rosa.page.context().setOffline(false);
  await rosa.reads('You have put £9 in.');
  expect(await inPool()).toEqual({ freePence: before.freePence + 900, seq: before.seq + 1 });
  await rosa.close();
});

test('pressing twice puts the money in once', async () => {
  const before = await inPool();
  const rosa = await readyToPay('6');
  await rosa.page.getByRole('button', { name: /^put £6 in/i }).dblclick();
  await rosa.reads('You have put £6 in.');
  expect(await inPool()).toEqual({ freePence: before.freePence + 600, seq: before.seq + 1 });
  await rosa.close();
});

test('a session that runs out in the middle brings the person back to where they were, and what they asked is done once', async () => {
  const before = await inPool();
  const rosa = await readyToPay('5');
  await rosa.page.route(
    CONTRIBUTIONS,
    (route) =>
      // API Gateway's own answer to an expired token.
      route.fulfill({
        status: 401,
        contentType: 'application/json',
        body: JSON.stringify({ message: 'Unauthorized' }),
      }),
    { times: 1 },
  );
  await rosa.press(/^put £5 in/i);
  // The browser goes to the sign-in service, where she still has a session, and back.
  await rosa.reads('You have put £5 in.');
  expect(await inPool()).toEqual({ freePence: before.freePence + 500, seq: before.seq + 1 });
  await rosa.close();
});

test('what one person asked is never sent by another who signs in in the same window', async () => {
  const before = await inPool();
  const rosa = await readyToPay('4');
  await rosa.page.route(CONTRIBUTIONS, (route) => route.abort('connectionreset'));
  await rosa.press(/^put £4 in/i);
  await rosa.reads(CHECKING);
  const sent: string[] = [];
  await rosa.page.unroute(CONTRIBUTIONS);
  rosa.page.on('request', (request) => {
    if (CONTRIBUTIONS.test(request.url()) && request.method() === 'POST') sent.push(request.url());
  });
  await rosa.page.goto(`${kitty.url}/local/sign-in?as=sam&to=${encodeURIComponent(`/pools/${poolId}/put-in`)}`);
  await rosa.page.waitForURL(/\/put-in/);
  await rosa.page.locator('main h1').waitFor();
  await rosa.page.waitForTimeout(1500);
  expect(sent).toEqual([]);
  expect(await inPool()).toEqual(before);
  await rosa.close();
});
