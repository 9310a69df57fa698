// A month's bill: operations that people do × what each costs × list prices. Pure and exact; rounding is for whoever prints it.
import { catalogueTtlMs } from '../../../functions/catalogue/catalogue.ts';
import { totalsTtlMs } from '../../../functions/views/views.actions.ts';
import { type Counts, countsOf, journalsOf, MINUTES, type Place } from './counts.ts';
import type { Deployed } from './deployed.ts';
import { type Measured, OPERATIONS, type Operation, type OperationName, type Work } from './measured.ts';
import { POUNDS_A_DOLLAR, PRICES, type PriceName, TEXT_MESSAGE } from './prices.ts';
import type { Usage } from './usage.ts';

interface Item {
  readonly service: string;
  readonly what: string;
  readonly quantity: number;
  readonly per: string;
  readonly dollars: number;
  readonly pounds: number;
  /** After the account's permanent free allowances. */
  readonly poundsAfterFree: number;
  /** Whether it is in `monthlyPounds`: text messages are not AWS's, and a line of their own. */
  readonly inTotal: boolean;
}

export interface Bill {
  /** AWS, at list prices, without VAT and without free allowances but for the dashboard. */
  readonly monthlyPounds: number;
  readonly perHolderPence: number;
  readonly afterFreePounds: number;
  readonly textMessagesPounds: number;
  readonly items: readonly Item[];
}

const READ_BYTES = 4096;
/** Of `npm run build:web`, and its versions of the last 30 days. */
const WEB_GIGABYTES = 0.02;
const FILES_A_DEPLOYMENT = 200;
/** Requests to the API for one operation, where it is not one. */
const REQUESTS: Partial<Record<OperationName, number>> = {
  startPool: 7,
  importRow: 0,
  signIn: 0,
  clockStep: 0,
  remind: 0,
  send: 0,
  keepHead: 0,
  idleClock: 0,
  idleNotices: 0,
};
/** These read all of a place: counted from its size, not from the measurement. */
const WHOLE_PLACE: ReadonlySet<OperationName> = new Set(['search', 'totals']);
/** What vCPU a Lambda has: a whole one at so many megabytes. */
const WHOLE_CPU_MEGABYTES = 1769;

/** How often all of a place's offers, or all its views, are read, and their cost, which measuring a small place does not show. */
function wholePlace(place: Place, usage: Usage, measured: Measured, counts: Counts, processes: number) {
  /** Once for each request, but no more often than each process's cache expires. */
  const loads = (asked: number, freshMs: number): number =>
    Math.min(asked, (processes * MINUTES * 60_000) / Math.max(1, freshMs));
  const offers = place.holders * usage.enterprisesAHolder * usage.offersAnEnterprise;
  const journals = journalsOf(place, usage);
  const search = { loads: loads(counts.search, catalogueTtlMs(offers)), bytes: offers * measured.offerBytes };
  const totals = { loads: loads(counts.totals, totalsTtlMs(journals)), bytes: journals * measured.viewBytes };
  const units = ({ bytes }: { bytes: number }): number => Math.max(1, Math.ceil(bytes / READ_BYTES));
  const pages = ({ bytes }: { bytes: number }): number => Math.max(1, Math.ceil(bytes / 2 ** 20));
  return {
    /** Offers consistently, which costs twice what views do. */
    reads: search.loads * units(search) + (totals.loads * units(totals)) / 2,
    pages: search.loads * pages(search) + totals.loads * pages(totals),
  };
}

