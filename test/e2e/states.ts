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

const AGREEMENT = {
  decisionRule: 'two-thirds',
  quorum: 3,
  votingDays: 14,
  noticeWeeks: 2,
  openBooks: true,
  absence: 'pay',
};
const NEWER = {
  ...problem(409, 'agreement-changed'),
  body: JSON.stringify({
    ...JSON.parse(problem(409, 'agreement-changed').body),
    agreementVersion: 9,
    agreement: { ...AGREEMENT, version: 9 },
  }),
};

/** Changes what one route answers. */
const answering =
  (change: (body: Record<string, unknown>) => unknown) =>
  async (route: Route): Promise<void> => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  };

/** A new agreement that everybody has still to sign. */
const pending = answering((pool) => {
  const members = pool.members as { personId: string }[];
  return {
    ...pool,
    pendingAgreement: {
      ...AGREEMENT,
      votingDays: 3,
      version: 8,
      notYetSigned: members.map(({ personId }) => personId),
    },
  };
});

const DISPUTE = {
  commissionId: '0123456789abcdef-0123456789abcdef',
  session: 3,
  poolId: '0123456789abcdef',
  poolName: 'Saturday football',
  title: 'Saturday football',
  enterpriseId: 'football',
  disputedAt: '2026-03-03T12:00:00.000Z',
  pricePence: 4800,
  saidPence: { pool: 0, enterprise: 2400 },
};
const { disputedAt: _, saidPence: __, ...UNSAID } = { ...DISPUTE, session: 4 };
const disputes = answering(() => ({ items: [DISPUTE, UNSAID], next: 'more_x#1' }));

/** The sessions that are still to come have begun, yesterday. */
const begun = answering((commission) => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const sessions = commission.sessions as { status: string }[];
  return {
    ...commission,
    status: 'accepted',
    sessions: sessions.map((one) => (one.status === 'planned' ? { ...one, on: yesterday, funded: true } : one)),
  };
});

/** States of single pages: what the API answers to some of the page's requests, and a button that is then pressed. */
const SINGLE: readonly {
  readonly name: string;
  readonly of: string;
  readonly answers: readonly (readonly [RegExp, (route: Route) => Promise<void>])[];
  readonly press?: RegExp;
  readonly reads: RegExp;
}[] = [
  {
    name: 'join-pool-changed',
    of: 'join-pool',
    answers: [[/\/acceptance$/, (route) => route.fulfill(NEWER)]],
    press: /I sign/,
    reads: /has changed its agreement since/,
  },
  {
    name: 'agreement-changed',
    of: 'agreement',
    answers: [
      [/\/v1\/pools\/[^/]+$/, pending],
      [/\/signatures$/, (route) => route.fulfill(NEWER)],
    ],
    press: /^Sign the new/,
    reads: /has changed it again/,
  },
  { name: 'disputes-some', of: 'disputes', answers: [[/\/v1\/disputes/, disputes]], reads: /pay £24/ },
  { name: 'start-broker-some', of: 'start-broker', answers: [[/\/v1\/disputes/, disputes]], reads: /More than 2/ },
  { name: 'delivery-begun', of: 'delivery', answers: [[/\/v1\/commissions\//, begun]], reads: /It has begun/ },
  { name: 'session-begun', of: 'session-to-come', answers: [[/\/v1\/commissions\//, begun]], reads: /It has begun/ },
  {
    name: 'session-enterprise-begun',
    of: 'session-enterprise',
    answers: [[/\/v1\/commissions\//, begun]],
    reads: /Has it taken place/,
  },
];

const singleStates = (stops: readonly Stop[]): State[] =>
  SINGLE.map(({ name, of, answers, press, reads }) => {
    const stop = stops.find((one) => one.name === of);
    if (!stop) throw new Error(`no page is called ${of}`);
    return {
      name,
      stop,
      async show(page, url) {
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        for (const [path, answer] of answers) await page.route(path, answer);
        await page.goto(url + stop.path);
        await loaded(page);
        if (press) await page.getByRole('button', { name: press }).click();
        await page.getByRole('main').getByText(reads).first().waitFor();
      },
    };
  });

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
  for (const [as, states] of Map.groupBy([...statesOf(stops), ...singleStates(stops)], ({ stop }) => stop.as)) {
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
