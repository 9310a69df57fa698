// Checks every page: no WCAG violation, no sideways scrolling, no small targets, no breach of the Content Security Policy.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, type Spawned } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { sideways, smallTargets, violations } from './checks.ts';
import { spawnDemo } from './demo.ts';
import { type Stop, tour } from './tour.ts';
import { goTo, open } from './visit.ts';

let kitty: Spawned;
let browser: Browser;
let stops: readonly Stop[];

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnDemo(), openBrowser()]);
  ({ stops } = await tour(kitty));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

/** The problems found by each check. */
type Found = Record<'light' | 'dark' | 'targets' | 'narrow' | 'zoomed' | 'narrowEasy' | 'policy', string[]>;

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
/** A screen of 1280 by 1024 at 400 % zoom. */
const ZOOMED = { width: 320, height: 256 };

/** Visits every page, in one window per person, and runs all checks on a page before the next. */
async function checkEveryPage(): Promise<Found> {
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
    found = await checkEveryPage();
  }, 300_000);

  test('has no WCAG 2.2 AA or best-practice violation in light', () => expect(found.light).toEqual([]));
  test('has none in dark, narrow and as Easy Read', () => expect(found.dark).toEqual([]));
  test('has no target under 24 pixels', () => expect(found.targets).toEqual([]));
  test('reflows at 320 pixels', () => expect(found.narrow).toEqual([]));
  test('reflows at 400 % zoom', () => expect(found.zoomed).toEqual([]));
  test('reflows at 320 pixels as Easy Read', () => expect(found.narrowEasy).toEqual([]));
  test('breaks no word of its own policy and throws nothing', () => expect(found.policy).toEqual([]));
});
