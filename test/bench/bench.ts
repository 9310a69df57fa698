// npm run bench: Kitty's sizes, speeds and DynamoDB units, with ratios and budgets. --json prints figures only, --quick
// repeats less. It never fails on a figure, because times differ from machine to machine.
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod';
import { bundleFile } from '../../infra/bundle.ts';
import { measureBreakdown } from './breakdown.ts';
import { measureHandler } from './handler.ts';
import { measureRates, type Rate, type Rates } from './rates.ts';
import { AGES, measureReads } from './reads.ts';
import { measureStarts } from './start/start.ts';
import type { Spread } from './statistics.ts';
import { measureUnits, type Operation, type Units } from './units.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } });
const { json = false, quick = false } = values;

const rounded = (value: number): number => Math.round(value * 100) / 100;
/** Rounds all figures to two decimal places, at any depth. */
function tidy<T>(value: T): T {
  if (typeof value === 'number') return rounded(value) as T;
  if (Array.isArray(value)) return value.map(tidy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidy(one)])) as T;
}

function say(title: string, rows: readonly (readonly [string, string])[]): void {
  if (json) return;
  console.log(`\n${title}`);
  for (const [name, text] of rows) console.log(`  ${name.padEnd(30)} ${text}`);
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const times = (value: number, of: number): string => `× ${(value / of).toFixed(2)}`;
const spread = ({ p50Ms, p99Ms }: Spread): string => `p50 ${ms(p50Ms).padStart(10)}   p99 ${ms(p99Ms).padStart(11)}`;

/** In its own process, because the garbage of 100,000 offers would slow down later measurements. */
const searched = z.record(z.string(), z.union([z.number(), z.object({ p50Ms: z.number(), p99Ms: z.number() })]));
async function measureSearch() {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/search.ts', '--json']);
  return searched.parse(JSON.parse(stdout));
}

async function start() {
  const { bytes: apiBytes, gzipBytes: apiGzipBytes } = await bundleFile('api', 'functions/entry/api.ts');
  const { emptyMs, sdkMs, functions } = await measureStarts(['api'], quick ? 9 : 41);
  const { ms: apiMs = Number.NaN, toSdk: apiToSdk = Number.NaN } = functions.api ?? {};
  say('Lambda `api`: size, and process start to first answer (budgets: 460,800 bytes; × 1.25 of the stock SDK)', [
    ['bundle', `${apiBytes} bytes, ${apiGzipBytes} gzipped`],
    ['an empty handler', ms(emptyMs)],
    ['holding the stock SDK client', `${ms(sdkMs)}   ${times(sdkMs, emptyMs)} of the empty one`],
    ['api', `${ms(apiMs)}   ${times(apiMs, emptyMs)} of the empty one   × ${apiToSdk.toFixed(2)} of the stock SDK`],
  ]);
  return { bundle: { apiBytes, apiGzipBytes }, start: { emptyMs, sdkMs, apiMs, apiToSdk } };
}

async function handler() {
  const { page, vote, ...all } = await measureHandler(quick ? 1000 : 6000);
  say('Handler time without I/O, token verified, the least disturbed of five rounds (budget: p99 2 ms)', [
    ['pool page', spread(page)],
    ['vote', `${spread(vote)}   ${times(vote.p50Ms, page.p50Ms)} of the page`],
    ['both', spread(all)],
  ]);
  return { ...all, page, vote };
}

const rate = (one: Rate, of: Rate): string =>
  `${one.perSecond.toFixed(0).padStart(5)} a second   ${times(one.perSecond, of.perSecond)}   ${spread(one)}`;
const rateRows = (name: string, { pool1, pools64 }: Rates): [string, string][] => [
  [`${name}, 1 caller, 1 pool`, rate(pool1.callers1, pool1.callers1)],
  [`${name}, 8 callers, 1 pool`, rate(pool1.callers8, pool1.callers1)],
  [`${name}, 1 caller, 64 pools`, rate(pools64.callers1, pool1.callers1)],
  [`${name}, 8 callers, 64 pools`, rate(pools64.callers8, pool1.callers1)],
];

async function rates() {
  const found = await measureRates(quick ? 0.5 : 3);
  say('Over HTTP: one API process with its views, the embedded engine and the callers on this machine', [
    ...rateRows('contribute', found.contribute),
    ...rateRows('vote', found.vote),
    [
      '50 contributions at once',
      `${found.burst50Seconds.toFixed(2)} s until all are made, from one allocation to one pool`,
    ],
  ]);
  const part = ({ callers1, callers8 }: Rates['pool1']) => ({
    perSecond1: callers1.perSecond,
    p50Ms1: callers1.p50Ms,
    p99Ms1: callers1.p99Ms,
    perSecond8: callers8.perSecond,
    p50Ms8: callers8.p50Ms,
    p99Ms8: callers8.p99Ms,
  });
  const flat = ({ pool1, pools64 }: Rates) => ({ ...part(pool1), pools64: part(pools64) });
  const { burst50Seconds } = found;
  return { contribute: { ...flat(found.contribute), burst50Seconds }, vote: flat(found.vote) };
}

async function breakdown() {
  const found = await measureBreakdown(quick ? 100 : 500);
  const { requests, roundTrips, totalMs } = found;
  const row = (name: string, value: number): [string, string] => [
    name,
    `${ms(value).padStart(10)}   ${((100 * value) / totalMs).toFixed(0).padStart(3)} %`,
  ];
  say(`One contribution in this process, without the views: ${requests} requests, ${roundTrips} one after another`, [
    row('total', totalMs),
    row('Kitty’s own code', found.ownMs),
    row('SDK: serialising', found.serialiseMs),
    row('SDK: signing', found.signMs),
    row('SDK: other middleware', found.middlewareMs),
    row('SDK: deserialising', found.deserialiseMs),
    row('engine and connection', found.engineMs),
  ]);
  return found;
}

async function reads() {
  const found = await measureReads(quick ? 50 : 300);
  say(
    'Reading a pool over HTTP, by the age of its journal (should be flat)',
    AGES.map((age): [string, string] => [`${age} events`, `${ms(found[age])}   ${times(found[age], found[10])}`]),
  );
  return { ms10: found[10], ms1000: found[1000], ms10000: found[10_000] };
}

async function units() {
  const found = await measureUnits({ events: 1000 });
  const row = ({ write, ordinary, read, requests, itemBytes }: Units): string =>
    `journals ${write} write units (${itemBytes.join(' + ') || 0} bytes)   words ${ordinary}   read ${read} in ${requests} requests`;
  say(
    'DynamoDB’s units, for 6 people and 3 open commissions of 12 sessions (budgets: 3 a journal, 10 for two; page 2 read)',
    Object.entries(found).map(([name, one]) => [name, row(one)]),
  );
  const { poolPage, poolPageOld, ...writing } = found;
  const written: Partial<Record<Operation, number>> = {};
  for (const [name, { write }] of Object.entries(writing)) written[name as Operation] = write;
  return { ...written, poolPage: poolPage.read, poolPageOld: poolPageOld.read };
}

async function search() {
  const { offers, indexMs, ...kinds } = await measureSearch();
  say(
    `Search among ${offers} offers in memory (budget: nearest 20 at p99 5 ms), indexed in ${indexMs} ms`,
    Object.entries(kinds).flatMap(([kind, one]) => (typeof one === 'number' ? [] : [[kind, spread(one)] as const])),
  );
  return { offers, indexMs, ...kinds };
}

const began = performance.now();
const figures = {
  ...(await start()),
  handler: await handler(),
  ...(await rates()),
  contribution: await breakdown(),
  poolRead: await reads(),
  units: await units(),
  search: await search(),
  tookSeconds: (performance.now() - began) / 1000,
};
if (json) console.log(JSON.stringify(tidy(figures)));
else console.log(`\nMeasured in ${figures.tookSeconds.toFixed(0)} s.`);
