// The whole story of Kitty in a real browser: six people pool, decide and dance; one leaves; one session is disputed.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { shellText } from '../../web/src/shell/shell.text.ts';
import { dayInYear } from '../../web/src/text/format.ts';
import { endAll, type Spawned, spawnKitty } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { type Person, person } from './people.ts';
import { coreJourney, NEWCOMER, preparePool } from './story-core.ts';
import { agreesToHalf, confirms, daysPass, delivers, disputes, leaves, namesHalf, readsOfHalf } from './story-dance.ts';
import { finds, proposes, seesOrder, votes, votesLast, waits } from './story-deciding.ts';
import { earningsOf, type Pooled, personMoneyOf, placeOf, poolSays } from './story-money.ts';
import {
  contribute,
  emailOf,
  FRIENDS,
  type Friend,
  fileOf,
  importsFile,
  invitesFive,
  joins,
  listsOffer,
  registers,
  startsPool,
} from './story-steps.ts';

const TUESDAY = 2;
const SESSIONS = 12;
const DISPUTED = 6;
const LEAVES_AFTER = 4;

/**
 * The pool's money after each session, in pence, as `npm run story` has it; 3, 7 and 11 wait a week to be paid. After the 6th
 * what came back to Joe, who has left, has gone home already.
 */
const AFTER: readonly Pooled[] = [
  { free: 7200, held: 59400, paid: 5400 },
  { free: 7200, held: 54000, paid: 10800 },
  { free: 7200, held: 54000, paid: 10800 },
  { free: 7200, held: 43200, paid: 21600 },
  { free: 6000, held: 37800, paid: 27000 },
  { free: 8250, held: 32400, paid: 29700 },
  { free: 8250, held: 32400, paid: 29700 },
  { free: 4650, held: 21600, paid: 40500 },
  { free: 4650, held: 16200, paid: 45900 },
  { free: 4650, held: 10800, paid: 51300 },
  { free: 4650, held: 10800, paid: 51300 },
  { free: 4650, held: 0, paid: 62100 },
];
/** Nobody says anything of these; they are paid after a week. The others are paid when those who came have had a day to object. */
const UNSAID = [3, 7, 11];

let kitty: Spawned;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);

/** Each has a place of its own, with nobody in it but the funder and those who may run enterprises. */
beforeEach(async () => {
  kitty = await spawnKitty({ KITTY_DEMO: 'none' });
});

afterEach(endAll);
afterAll(() => browser?.close());

/** The first Tuesday that is two weeks away or more. */
function firstTuesday(today: string): string {
  const inTwoWeeks = addDays(today, 14);
  return addDays(inTwoWeeks, (TUESDAY - new Date(`${inTwoWeeks}T00:00:00Z`).getUTCDay() + 7) % 7);
}

