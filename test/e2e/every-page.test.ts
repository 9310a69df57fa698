// What holds on every page and state: no WCAG violation, no sideways scrolling, targets that can be hit, no word of the policy broken.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, type Spawned, spawnKitty } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { STATES } from './states.ts';
import { type Stop, tour } from './tour.ts';
import { goTo, open } from './visit.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const LEAST_TARGET_PIXELS = 24;

let kitty: Spawned;
let browser: Browser;
let stops: readonly Stop[];

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnKitty({ KITTY_DEMO: 'load' }), openBrowser()]);
  ({ stops } = await tour(kitty));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

/** What axe finds, one line for each. */
async function violations(page: Page, where: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 160)}`));
}

/** Whether the page can be scrolled sideways, and by what. */
const sideways = (page: Page, where: string): Promise<string[]> =>
  page.evaluate((name) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${name}: ${scrollWidth} > ${clientWidth}: ${wide.slice(-1)[0]?.outerHTML.slice(0, 160)}`];
  }, where);

/** Links inside sentences may be smaller (WCAG 2.5.8); everything else is at least 24 pixels each way. */
const smallTargets = (page: Page, where: string): Promise<string[]> =>
  page.evaluate(
    ({ name, least }) =>
      [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary')]
        .filter((one) => one.checkVisibility() && !one.closest('p, td, dd, .govuk-skip-link'))
        .filter((one) => one.getBoundingClientRect().width > 0 && !one.matches('.govuk-skip-link'))
        .filter((one) => one.getBoundingClientRect().width < least || one.getBoundingClientRect().height < least)
        .map((one) => `${name}: ${one.outerHTML.slice(0, 120)}`),
    { name: where, least: LEAST_TARGET_PIXELS },
  );

/** What each check found, by its name. */
type Found = Record<'light' | 'dark' | 'targets' | 'narrow' | 'zoomed' | 'narrowEasy' | 'policy', string[]>;

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
/** What 400 % zoom leaves of a screen of 1280 by 1024. */
const ZOOMED = { width: 320, height: 256 };

/** Goes round every stop, one window a person, and looks at each page in every way before it goes on. */
async function goRound(): Promise<Found> {
  const found: Found = { light: [], dark: [], targets: [], narrow: [], zoomed: [], narrowEasy: [], policy: [] };
  for (const [, theirs] of Map.groupBy(stops, ({ as }) => as)) {
    const context = await open(browser, WIDE);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content.Security|TrustedHTML|Refused to/i.test(message.text()))
        found.policy.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => found.policy.push(`${page.url()}: ${error.message}`));
    for (const stop of theirs) {
      await goTo(page, kitty.url, stop);
      const where = stop.name;
      found.light.push(...(await violations(page, where)));
      found.targets.push(...(await smallTargets(page, where)));
      await page.setViewportSize(NARROW);
      found.narrow.push(...(await sideways(page, where)));
      await page.setViewportSize(ZOOMED);
      found.zoomed.push(...(await sideways(page, where)));
      await page.setViewportSize(NARROW);
      const easyRead = page.getByRole('button', { name: 'Easy Read' });
      await easyRead.click();
      await page.emulateMedia({ colorScheme: 'dark' });
      found.narrowEasy.push(...(await sideways(page, where)));
      found.targets.push(...(await smallTargets(page, `${where}, Easy Read`)));
      found.dark.push(...(await violations(page, where)));
      await easyRead.click();
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(WIDE);
    }
    await context.close();
  }
  return found;
}

describe('every page', () => {
  let found: Found;
  beforeAll(async () => {
    found = await goRound();
  }, 300_000);

  test('has no WCAG 2.2 AA or best-practice violation in light', () => expect(found.light).toEqual([]));
  test('has none in dark, narrow and as Easy Read', () => expect(found.dark).toEqual([]));
  test('has no target under 24 pixels', () => expect(found.targets).toEqual([]));
  test('reflows at 320 pixels', () => expect(found.narrow).toEqual([]));
  test('reflows at 400 % zoom', () => expect(found.zoomed).toEqual([]));
  test('reflows at 320 pixels as Easy Read', () => expect(found.narrowEasy).toEqual([]));
  test('breaks no word of its own policy and throws nothing', () => expect(found.policy).toEqual([]));
});

test('every state of a page has no violation and does not scroll sideways', async () => {
  const found: string[] = [];
  for (const { name, show } of STATES(stops)) {
    const context = await open(browser, { width: 320, height: 640 });
    const page = await context.newPage();
    await show(page, kitty.url);
    found.push(...(await violations(page, name)), ...(await sideways(page, name)));
    await context.close();
  }
  expect(found).toEqual([]);
});
