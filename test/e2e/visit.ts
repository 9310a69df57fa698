// Opens pages of a running Kitty as somebody, on a screen of some size, and waits until they stand.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Stop } from './tour.ts';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly easy?: boolean;
}

/** A person's own browser window. */
export async function open(
  browser: Browser,
  { width = 1280, height = 900, dark, easy }: Look = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  if (easy) await context.addInitScript(() => localStorage.setItem('kitty.easy-read', 'yes'));
  return context;
}

const QUIET_MS = 150;

/** Waits until the page's heading stands and nothing has been asked of the server for a moment. */
export async function stands(page: Page): Promise<void> {
  await page.locator('main:not(.kitty-loading) h1').first().waitFor();
  for (let asked = -1, now = 0; asked !== now; ) {
    asked = await page.evaluate(() => performance.getEntriesByType('resource').length);
    await page.waitForTimeout(QUIET_MS);
    now = await page.evaluate(() => performance.getEntriesByType('resource').length);
  }
  await page.locator('main:not(.kitty-loading) h1').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Signs in as a persona through the sign-in service, and lands on the path. */
export async function signInAs(page: Page, url: string, as: string, path: string): Promise<void> {
  await page.goto(`${url}/local/sign-in?as=${as}&to=${encodeURIComponent(path)}`);
  await page.waitForURL((at) => at.pathname + at.search === path);
}

export async function goTo(page: Page, url: string, { as, path }: Pick<Stop, 'as' | 'path'>): Promise<void> {
  if (as === undefined) await page.goto(url + path);
  else await signInAs(page, url, as, path);
  await stands(page);
}
