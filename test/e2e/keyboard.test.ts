// The main journeys by keyboard alone: nothing is clicked, and the focus is always visible.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, type Spawned } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { spawnDemo } from './demo.ts';
import { keyboard } from './keyboard.ts';
import { type Person, person } from './people.ts';
import { newDecisions, newRequest } from './tour-groups.ts';
import { loaded } from './visit.ts';

let kitty: Spawned;
let browser: Browser;

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnDemo(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

/** Rosa's pool. */
async function dancers() {
  const { items } = await read('rosa', '/v1/pools');
  return read('rosa', `/v1/pools/${items.find((pool: { name: string }) => pool.name === 'Tuesday dancers').id}`);
}

const read = async (as: string, path: string) => (await kitty.call('GET', path, { as })).body;

/** Somebody who is signed in and uses the keyboard; from here on a click is an error. */
async function atTheKeyboard(who: string): Promise<Person & ReturnType<typeof keyboard>> {
  const one = await person(browser, kitty, who);
  await one.page.evaluate(() =>
    addEventListener('pointerdown', () => {
      throw new Error('the mouse was used');
    }),
  );
  return { ...one, ...keyboard(one.page) };
}

test('signing in, from the start page to the service and back', async () => {
  const page = await (await browser.newContext()).newPage();
  // The sign-in service's page is complete when it has loaded.
  const keys = keyboard(page, (whole) => whole.waitForLoadState());
  await page.goto(`${kitty.url}/my-money`);
  await page.waitForURL(/\/local\/authorize/);
  await keys.press(/Rosa Marino/);
  await page.getByRole('heading', { level: 1, name: 'My money' }).waitFor();
  await page.context().close();
});

test('the skip link is first and leads to the main part', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.page.reload();
  await loaded(rosa.page);
  await rosa.page.keyboard.press('Tab');
  await rosa.page.keyboard.press('Enter');
  expect(await rosa.page.evaluate(() => document.activeElement?.id)).toBe('main');
  await rosa.close();
});

test('putting money in: a mistake leads to the field, and what was typed is kept', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('My pools');
  await rosa.press('Tuesday dancers');
  await rosa.isAt('Tuesday dancers');
  await rosa.press('Put money in');
  await rosa.isAt('Put money in');
  await rosa.type(/how much/i, 'lots');
  await rosa.press('Continue');
  const summary = rosa.page.getByRole('alert');
  await summary.waitFor();
  await rosa.page.waitForFunction(() => document.activeElement?.matches('.govuk-error-summary'));
  await rosa.press(/Enter an amount/);
  expect(await rosa.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('lots');
  await rosa.type(/how much/i, '12.50');
  await rosa.press('Continue');
  await rosa.choose('Once');
  await rosa.press('Continue');
  await rosa.isAt(/check before/i);
  await rosa.press(/^Put £12.50 in/);
  await rosa.reads('You have put £12.50 in.');
  await rosa.close();
});

test('voting', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('My pools');
  await rosa.press('Tuesday dancers');
  await rosa.isAt('Tuesday dancers');
  await rosa.press(/^Vote: Museum day/);
  await rosa.isAt(/Vote: Museum day/);
  await rosa.choose('Yes, and I am coming');
  await rosa.press('Send my vote');
  await rosa.reads(/Your vote is in/);
  const { proposals } = await dancers();
  expect(proposals[0].mine).toMatchObject({ choice: 'agree', joining: true });
  await rosa.close();
});

test('confirming that a session took place leaves the others a day, and is not asked again', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('My pools');
  await rosa.press('Tuesday dancers');
  await rosa.isAt('Tuesday dancers');
  await rosa.press(/^Did it take place/);
  await rosa.page.waitForURL(/\/commissions\//);
  await rosa.press(/yes/i);
  await rosa.page.getByRole('alert').waitFor();
  await rosa.reads('You have confirmed this session');
  expect(await rosa.page.getByRole('button', { name: /^Yes/ }).count()).toBe(0);
  const { commissions } = await dancers();
  expect(commissions[0].sessionsReleased).toBe(5);
  await rosa.page.goBack();
  await rosa.isAt('Tuesday dancers');
  expect(await rosa.page.getByRole('link', { name: /^Did it take place/ }).count()).toBe(0);
  await rosa.close();
});

