// npm run bench:scale [-- --json]: what operations cost in a place of 10, 10,000 and 1,000,000 pools, on the embedded engine without
// streams; the largest takes a quarter of an hour and 5 GB of disk. The table is kept in functions/decisions/11-scale.md.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { fill } from './filler.ts';
import type { Mean } from './recorder.ts';
import { measureWork } from './work.ts';

const SIZES = [10, 10_000, 1_000_000];
/** 100 offers for each 60 pools, up to the 100,000 that search is measured with. */
const offersOf = (pools: number): number => Math.min(100_000, Math.ceil((pools * 100) / 60));

interface Size {
  readonly pools: number;
  readonly offers: number;
  readonly items: number;
  readonly fillSeconds: number;
  readonly fileMegabytes: number;
  readonly peakMegabytes: number;
  readonly means: Readonly<Partial<Record<string, Mean>>>;
}

/** In a process of its own, so that what it needs of memory is known. */
async function measureSize(pools: number): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), 'kitty-scale-'));
  try {
    const began = performance.now();
    const offers = offersOf(pools);
    const items = await fill(folder, { pools, offers });
    const fillSeconds = (performance.now() - began) / 1000;
    const { size } = await stat(join(folder, 'kitty.db'));
    const { means } = await measureWork({ folder, looks: false, whole: pools <= 10_000 });
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    return { pools, offers, items, fillSeconds, fileMegabytes: size / 1e6, peakMegabytes, means };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { pools: { type: 'string' }, json: { type: 'boolean' }, to: { type: 'string', default: '1000000' } },
});

async function inProcess(pools: number): Promise<Size> {
  const args = ['--max-old-space-size=12000', import.meta.filename, '--pools', String(pools)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

const number = (value: number): string => String(Math.round(10 * value) / 10);
const row = (name: string, sizes: readonly Size[]): string => {
  const cells = sizes.map(({ means }) => {
    const mean = means[name];
    if (!mean) return '';
    const { own, stream, items, written } = mean;
    return `${number(own.write)} + ${number(stream.write)} / ${number(own.read)} + ${number(stream.read)} | ${number(items)}, ${Math.round(written)}`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
};

if (values.pools !== undefined) console.log(JSON.stringify(await measureSize(Number(values.pools))));
else {
  const sizes: Size[] = [];
  for (const pools of SIZES.filter((size) => size <= Number(values.to))) sizes.push(await inProcess(pools));
  if (values.json) console.log(JSON.stringify(sizes));
  else {
    for (const { pools, offers, items, fillSeconds, fileMegabytes, peakMegabytes, means } of sizes)
      console.log(
        `${pools} pools, ${offers} offers: ${items} items, ${fileMegabytes.toFixed(0)} MB, filled in ${fillSeconds.toFixed(0)} s; ` +
          `first search ${means.search?.ms.toFixed(0)} ms, totals ${means.totals?.ms.toFixed(0)} ms, at most ${peakMegabytes.toFixed(0)} MB of memory`,
      );
    console.log('write units + the stream’s / read units + the stream’s | items written, bytes');
    console.log(`| | ${sizes.map(({ pools }) => `${pools} pools | `).join(' | ')} |`);
    for (const name of Object.keys(sizes[0]?.means ?? {})) console.log(row(name, sizes));
  }
}
