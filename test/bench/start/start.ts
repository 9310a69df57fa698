// Measures process start to first answer of Lambda bundles, against an empty handler and the stock SDK client alone.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundleFile, LAMBDAS, writeBundles } from '../../../infra/bundle.ts';
import { quantile } from '../statistics.ts';
import { emptyTable } from './empty-table.ts';
import { everySetting, firstEvents } from './events.ts';

interface FunctionStart {
  readonly ms: number;
  /** How many times as long as the handler that holds the stock SDK client. */
  readonly toSdk: number;
  /** Of the bundle, minified. */
  readonly bytes: number;
}

interface Starts {
  readonly emptyMs: number;
  readonly sdkMs: number;
  readonly functions: Readonly<Record<string, FunctionStart>>;
}

/** Milliseconds from starting a process until it has written its answer. */
function once(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // Its standard error is shown when it fails.
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let answeredMs = 0;
    let said = '';
    child.stdout.once('data', () => {
      answeredMs = performance.now() - began;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(answeredMs) : reject(new Error(`${args[1]} gave no good answer: ${said.slice(-1000)}`)),
    );
  });
}

/** Medians over fresh processes, interleaved so that other load on the machine affects all alike. */
export async function measureStarts(names: readonly string[], runs = 41): Promise<Starts> {
  const folder = await mkdtemp(join(tmpdir(), 'kitty-start-'));
  const table = await emptyTable();
  try {
    const lambdas = LAMBDAS.filter(({ name }) => names.includes(name));
    const [bundles, others, events] = await Promise.all([
      Promise.all(lambdas.map(({ name, file }) => bundleFile(name, file))),
      Promise.all([
        bundleFile('empty', 'test/bench/start/empty.ts'),
        // Stock: without our own credential provider in place of the SDK's.
        bundleFile('sdk', 'test/bench/start/sdk.ts', { stock: true }),
        bundleFile('run', 'test/bench/start/run.ts'),
      ]),
      firstEvents(),
    ]);
    await writeBundles([...bundles, ...others], folder);
    const times = new Map(['empty', 'sdk', ...names].map((name) => [name, [] as number[]]));
    for (const name of times.keys()) await writeFile(join(folder, `${name}.json`), JSON.stringify(events[name] ?? {}));
    const env = everySetting(table.endpoint);
    const file = (name: string) => join(folder, name, 'index.mjs');
    for (let run = -1; run < runs; run++)
      for (const [name, list] of times) {
        const ms = await once([file('run'), file(name), join(folder, `${name}.json`)], env);
        // The first round only fills the file cache.
        if (run >= 0) list.push(ms);
      }
    const median = (name: string): number => quantile(times.get(name) ?? [], 0.5);
    const sdkMs = median('sdk');
    const functions = Object.fromEntries(
      bundles.map(({ name, bytes }) => [name, { ms: median(name), toSdk: median(name) / sdkMs, bytes }]),
    );
    return { emptyMs: median('empty'), sdkMs, functions };
  } finally {
    table.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
