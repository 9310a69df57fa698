// The bill: exact sums, under £5 for a place of 350 people, and never more for each person when there are more.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bill, billOf } from '../../../infra/aws/cost/bill.ts';
import { countDeployed, type Deployed } from '../../../infra/aws/cost/deployed.ts';
import { type Measured, OPERATIONS, type Operation, readMeasured } from '../../../infra/aws/cost/measured.ts';
import { POUNDS_A_DOLLAR, PRICES, TEXT_MESSAGE } from '../../../infra/aws/cost/prices.ts';
import { USAGE, usageWith } from '../../../infra/aws/cost/usage.ts';
import { LAMBDAS } from '../../../infra/bundle.ts';
import { synthesise } from './synthesis.ts';

const POOLS_A_HOLDER = 60 / 350;
let deployed: Deployed;
beforeAll(() => {
  deployed = countDeployed('notify');
}, 60_000);

const bill = (holders: number, changes: Parameters<typeof usageWith>[0] = {}): Bill =>
  billOf({ holders, pools: holders * POOLS_A_HOLDER }, usageWith(changes), readMeasured(), deployed);

describe('the bill of a place', () => {
  test('is under £5 a month for 350 holders and 60 pools, at list prices and before VAT', () => {
    expect(bill(350).monthlyPounds).toBeLessThan(5);
  });

  test('for each holder does not grow with their number, up to a million', () => {
    const each = [350, 1000, 3500, 10_000, 35_000, 100_000, 350_000, 1_000_000].map(
      (holders) => bill(holders).perHolderPence,
    );
    expect(each).toEqual(each.toSorted((a, b) => b - a));
  });

  test('has text messages on a line of their own, which is not in the sum for AWS', () => {
    const none = bill(350, { textShare: 0 });
    const all = bill(350, { textShare: 1 });
    expect(none.textMessagesPounds).toBe(0);
    expect(all.textMessagesPounds).toBeGreaterThan(0);
    expect(all.monthlyPounds).toBe(none.monthlyPounds);
    expect(all.items.filter(({ inTotal }) => !inTotal).map(({ service }) => service)).toEqual(['GOV.UK Notify']);
  });

  test('is the sum of its lines, and never more after free allowances than before', () => {
    const { items, monthlyPounds, afterFreePounds, perHolderPence } = bill(350);
    const counted = items.filter(({ inTotal }) => inTotal);
    expect(monthlyPounds).toBeCloseTo(
      counted.reduce((sum, { pounds }) => sum + pounds, 0),
      10,
    );
    expect(perHolderPence).toBeCloseTo((100 * monthlyPounds) / 350, 10);
    expect(afterFreePounds).toBeLessThan(monthlyPounds);
    for (const { what, pounds, poundsAfterFree } of counted) expect(poundsAfterFree, what).toBeLessThanOrEqual(pounds);
  });

  test('says how many more people sign in when all do', () => {
    const people = (changes: object) => bill(350, changes).items.find(({ service }) => service === 'Cognito')?.quantity;
    expect(people({ activeShare: 1 })).toBe(350 + 40 + 1);
    expect(people({ activeShare: 0 })).toBe(40 + 1);
  });
});

test('multiplies exactly: what people do, by what it costs, by its price', () => {
  const nothing: Operation = {
    own: { write: 0, read: 0, trips: 0 },
    stream: { write: 0, read: 0, trips: 0 },
    events: 0,
    notices: 0,
    bytes: 0,
  };
  const operations = Object.fromEntries(OPERATIONS.map((name) => [name, nothing])) as Measured['operations'];
  const vote = {
    ...nothing,
    own: { write: 2, read: 3, trips: 4 },
    stream: { write: 1, read: 0.5, trips: 2 },
    notices: 2,
    bytes: 2 ** 20,
  };
  const measured: Measured = {
    measuredOn: '2026-11-22',
    operations: { ...operations, vote },
    offerBytes: 0,
    viewBytes: 0,
    textsANotice: 2,
    handlerMs: 0,
    coldMs: 0,
  };
  const quiet = Object.fromEntries(Object.keys(USAGE).map((name) => [name, 0]));
  const usage = usageWith({
    ...quiet,
    proposalsAPool: 3,
    textShare: 0.5,
    monthsKept: 6,
    holdersAnOfficer: 1000,
    poolMonths: 1,
    sentAtOnce: 1,
  });
  const none: Deployed = { noticesBy: 'notify', alarms: 0, dashboards: 1, secrets: 2, everyMinutes: {}, megabytes: {} };
  // Ten pools of six: 3 proposals each, on which five people vote before the last decides.
  const { items, textMessagesPounds } = billOf({ holders: 60, pools: 10 }, usage, measured, none);
  const dollars = (what: string) => items.find((item) => item.what === what)?.dollars;
  const votes = 10 * 3 * 5;
  expect(dollars('writing')).toBeCloseTo(votes * 3 * PRICES.writeUnits.dollars, 12);
  expect(dollars('keeping 6 months')).toBeCloseTo(((votes * 6) / 1024) * PRICES.storage.dollars, 12);
  expect(dollars('the key of GOV.UK Notify')).toBe(0.8);
  expect(dollars('dashboard (three are free)')).toBe(0);
  expect(textMessagesPounds).toBeCloseTo(votes * 2 * 0.5 * 2 * TEXT_MESSAGE.pounds, 12);
  for (const item of items.filter(({ inTotal }) => inTotal)) expect(item.pounds).toBe(item.dollars * POUNDS_A_DOLLAR);
});

describe('what a deployment creates', () => {
  test('is counted in the templates, and every schedule starts a Lambda that the bill knows', () => {
    const everything = synthesise({
      stage: 'prod',
      place: 'demo',
      'notify-email-template': '0',
      'notify-text-template': '0',
    });
    expect(deployed.alarms).toBe(everything.of('AWS::CloudWatch::Alarm').length);
    expect(deployed.secrets).toBe(everything.of('AWS::SecretsManager::Secret').length);
    expect(Object.keys(deployed.everyMinutes)).toHaveLength(everything.of('AWS::Scheduler::Schedule').length);
    everything.remove();
    const names = LAMBDAS.map(({ name }) => name);
    expect(Object.keys(deployed.megabytes).toSorted()).toEqual(names.toSorted());
    for (const name of Object.keys(deployed.everyMinutes)) expect(names).toContain(name);
  }, 60_000);

  test('every price has a day and a source, every assumed habit a reason', () => {
    for (const [name, { source }] of Object.entries(PRICES)) {
      expect(source, name).toMatch(/https:\/\/\S+/);
      expect(source, name).toMatch(/20\d\d-\d\d-\d\d/);
    }
    for (const [name, { why }] of Object.entries(USAGE)) expect(why.length, name).toBeGreaterThan(10);
  });
});
