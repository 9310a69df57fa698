// Opens pages of a running Kitty as somebody, on a screen of some size, and waits until they stand.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
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
  context.on('page', follow);
  if (easy) await context.addInitScript(() => localStorage.setItem('kitty.easy-read', 'yes'));
  return context;
}

/** The requests of each page that are under way. */
const underWay = new WeakMap<Page, Set<Request>>();
/** How many each page has made. */
const made = new WeakMap<Page, number>();

function follow(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => {
    // With a new document those of the old one are over, whether or not the browser says so.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    open.add(request);
    made.set(page, (made.get(page) ?? 0) + 1);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 5;

/** Two frames, each with what was to be done after it: an answer is drawn in the first, and what that asks for next begins. */
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });

/** Waits until the page's heading stands, every request is answered, and drawing the answers has asked for nothing more. */
export async function stands(page: Page): Promise<void> {
  const heading = page.locator('main:not(.kitty-loading) h1').first();
  const open = underWay.get(page);
  if (!open) throw new Error('open the page’s window with open()');
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    await heading.waitFor();
    for (; open.size > 0; await sleep(LOOK_AGAIN_MS))
      if (Date.now() > deadline) throw new Error(`${page.url()} waits for ${[...open].map((one) => one.url())}`);
    const before = made.get(page);
    await page.evaluate(() => document.fonts.ready);
    await twoFrames(page);
    if (open.size === 0 && made.get(page) === before && (await heading.isVisible())) return;
  }
}

/** Signs in as a persona through the sign-in service, and lands on the path. */
export async function signInAs(page: Page, url: string, as: string, path: string): Promise<void> {
  await page.goto(`${url}/local/sign-in?as=${as}&to=${encodeURIComponent(path)}`);
  await page.waitForURL((at) => at.pathname + at.search === path);
}

/** Who has signed in on each page. */
const signedIn = new WeakMap<Page, string>();

export async function goTo(page: Page, url: string, { as, path }: Pick<Stop, 'as' | 'path'>): Promise<void> {
  if (as === undefined || signedIn.get(page) === as) await page.goto(url + path);
  else await signInAs(page, url, as, path);
  if (as !== undefined) signedIn.set(page, as);
  await stands(page);
}