export function billOf(place: Place, usage: Usage, measured: Measured, deployed: Deployed): Bill {
  const { holders } = place;
  const counts = countsOf(place, usage, measured, deployed);
  const total = (of: (operation: Operation, name: OperationName) => number): number =>
    OPERATIONS.reduce((sum, name) => sum + counts[name] * of(measured.operations[name], name), 0);
  const requests = total((_, name) => REQUESTS[name] ?? 1);
  const events = total((operation) => operation.events);
  const gigabytes = (total(({ bytes }) => bytes) * usage.monthsKept) / 2 ** 30;
  const visits = counts.signIn;
  const people = holders * (usage.activeShare + usage.enterprisesAHolder) + Math.ceil(holders / usage.holdersAnOfficer);
  const asking = total(({ own }, name) => ((REQUESTS[name] ?? 1) > 0 ? own.trips : 0)) * usage.databaseMs;
  const processes = Math.ceil((usage.apiPeak * asking) / (MINUTES * 60_000));
  const whole = wholePlace(place, usage, measured, counts, processes);
  const reads = total(({ own, stream }, name) => (WHOLE_PLACE.has(name) ? 0 : own.read) + stream.read) + whole.reads;
  const lambda = secondsOf(counts, usage, measured, deployed, { requests, events, visits, pages: whole.pages });

  const items: Item[] = [];
  const add = (service: string, what: string, price: PriceName, quantity: number, counted = 0): void => {
    const { dollars, per, ...one } = PRICES[price];
    const free = 'free' in one ? one.free : 0;
    const paid = dollars * Math.max(0, quantity - counted);
    const left = dollars * Math.max(0, quantity - free);
    items.push({
      service,
      what,
      quantity,
      per,
      dollars: paid,
      pounds: paid * POUNDS_A_DOLLAR,
      poundsAfterFree: left * POUNDS_A_DOLLAR,
      inTotal: true,
    });
  };
  add('Cognito', 'people who sign in', 'activePeople', people);
  add('CloudWatch', 'alarms', 'alarms', deployed.alarms);
  // The one free allowance that is counted: three for each account, and $3 would be most of this bill.
  add('CloudWatch', 'dashboard (three are free)', 'dashboards', deployed.dashboards, PRICES.dashboards.free);
  add('CloudWatch', 'logs', 'logs', logGigabytes(usage, requests, counts));
  add('Secrets Manager', 'the key of GOV.UK Notify', 'secrets', deployed.secrets);
  add('Secrets Manager', 'reading it', 'secretReads', deployed.secrets * Math.min(counts.idleNotices, counts.send));
  add(
    'DynamoDB',
    'writing',
    'writeUnits',
    total(({ own, stream }) => own.write + stream.write),
  );
  add('DynamoDB', 'reading', 'readUnits', reads);
  add('DynamoDB', `keeping ${usage.monthsKept} months`, 'storage', gigabytes);
  add('DynamoDB', 'restoring to any second of 35 days', 'backup', gigabytes);
  add('Lambda', 'invocations', 'invocations', lambda.invocations);
  add('Lambda', 'time', 'gigabyteSeconds', lambda.gigabyteSeconds);
  add('API Gateway', 'requests', 'apiRequests', requests);
  const files = visits * usage.filesAVisit;
  add('CloudFront', 'requests', 'siteRequests', requests + files);
  const kilobytes = visits * usage.kilobytesAVisit + requests * usage.kilobytesARead;
  add('CloudFront', 'what it sends', 'siteGigabytes', kilobytes / 2 ** 20);
  add('CloudFront', 'function that finds the page', 'edgeRuns', files);
  add('S3', 'the web with its older versions', 'files', WEB_GIGABYTES);
  const heads = (counts.keepHead * usage.monthsKept * usage.headBytes) / 2 ** 30;
  add('S3', `journals’ heads of ${usage.monthsKept} months`, 'files', heads);
  add('S3', 'writing heads and deployments', 'filePuts', 31 + FILES_A_DEPLOYMENT * usage.deployments);
  add('S3', 'files that CloudFront does not have yet', 'fileGets', files / 5);
  add('EventBridge', 'starts of the clock and of sending', 'schedules', counts.idleClock + counts.idleNotices);
  add('SES', 'codes for signing in', 'emails', visits * usage.codeShare);

  const bySes = deployed.noticesBy === 'ses';
  if (bySes) add('SES', 'notices', 'emails', counts.send);

  const texts = bySes ? 0 : counts.send * usage.textShare * measured.textsANotice;
  const textMessagesPounds = texts * TEXT_MESSAGE.pounds;
  items.push({
    service: 'GOV.UK Notify',
    what: 'text messages, not AWS’s and not in the total',
    quantity: texts,
    per: 'text message',
    dollars: 0,
    pounds: textMessagesPounds,
    poundsAfterFree: Math.max(0, texts - TEXT_MESSAGE.freeAYear / 12) * TEXT_MESSAGE.pounds,
    inTotal: false,
  });
  const sum = (of: 'pounds' | 'poundsAfterFree'): number =>
    items.reduce((all, item) => all + (item.inTotal ? item[of] : 0), 0);
  const monthlyPounds = sum('pounds');
  const perHolderPence = (100 * monthlyPounds) / holders;
  return { monthlyPounds, perHolderPence, afterFreePounds: sum('poundsAfterFree'), textMessagesPounds, items };
}