test('finding something and proposing it', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('Find something to do');
  await rosa.isAt(/find something/i);
  await rosa.type('What would you like to do?', 'garden');
  await rosa.press('Search');
  await rosa.page
    .getByRole('link', { name: /garden/i })
    .first()
    .waitFor();
  await rosa.press(/garden/i);
  await rosa.page.waitForURL(/\/offers\//);
  await loaded(rosa.page);
  await rosa.press(/Tuesday dancers/);
  await rosa.page.waitForURL(/\/propose\//);
  await loaded(rosa.page);
  await rosa.press(/Propose this|Continue/);
  await rosa.isAt('How many sessions?');
  await rosa.type('How many sessions?', '2');
  await rosa.press('Continue');
  await rosa.isAt('When is the first session?');
  const day = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000);
  await rosa.type('Day', String(day.getUTCDate()));
  await rosa.type('Month', String(day.getUTCMonth() + 1));
  await rosa.type('Year', String(day.getUTCFullYear()));
  // The browser decides whether the field uses 12 or 24 hours.
  await rosa.type('Time', '1000A');
  await rosa.press('Continue');
  await rosa.isAt('How often?');
  await rosa.choose('Every week');
  await rosa.press('Continue');
  await rosa.isAt('How much money to set aside?');
  await rosa.choose(/For all 2 sessions/);
  await rosa.press('Continue');
  await rosa.isAt('Do you want to say something to the group?');
  await rosa.press('Continue');
  await rosa.isAt('Check before the group votes');
  await rosa.press('Ask the group to vote');
  await rosa.reads(/Your proposal is with the group/);
  await rosa.close();
});

test('starting a pool, and joining it by its code', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('My pools');
  await rosa.isAt('My pools');
  await rosa.press('Start a pool');
  await rosa.isAt('What is your pool called?');
  await rosa.type('Name of the pool', 'Thursday walkers');
  await rosa.press('Continue');
  await rosa.type('In a sentence or two', 'Walk on Thursdays.');
  await rosa.press('Continue');
  await rosa.choose(/friendship/i);
  await rosa.press('Continue');
  await rosa.isAt('The rules of your pool');
  await rosa.press('Use these rules');
  await rosa.isAt('Check and sign');
  await rosa.press('I sign this agreement and start the pool');
  await rosa.isAt('Thursday walkers');
  await rosa.press('Invite somebody');
  await rosa.press('Make the code');
  await rosa.reads('Your code');
  const link = await rosa.page
    .getByText(/\/join\//)
    .first()
    .textContent();
  await rosa.close();
  const code = /\/join\/(\w+)/.exec(link ?? '')?.[1] ?? '';
  const sam = await atTheKeyboard('sam');
  await sam.press('My pools');
  await sam.isAt('My pools');
  await sam.press('Join a pool with a code');
  await sam.isAt('Join a pool');
  await sam.type('Your code', code.toUpperCase());
  await sam.press('Show me the pool');
  await sam.reads('Walk on Thursdays.');
  const sent = sam.page.waitForRequest(/\/acceptance$/);
  await sam.press(/I sign/);
  expect((await sent).postDataJSON()).toEqual({ signsAgreement: true, agreementVersion: 1 });
  await sam.isAt('Thursday walkers');
  await sam.close();
});

