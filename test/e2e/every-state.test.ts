// Checks every page in every other state: empty, loading, offline, failing, missing, not allowed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, type Spawned } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { sideways, smallTargets, violations } from './checks.ts';
import { spawnDemo } from './demo.ts';
import { everyState } from './states.ts';
import { tour } from './tour.ts';

let kitty: Spawned;
let browser: Browser;

beforeAll(async () => {
  [kitty, browser] = await Promise.all([spawnDemo(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await endAll();
});

test('no state of any page has a WCAG violation, scrolls sideways at 320 pixels or has a small target', async () => {
  const { stops } = await tour(kitty);
  const found: string[] = [];
  let seen = 0;
  await everyState(browser, kitty.url, stops, { width: 320, height: 640 }, async (page, name) => {
    seen++;
    found.push(...(await violations(page, name)), ...(await sideways(page, name)), ...(await smallTargets(page, name)));
  });
  expect(found).toEqual([]);
  expect(seen).toBeGreaterThan(100);
}, 400_000);
