// Measures process start to first answer: the api bundle, against an empty handler and the stock SDK client alone.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundleFile, writeBundles } from '../../../infra/bundle.ts';
import { lambdaEnvironment } from './event.ts';

export interface Start {
  readonly emptyMs: number;
  readonly sdkMs: number;
  readonly apiMs: number;
  readonly apiToSdk: number;
}

/** Milliseconds from starting a process until it has written its answer. */
function once(runner: string, bundle: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [runner, bundle], {
      env: lambdaEnvironment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let answeredMs = 0;
    child.stdout.once('data', () => {
      answeredMs = performance.now() - began;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(answeredMs) : reject(new Error(`${bundle} gave no good answer`)),
    );
  });
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Medians over fresh processes, interleaved so that whatever else the machine does hits all three alike. */
export async function measureStart(runs = 41): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'kitty-start-'));
  try {
    const bundles = await Promise.all([
      bundleFile('empty', 'test/bench/start/empty.ts'),
      // Stock: without our own credential provider in place of the SDK's.
      bundleFile('sdk', 'test/bench/start/sdk.ts', { stock: true }),
      bundleFile('api', 'functions/entry/api.ts'),
      bundleFile('run', 'test/bench/start/run.ts'),
    ]);
    await writeBundles(bundles, folder);
    const file = (name: string) => join(folder, name, 'index.mjs');
    const times: Record<'empty' | 'sdk' | 'api', number[]> = { empty: [], sdk: [], api: [] };
    for (let run = -1; run < runs; run++)
      for (const name of ['empty', 'sdk', 'api'] as const) {
        const ms = await once(file('run'), file(name));
        // The first round only fills the file cache.
        if (run >= 0) times[name].push(ms);
      }
    const [emptyMs, sdkMs, apiMs] = [median(times.empty), median(times.sdk), median(times.api)];
    return { emptyMs, sdkMs, apiMs, apiToSdk: apiMs / sdkMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await measureStart()));