test('six people pool, decide and dance; the money is right to the penny on every page', async () => {
  const today = dayOf(await daysPass(kitty, 0));
  const funder = await person(browser, kitty, 'funder');
  await importsFile(funder, fileOf(today, addDays(today, 364)));
  expect(await funder.row(/^8$/)).toEqual([expect.stringContaining('amount_pounds')]);
  await funder.reads('STORY-7,Zoe,zoe@story.example');

  const dawn = await person(browser, kitty, 'dawn');
  await registers(dawn);
  const enterprise = new URL(dawn.page.url()).pathname;
  await listsOffer(dawn);

  const people = new Map<Friend, Person>();
  for (const name of FRIENDS) people.set(name, await person(browser, kitty, emailOf(name)));
  const as = (name: Friend): Person => people.get(name) ?? expect.unreachable(name);
  const rosa = as('Rosa');

  const poolId = await startsPool(rosa);
  const place = { kitty, poolId };
  const code = await invitesFive(rosa);
  for (const name of FRIENDS.slice(1)) await joins(as(name), code);
  await rosa.at(`/pools/${poolId}`);
  for (const name of FRIENDS) await contribute(as(name));
  await poolSays(place, rosa, 'Rosa', { free: 72000, held: 0, paid: 0 });

  const first = firstTuesday(today);
  await finds(rosa);
  await proposes(rosa, first);
  for (const name of FRIENDS) {
    if (name !== 'Rosa') {
      await as(name).at(`/pools/${poolId}`);
      await as(name).press('Vote: Dance class');
    }
    if (name === 'Ade') continue;
    await votes(as(name));
    await waits(as(name));
  }
  await votesLast(as('Ade'));
  await seesOrder(as('Ade'), first);
  await poolSays(place, rosa, 'Rosa', { free: 7200, held: 64800, paid: 0 });
  await rosa.reads('£120 of it is yours: £12 is free and £108 is set aside.');

  await dawn.at(enterprise);
  await dawn.press('Dance class');
  await dawn.reads('Tuesday dancers asks you for this.');
  await dawn.press('Yes, we will do it');
  await dawn.reads('You said yes. The group can see it.');
  const commission = new URL(dawn.page.url()).pathname;

  // A session can be reported once it has begun: here on the day after.
  await daysPass(kitty, Math.round((Date.parse(first) - Date.parse(today)) / 86_400_000) + 1);
  for (let n = 1; n <= SESSIONS; n++) {
    const on = addDays(first, 7 * (n - 1));
    await delivers(dawn, enterprise, on);
    if (n === DISPUTED) {
      await disputes(as('Priya'), poolId);
      await poolSays(place, rosa, 'Rosa', { free: 6000, held: 37800, paid: 27000 });
      await namesHalf(as('Priya'));
      await agreesToHalf(dawn, commission);
      await daysPass(kitty, 0);
      await readsOfHalf(rosa, poolId);
    } else if (!UNSAID.includes(n)) await confirms(rosa, poolId, n);
    await daysPass(kitty, 1);
    await poolSays(place, rosa, 'Rosa', AFTER[n - 1] ?? expect.unreachable());
    if (n === LEAVES_AFTER) {
      await leaves(as('Joe'), poolId, dayInYear(addDays(on, 30)));
      await poolSays(place, rosa, 'Rosa', { free: 6000, held: 43200, paid: 21600 });
    }
    await daysPass(kitty, 6);
  }

  // At the end: six people's own pages, the pool, the enterprise and the funder, all of one mind.
  await poolSays(place, rosa, 'Rosa', { free: 4650, held: 0, paid: 62100 });
  await rosa.reads('£9.30 of it is yours, and all of that is free.');
  await rosa.reads(/^12 of 12 sessions are paid\.$/);
  await rosa.at(commission);
  await rosa.reads('All sessions are over.');
  const moneyByPerson = new Map<Friend, Awaited<ReturnType<typeof personMoneyOf>>>();
  for (const name of FRIENDS) moneyByPerson.set(name, await personMoneyOf(kitty, as(name), name));
  for (const name of FRIENDS)
    expect(moneyByPerson.get(name), name).toEqual(
      name === 'Joe'
        ? { free: 5250, toCome: 0, inPools: 0, spent: 6750, returned: 0 }
        : { free: 0, toCome: 0, inPools: 930, spent: 11070, returned: 0 },
    );
  await as('Joe').at('/my-pools');
  await as('Joe').reads('You are not in a pool yet.');
  // These two are projections, so they may be some seconds late.
  await expect.poll(() => earningsOf(kitty, dawn, enterprise), { timeout: 20_000 }).toBe(62100);
  await expect
    .poll(() => placeOf(kitty, funder), { timeout: 20_000 })
    .toEqual({ granted: 72000, notInPools: 5250, free: 4650, held: 0, paid: 62100, returned: 0 });
  const { body: audit } = await kitty.call('GET', `/v1/journals/pools/${poolId}/audit`, { as: emailOf('Rosa') });
  expect(audit).toMatchObject({ valid: true });

  for (const one of [funder, dawn, ...people.values()]) await one.close();
});

/** By how many pixels the page can be scrolled sideways. */
const sidewaysPixels = ({ page }: Person): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('somebody joins, puts money in, votes and confirms on a screen of 320 pixels, never scrolling sideways', async () => {
  const prepared = await preparePool(kitty);
  const nia = await person(browser, kitty, NEWCOMER, { width: 320, height: 640 });
  await coreJourney(nia, prepared, false, async (where) => {
    expect(await sidewaysPixels(nia), where).toBeLessThanOrEqual(0);
  });
  await nia.close();
});

test('somebody joins, puts money in, votes and confirms in Easy Read', async () => {
  const prepared = await preparePool(kitty);
  const nia = await person(browser, kitty, NEWCOMER);
  await nia.page.getByRole('button', { name: 'Easy Read' }).click();
  // Hard words are explained at the end of every page, and of plain pages never.
  const explained = nia.page.getByRole('region', { name: shellText.hardWords[1] });
  await coreJourney(nia, prepared, true, () => explained.waitFor());
  await nia.close();
});
