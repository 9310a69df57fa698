// How people use Kitty in a month: assumptions of November 2026, each with its reason, to be replaced by a place's own counts.
// Change one for a single bill with `npm run cost -- --set activeShare=1`.
import * as z from 'zod';

interface Assumption {
  readonly value: number;
  readonly why: string;
}

export const USAGE = {
  activeShare: {
    value: 0.6,
    why: 'of holders sign in during a month: notices say what matters, standing contributions and confirmations need nobody',
  },
  visits: { value: 4, why: 'visits of somebody who does sign in: one for each week’s session' },
  readsAVisit: { value: 8, why: 'requests: who I am, my pools, a pool, its commissions, my money, its history' },
  searches: { value: 1, why: 'a month, of somebody active; most months they look for nothing new' },
  codeShare: { value: 0.7, why: 'of visits begin with a code by email, the others with a passkey' },
  sessionsAPool: { value: 13, why: 'three weekly sessions, twelve in four weeks: a busy pool' },
  proposalsAPool: { value: 1.1, why: 'three orders of twelve weekly sessions, renewed as they end' },
  confirmedShare: {
    value: 0.5,
    why: 'of sessions are confirmed by somebody, the others by nobody objecting for 7 days',
  },
  standingAHolder: { value: 13 / 12, why: 'one standing contribution with each four-weekly instalment' },
  contributionsAHolder: { value: 0.1, why: 'by hand, about once a year' },
  allocationsAHolder: { value: 1.2, why: 'imported again each year; some people have two streams' },
  poolMonths: { value: 24, why: 'that a pool lasts' },
  leavingAPool: { value: 1 / 12, why: 'one person a year' },
  enterprisesAHolder: { value: 40 / 350, why: 'Barking and Dagenham: 40 enterprises for 350 holders' },
  offersAnEnterprise: { value: 2.5, why: 'a class at two levels, and something once' },
  readsASession: { value: 4, why: 'by the enterprise: its calendar, the order, before and after' },
  holdersAnOfficer: { value: 350, why: 'direct payments that one officer of the council looks after' },
  totalsAnOfficer: { value: 20, why: 'looks at the place’s totals: each working day' },
  textShare: { value: 0.2, why: 'of people have chosen text messages instead of email' },
  deployments: { value: 2, why: 'a month, of a newer version' },
  headBytes: { value: 60, why: 'that a journal’s head takes in the file of its day: heads.store.ts' },
  filesAVisit: { value: 6, why: 'page, settings and what the browser does not have yet' },
  kilobytesAVisit: { value: 60, why: 'half of a first visit’s, because hashed files stay in the browser' },
  kilobytesARead: { value: 3, why: 'a pool’s page with headers' },
  logBytesARequest: { value: 300, why: 'one line of API Gateway’s, with CloudWatch’s own 26 bytes' },
  logBytesARun: { value: 500, why: 'two lines of the clock' },
  apiPeak: { value: 20, why: 'times as many requests at once in the busiest minute as on average' },
  pageMs: { value: 30, why: 'for DynamoDB to hand over one page of 1 MB of a query over the whole place' },
  databaseMs: { value: 5, why: 'for a round trip to DynamoDB from Lambda, where AWS says single-digit milliseconds' },
  notifyMs: { value: 200, why: 'for GOV.UK Notify to take a message' },
  sentAtOnce: { value: 10, why: 'messages, as in sending.actions.ts' },
  monthsKept: { value: 12, why: 'of events and notices are in the table: nothing in it is ever deleted' },
} as const satisfies Record<string, Assumption>;
export type UsageName = keyof typeof USAGE;
export const isUsageName = (name: string): name is UsageName => name in USAGE;
const USAGE_NAMES = Object.keys(USAGE).filter(isUsageName);
const whole = z.record(z.enum(USAGE_NAMES), z.number());
export type Usage = Readonly<Record<UsageName, number>>;

/** The default assumptions, with some of them changed. */
export function usageWith(changes: Partial<Usage> = {}): Usage {
  const all: Partial<Record<UsageName, number>> = {};
  for (const name of USAGE_NAMES) all[name] = changes[name] ?? USAGE[name].value;
  return whole.parse(all);
}
