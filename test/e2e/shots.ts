// npm run shots [-- --only pool,vote]: screenshots of every page, and contact sheets of the most important ones, under shots/.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { endAll, spawnKitty } from '../spawned.ts';
import { openBrowser } from './browser.ts';
import { buildAndUnpack } from './set-up.ts';
import { everyState } from './states.ts';
import { type Stop, tour } from './tour.ts';
import { goTo, type Look, open } from './visit.ts';

const FOLDER = 'shots';
const { values } = parseArgs({ options: { only: { type: 'string' }, keep: { type: 'boolean', default: false } } });
const only = values.only?.split(',');

const LOOKS: readonly (Look & { readonly name: string })[] = [320, 1280].flatMap((width) =>
  [false, true].flatMap((dark) =>
    [false, true].map((easy) => ({
      width,
      dark,
      easy,
      name: `${width}-${dark ? 'dark' : 'light'}-${easy ? 'easy' : 'plain'}`,
    })),
  ),
);

async function shot(browser: Browser, url: string, stop: Stop, look: Look, file: string): Promise<void> {
  const context = await open(browser, look);
  const page = await context.newPage();
  await goTo(page, url, stop);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

/** Puts several screenshots side by side on one, none larger than it is: there is a height that a browser cannot draw. */
async function sheet(browser: Browser, name: string, files: readonly { title: string; file: string }[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1000 } });
  const cells = files.map(({ title, file }) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
  });
  await page.setContent(
    `<style>body{display:flex;flex-wrap:wrap;gap:16px;font:16px sans-serif;align-items:start}figure{margin:0}img{display:block;border:1px solid #999;max-width:${Math.floor(2300 / Math.min(files.length, 6)) - 18}px}</style>${cells.join('')}`,
  );
  await page.screenshot({ path: join(FOLDER, `sheet-${name}.png`), fullPage: true });
  await page.close();
}

await buildAndUnpack();
if (!values.keep && !only) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, 'states'), { recursive: true });
const kitty = await spawnKitty({ KITTY_DEMO: 'load' });
const browser = await openBrowser();
try {
  const { stops, main } = await tour(kitty);
  const wanted = stops.filter(({ name }) => !only || only.includes(name));
  for (const stop of wanted) {
    if (main.includes(stop.name)) continue;
    await shot(browser, kitty.url, stop, {}, join(FOLDER, `${stop.name}.png`));
    console.log(stop.name);
  }
  for (const stop of wanted) {
    if (!main.includes(stop.name)) continue;
    const files = [];
    for (const look of LOOKS) {
      const file = join(FOLDER, `${stop.name}-${look.name}.png`);
      await shot(browser, kitty.url, stop, look, file);
      files.push({ title: `${stop.name} ${look.name}`, file });
    }
    await sheet(browser, `${stop.name}-320`, files.slice(0, 4));
    await sheet(browser, `${stop.name}-1280`, files.slice(4));
    console.log(stop.name);
  }
  if (!only)
    await everyState(browser, kitty.url, stops, {}, async (page, name) => {
      await page.screenshot({ path: join(FOLDER, 'states', `${name}.png`), fullPage: true });
      console.log(name);
    });
  writeFileSync(join(FOLDER, 'README.txt'), 'Made by npm run shots; not kept in git.\n');
} finally {
  await browser.close();
  await endAll();
}
process.exit(0);
