// npm run lighthouse [-- --json]: Lighthouse, mobile and throttled, on the pages that matter most; fails under 95.
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { bundledChrome, FLAGS } from '../e2e/browser.ts';
import { buildAndUnpack } from '../e2e/set-up.ts';
import { tour } from '../e2e/tour.ts';
import { endAll, spawnKitty } from '../spawned.ts';

const MIN_SCORE = 95;
const PAGES = ['start', 'find', 'pool', 'vote'];
const CATEGORIES = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
  seo: 'seo',
};

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
await buildAndUnpack();
const chrome = await bundledChrome();
const kitty = await spawnKitty({ KITTY_DEMO: 'load' });
const browser = await puppeteer.launch({
  headless: 'shell',
  args: [...FLAGS],
  ...(chrome ? { executablePath: chrome.path, env: { ...chrome.env } } : { channel: 'chrome' }),
});
const scores: Record<string, Record<string, number>> = {};
const low: string[] = [];
try {
  const { stops } = await tour(kitty);
  for (const { name, path, as } of stops.filter((stop) => PAGES.includes(stop.name))) {
    const page = await browser.newPage();
    // Signed in once, before the page is measured.
    if (as !== undefined) {
      await page.goto(`${kitty.url}/local/sign-in?as=${as}&to=/privacy`);
      await page.waitForFunction('location.pathname === "/privacy"');
    }
    const result = await lighthouse(
      kitty.url + path,
      { onlyCategories: Object.values(CATEGORIES), disableStorageReset: true, logLevel: 'error' },
      undefined,
      page,
    );
    if (!result) throw new Error(`Lighthouse said nothing of ${name}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not read ${name}: ${runtimeError.message}`);
    scores[name] = Object.fromEntries(
      Object.entries(CATEGORIES).map(([key, id]) => [key, Math.round((categories[id]?.score ?? 0) * 100)]),
    );
    for (const [key, score] of Object.entries(scores[name])) {
      if (score >= MIN_SCORE) continue;
      const refs = categories[CATEGORIES[key as keyof typeof CATEGORIES]]?.auditRefs ?? [];
      const why = refs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id);
      low.push(`${name}: ${key} ${score}: ${why.join(', ')}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await endAll();
}
if (values.json) console.log(JSON.stringify(scores));
else for (const [name, score] of Object.entries(scores)) console.log(name.padEnd(8), JSON.stringify(score));
for (const line of low) console.error(`Under ${MIN_SCORE}: ${line}`);
process.exit(low.length > 0 ? 1 : 0);