test('an enterprise says yes to a request, and a week later that a session took place', async () => {
  const [enterprise] = (await read('dawn', '/v1/enterprises')).items;
  const { offers } = await read('dawn', `/v1/enterprises/${enterprise.id}`);
  const poolId = await newRequest(kitty, offers[0].id);
  const dawn = await atTheKeyboard('dawn');
  await dawn.press('My enterprises');
  await dawn.isAt('My enterprises');
  await dawn.reads(/Sunday dancers/);
  await dawn.press('Dance class');
  await dawn.page.waitForURL(/\/commissions\//);
  await dawn.press('Yes, we will do it');
  await dawn.reads(/You said yes/);
  expect((await read('joe', `/v1/pools/${poolId}`)).commissions[0].status).toBe('accepted');
  await kitty.call('POST', '/local/clock', { body: { advanceDays: 7 } });
  await dawn.press('My enterprises');
  await dawn.press(/^Calendar/);
  await dawn.isAt(/calendar/i);
  await dawn.press(/^It took place/);
  await dawn.page.getByRole('alert').waitFor();
  const [order] = (await dancers()).commissions;
  const { sessions } = await read('rosa', `/v1/commissions/${order.id}`);
  expect(sessions[6].status).toBe('delivered');
  await dawn.close();
});

test('saying in time that one cannot come, and that one can after all', async () => {
  const [enterprise] = (await read('dawn', '/v1/enterprises')).items;
  const { offers } = await read('dawn', `/v1/enterprises/${enterprise.id}`);
  const poolId = await newRequest(kitty, offers[0].id);
  const mine = async (): Promise<number> => (await read('mary', `/v1/pools/${poolId}`)).mine.heldPence;
  expect(await mine()).toBe(4 * 900);
  const mary = await atTheKeyboard('mary');
  await mary.page.goto(`${kitty.url}/pools/${poolId}`);
  await mary.isAt('Sunday dancers');
  await mary.press(/^Dance class/);
  await mary.page.waitForURL(/\/sessions\/1$/);
  await mary.press('I cannot come');
  await mary.reads('You are not coming to this session. You pay nothing for it.');
  expect(await mine()).toBe(3 * 900);
  await mary.press('I can come after all');
  await mary.reads('You are coming to this session and pay your share of it.');
  expect(await mine()).toBe(4 * 900);
  await mary.close();
});

test('what the group agreed and lacks the money for is taken back by the group, not by whoever proposed it', async () => {
  const [enterprise] = (await read('dawn', '/v1/enterprises')).items;
  const { offers } = await read('dawn', `/v1/enterprises/${enterprise.id}`);
  const poolId = await newRequest(kitty, offers[0].id);
  const { waiting } = await newDecisions(kitty, poolId, offers[0].id);
  const joe = await atTheKeyboard('joe');
  await joe.page.goto(`${kitty.url}/pools/${poolId}/proposals/${waiting}`);
  await joe.reads('Agreed, but waiting');
  expect(await joe.page.getByText('Take your proposal back').count()).toBe(0);
  await joe.press('Ask the group to take this back');
  await joe.type(/^Say something to the group/, 'It has become too dear.');
  await joe.press('Ask the group to vote');
  await joe.isAt('Vote: Cancel: Dance class');
  await joe.reads('proposes to take back what the group agreed to: Dance class.');
  for (const as of ['mary', 'nina', 'ade', 'leo', 'joe']) {
    const { pathname } = new URL(joe.page.url());
    await kitty.call('PUT', `/v1${pathname}/vote`, { as, body: { choice: 'agree', joining: false } });
  }
  await joe.page.goto(`${kitty.url}/pools/${poolId}/proposals/${waiting}`);
  await joe.isAt('Dance class');
  await joe.reads('This was taken back');
  await joe.close();
});

test('choosing text messages: the number is asked for where it was chosen', async () => {
  const mary = await atTheKeyboard('mary');
  await mary.press('How we tell you things');
  await mary.isAt('How we tell you things');
  await mary.choose('Text message');
  await mary.press('Save');
  await mary.page.waitForFunction(() => document.activeElement?.matches('.govuk-error-summary'));
  await mary.press(/Type the number/);
  expect(await mary.page.evaluate(() => document.activeElement?.id)).toBe('phone');
  await mary.type('Your mobile number', '07700 900456');
  await mary.choose('Once a day, all together');
  await mary.press('Save');
  await mary.reads(/^Saved\./);
  expect(await read('mary', '/v1/me/contact')).toMatchObject({ by: 'text', phone: '+447700900456', digest: true });
  await mary.close();
});

test('Easy Read and reading aloud are switched by the keyboard, and Easy Read is remembered', async () => {
  const rosa = await atTheKeyboard('rosa');
  await rosa.press('Easy Read');
  expect(await rosa.page.evaluate(() => document.documentElement.hasAttribute('data-easy'))).toBe(true);
  await rosa.page.reload();
  await loaded(rosa.page);
  expect(await rosa.page.evaluate(() => document.documentElement.hasAttribute('data-easy'))).toBe(true);
  await rosa.close();
});
