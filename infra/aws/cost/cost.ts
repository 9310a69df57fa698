// npm run cost [-- --holders 350 --pools 60] [--notices ses] [--set assumption=number] [--json]: what Kitty costs a month on AWS, line by line, from
// measured units (measured.json), usage assumptions (usage.ts), dated list prices (prices.ts) and the templates (deployed.ts).
import { parseArgs } from 'node:util';
import { type Bill, billOf } from './bill.ts';
import type { Place } from './counts.ts';
import { countDeployed } from './deployed.ts';
import { readMeasured } from './measured.ts';
import { POUNDS_A_DOLLAR, VAT } from './prices.ts';
import { isUsageName, USAGE, type UsageName, usageWith } from './usage.ts';

/** As many pools for each holder as Barking and Dagenham would have. */
const POOLS_A_HOLDER = 60 / 350;
const SIZES = [350, 10_000, 1_000_000];

function placesOf(holders: string | undefined, pools: string | undefined): Place[] {
  if (holders === undefined) return SIZES.map((size) => ({ holders: size, pools: Math.round(size * POOLS_A_HOLDER) }));
  const place = {
    holders: Number(holders),
    pools: pools === undefined ? Math.ceil(Number(holders) * POOLS_A_HOLDER) : Number(pools),
  };
  if (!(place.holders >= 1) || !(place.pools >= 1)) throw new Error('--holders and --pools are numbers from 1 up.');
  return [place];
}

function changesOf(words: readonly string[]): Partial<Record<UsageName, number>> {
  const changes: Partial<Record<UsageName, number>> = {};
  for (const word of words) {
    const [name = '', value] = word.split('=');
    if (!isUsageName(name) || !(Number(value) >= 0))
      throw new Error(`--set takes one of these, = and a number: ${Object.keys(USAGE).join(', ')}.`);
    changes[name] = Number(value);
  }
  return changes;
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
const asJson = ({ holders, pools }: Place, bill: Bill) => ({
  holders,
  pools,
  monthlyPounds: rounded(bill.monthlyPounds, 2),
  perHolderPence: rounded(bill.perHolderPence, 4),
  afterFreePounds: rounded(bill.afterFreePounds, 2),
  textMessagesPounds: rounded(bill.textMessagesPounds, 2),
  items: bill.items.map(({ dollars, pounds, poundsAfterFree, ...item }) => ({
    ...item,
    dollars: rounded(dollars, 6),
    pounds: rounded(pounds, 6),
    poundsAfterFree: rounded(poundsAfterFree, 6),
  })),
});

const money = (pounds: number): string =>
  `£${pounds.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
const amount = (quantity: number): string =>
  quantity.toLocaleString('en-GB', { maximumFractionDigits: quantity < 10 ? 3 : 0 });

function print(places: readonly Place[], bills: readonly Bill[], measuredOn: string): void {
  const [first] = bills;
  if (!first) return;
  const isOne = bills.length === 1;
  const line = (name: string, cells: readonly string[]): void =>
    console.log(name.padEnd(isOne ? 86 : 58) + cells.map((cell) => cell.padStart(18)).join(''));
  const each = (name: string, of: (bill: Bill) => string): void => line(name, bills.map(of));
  console.log(
    `Kitty for a month on AWS in London. Units measured on ${measuredOn}; prices and usage assumptions, with their dates: infra/aws/cost/.`,
  );
  line(
    '',
    places.map(({ holders }) => `${amount(holders)} holders`),
  );
  line(
    '',
    places.map(({ pools }) => `${amount(pools)} pools`),
  );
  for (const [i, { service, what, quantity, per, inTotal }] of first.items.entries()) {
    const how = isOne ? `: ${amount(quantity)} × ${per}` : '';
    if (inTotal) each(`${service}, ${what}${how}`, (bill) => money(bill.items[i]?.pounds ?? 0));
  }
  each('A month, at list prices', ({ monthlyPounds }) => money(monthlyPounds));
  each('For each holder', ({ perHolderPence }) => `${perHolderPence.toFixed(3)}p`);
  each('With VAT, which councils get back', ({ monthlyPounds }) => money(monthlyPounds * (1 + VAT)));
  each('After the free allowances that never end', ({ afterFreePounds }) => money(afterFreePounds));
  each('Text messages, apart (GOV.UK Notify; emails are free)', ({ textMessagesPounds }) => money(textMessagesPounds));
  console.log(
    `$1 = £${POUNDS_A_DOLLAR}. The list prices count no free allowance but the dashboard's. Options (firewall, own key): infra/aws/options.ts.`,
  );
}

try {
  const { values } = parseArgs({
    options: {
      holders: { type: 'string' },
      pools: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      notices: { type: 'string', default: 'notify' },
      json: { type: 'boolean', default: false },
    },
  });
  const places = placesOf(values.holders, values.pools);
  const usage = usageWith(changesOf(values.set));
  const measured = readMeasured();
  if (values.notices !== 'notify' && values.notices !== 'ses') throw new Error('--notices is notify or ses.');
  const deployed = countDeployed(values.notices);
  const bills = places.map((place) => billOf(place, usage, measured, deployed));
  if (values.json) {
    const all = places.flatMap((place, i) => (bills[i] ? asJson(place, bills[i]) : []));
    console.log(JSON.stringify(values.holders === undefined ? all : all[0]));
  } else print(places, bills, measured.measuredOn);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
