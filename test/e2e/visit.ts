// Opens pages of a running Kitty as some person, on a screen of some size, and waits until they have loaded.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { Stop } from './tour.ts';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly easy?: boolean;
}

/** A browser window with its own session. */
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

/** Each page's unanswered requests. */
const pendingRequests = new WeakMap<Page, Set<Request>>();
/** How many requests each page has made. */
const requestCounts = new WeakMap<Page, number>();

function follow(page: Page): void {
  const open = new Set<Request>();
  pendingRequests.set(page, open);
  page.on('request', (request) => {
    // A new document cancels the requests of the old one; the browser does not always report that.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    open.add(request);
    requestCounts.set(page, (requestCounts.get(page) ?? 0) + 1);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 5;

/** Waits for two animation frames and the tasks after them: the page has then rendered the last answer and sent any request that follows from it. */
const renderedTwice = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });

/** Waits until the main heading is there, every request is answered, and rendering the answers has caused no new request. */
export async function loaded(page: Page): Promise<void> {
  const heading = page.locator('main:not(.kitty-loading) h1').first();
  const open = pendingRequests.get(page);
  if (!open) throw new Error('open the page’s window with open()');
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    await heading.waitFor();
    for (; open.size > 0; await sleep(LOOK_AGAIN_MS))
      if (Date.now() > deadline) throw new Error(`${page.url()} waits for ${[...open].map((one) => one.url())}`);
    const before = requestCounts.get(page);
    await page.evaluate(() => document.fonts.ready);
    await renderedTwice(page);
    if (open.size === 0 && requestCounts.get(page) === before && (await heading.isVisible())) return;
  }
}

/** Signs in as a persona through the sign-in service, which returns to the path. */
async function signInAs(page: Page, url: string, as: string, path: string): Promise<void> {
  await page.goto(`${url}/local/sign-in?as=${as}&to=${encodeURIComponent(path)}`);
  await page.waitForURL((at) => at.pathname + at.search === path);
}

/** Who is signed in on each page. */
const signedIn = new WeakMap<Page, string>();

export async function goTo(page: Page, url: string, { as, path }: Pick<Stop, 'as' | 'path'>): Promise<void> {
  if (as === undefined || signedIn.get(page) === as) await page.goto(url + path);
  else await signInAs(page, url, as, path);
  if (as !== undefined) signedIn.set(page, as);
  await loaded(page);
}
