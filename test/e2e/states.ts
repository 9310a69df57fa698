// The other states of a page: empty, loading, offline, error, not found, not allowed.
import type { Browser, Page, Route } from 'playwright-core';
import type { Stop } from './tour.ts';
import { goTo, type Look, loaded, open } from './visit.ts';

interface State {
  /** Usable as a file name. */
  readonly name: string;
  readonly stop: Stop;
  /** Opens the page in that state; its person is already signed in. */
  show(page: Page, url: string): Promise<void>;
}

const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `/problems/${code}`, code, status, title: code }),
});

/** Empties every list that the page reads. */
const emptied = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const body = await response.json();
  for (const [name, value] of Object.entries(body)) if (name === 'items' && Array.isArray(value)) body[name] = [];
  await route.fulfill({ response, json: body });
};

/** How each state changes the API's answers to the page's requests. */
const ANSWERS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  empty: emptied,
  // Never answered, so the page keeps waiting.
  loading: async () => {},
  offline: async (route) => {
    await route
      .request()
      .frame()
      .page()
      .evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }))
      // The page may already be navigating away.
      .catch(() => undefined);
    await route.abort('internetdisconnected');
  },
  error: (route) => route.fulfill({ status: 502, body: 'Bad gateway' }),
  missing: (route) => route.fulfill(problem(404, 'not-found')),
  'not-allowed': (route) => route.fulfill(problem(403, 'not-granted')),
};

const LISTS = [
  'my-money',
  'my-pools',
  'find',
  'statement',
  'history',
  'my-enterprises',
  'calendar',
  'earnings',
  'offer-signed-in',
];
/** Pages that load data before they can show anything. */
const READING = [
  ...[
    'find',
    'offer',
    'my-money',
    'statement',
    'my-pools',
    'join-pool',
    'pool',
    'put-in',
    'take-back',
    'invite',
    'leave',
  ],
  ...[
    'agreement',
    'history',
    'propose',
    'vote',
    'commission',
    'session',
    'my-supporters',
    'contact',
    'my-enterprises',
    'enterprise',
  ],
  ...['change-offer', 'calendar', 'earnings', 'request', 'place'],
];

const statesOf = (stops: readonly Stop[]): State[] =>
  stops.flatMap((stop) =>
    Object.entries(ANSWERS)
      .filter(([state]) => (state === 'empty' ? LISTS : READING).includes(stop.name))
      .filter(([state]) => stop.as !== undefined || (state !== 'not-allowed' && state !== 'missing'))
      .map(([state, answer]) => ({
        name: `${stop.name}-${state}`,
        stop,
        async show(page: Page, url: string) {
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          // /v1/me is requested by the frame around the page, not by the page.
          await page.route(/\/v1\/(?!me$)/, answer);
          await page.goto(url + stop.path);
          await (state === 'loading' ? page.locator('main [role=status]').first().waitFor() : loaded(page));
        },
      })),
  );

/** Calls `see` with every state, in one window per person. */
export async function everyState(
  browser: Browser,
  url: string,
  stops: readonly Stop[],
  look: Look,
  see: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const [as, states] of Map.groupBy(statesOf(stops), ({ stop }) => stop.as)) {
    const context = await open(browser, look);
    const page = await context.newPage();
    if (as !== undefined) await goTo(page, url, { as, path: '/privacy' });
    for (const { name, show } of states) {
      await show(page, url);
      await see(page, name);
    }
    await context.close();
  }
}
