// The states that a page can be in besides the one where all is well: empty, loading, offline, error, not found, not allowed.
import type { Browser, Page, Route } from 'playwright-core';
import type { Stop } from './tour.ts';
import { goTo, type Look, open, stands } from './visit.ts';

interface State {
  /** File-safe. */
  readonly name: string;
  readonly stop: Stop;
  /** Opens the page in that state; whoever sees it is signed in. */
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

/** What each state makes of the API's answers to the page's own reads. */
const TURNS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  empty: emptied,
  // Never answered: the page goes on waiting.
  loading: async () => {},
  offline: async (route) => {
    await route
      .request()
      .frame()
      .page()
      .evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }))
      // It may be on its way to the next page already.
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
/** Pages that read something of their own before they can show anything. */
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
    Object.entries(TURNS)
      .filter(([turn]) => (turn === 'empty' ? LISTS : READING).includes(stop.name))
      .filter(([turn]) => stop.as !== undefined || (turn !== 'not-allowed' && turn !== 'missing'))
      .map(([turn, answer]) => ({
        name: `${stop.name}-${turn}`,
        stop,
        async show(page: Page, url: string) {
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          // Who I am is asked by the frame, not by the page.
          await page.route(/\/v1\/(?!me$)/, answer);
          await page.goto(url + stop.path);
          await (turn === 'loading' ? page.locator('main [role=status]').first().waitFor() : stands(page));
        },
      })),
  );

/** Shows every state to `see`, in one window for each person. */
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