function logGigabytes(usage: Usage, requests: number, counts: Counts): number {
  const bytes =
    requests * usage.logBytesARequest + counts.idleClock * usage.logBytesARun + counts.send * usage.logBytesARun;
  return bytes / 2 ** 30;
}

interface Traffic {
  readonly requests: number;
  readonly events: number;
  readonly visits: number;
  /** Of queries over the whole place. */
  readonly pages: number;
}

/** Lambda's time: waiting for DynamoDB and Notify, and working, which takes longer where there is less memory. */
function secondsOf(counts: Counts, usage: Usage, measured: Measured, deployed: Deployed, traffic: Traffic) {
  const megabytes = (lambda: string): number => deployed.megabytes[lambda] ?? 1024;
  const gigabyteSeconds = (lambda: string, times: number, trips: number, workMs: number, waitMs = 0): number => {
    const slower = Math.max(1, WHOLE_CPU_MEGABYTES / megabytes(lambda));
    const ms = trips * usage.databaseMs + times * workMs * slower + waitMs;
    return (ms / 1000) * (megabytes(lambda) / 1024);
  };
  const trips = (of: (operation: Operation) => Work, names: readonly OperationName[] = OPERATIONS): number =>
    names.reduce((sum, name) => sum + counts[name] * of(measured.operations[name]).trips, 0);
  const own = ({ own }: Operation): Work => own;
  const clock: readonly OperationName[] = ['clockStep', 'remind', 'idleClock'];
  const sending: readonly OperationName[] = ['send', 'idleNotices'];
  const elsewhere = new Set<OperationName>([...clock, ...sending, 'signIn', 'importRow', 'keepHead']);
  const asked = OPERATIONS.filter((name) => !elsewhere.has(name));
  const ms = measured.handlerMs;
  return {
    // The stream’s events may come several at once; here each comes alone.
    invocations: traffic.requests + traffic.events + counts.signIn + counts.idleClock + counts.idleNotices,
    gigabyteSeconds:
      gigabyteSeconds('api', traffic.requests, trips(own, asked), ms, traffic.pages * usage.pageMs) +
      // As if each visit found no Lambda running: in a small place that is nearly so.
      gigabyteSeconds('api', traffic.visits, 0, measured.coldMs) +
      gigabyteSeconds('on-sign-in', traffic.visits, trips(own, ['signIn']), measured.coldMs) +
      gigabyteSeconds('keep-heads', counts.keepHead, trips(own, ['keepHead']), ms) +
      gigabyteSeconds('imports', counts.importRow, trips(own, ['importRow']), ms) +
      gigabyteSeconds(
        'on-journal',
        traffic.events,
        trips(({ stream }) => stream),
        ms,
      ) +
      gigabyteSeconds('on-clock', counts.clockStep + counts.idleClock, trips(own, clock), ms) +
      gigabyteSeconds(
        'send-notices',
        counts.send + counts.idleNotices,
        trips(own, sending),
        ms,
        (counts.send * usage.notifyMs) / usage.sentAtOnce,
      ),
  };
}
