// npm run model -- --seed 1 --steps 100000: plays worlds until so many steps are done or something differs.
import { parseArgs } from 'node:util';
import { startKitty, type TestKitty } from '../harness.ts';
import { castFor, generator } from './generate.ts';
import { type Failure, play } from './play.ts';
import { shrink } from './shrink.ts';
import type { Batch } from './steps.ts';

const WORLD_STEPS = 250;
const WORLDS_PER_KITTY = 25;

export interface Found {
  readonly seed: number;
  readonly failure: Failure;
  readonly batches: readonly Batch[];
}
export interface RunOptions {
  readonly seed: number;
  readonly steps: number;
  readonly minutes?: number;
  /** Stops after so many differences; each is of another world. */
  readonly most?: number;
  readonly only?: string;
  /** Known differences that are not reported: `gone` (see compare.ts). */
  readonly tolerated?: string;
  /** Only this world, by the seed that a difference names. */
  readonly world?: number;
  readonly shrinks?: boolean;
  readonly tell?: (line: string) => void;
}

/** World number `n` of a run with seed `s` has the seed `s * 10000 + n`. */
export async function run(
  options: RunOptions,
): Promise<{ steps: number; worlds: number; seconds: number; found: Found[] }> {
  const {
    seed,
    steps,
    minutes = Number.POSITIVE_INFINITY,
    most = 1,
    only = '',
    tolerated = '',
    tell = () => {},
  } = options;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const found: Found[] = [];
  let done = 0;
  let worlds = 0;
  let kitty: TestKitty | undefined;
  while (done < steps && seconds() < minutes * 60 && found.length < most) {
    if (worlds % WORLDS_PER_KITTY === 0) {
      await kitty?.stop();
      kitty = await startKitty();
    }
    if (!kitty) break;
    const own = options.world ?? seed * 10_000 + worlds;
    worlds += 1;
    const cast = castFor(own);
    const played = await play(kitty, cast, generator(own, cast, Math.min(WORLD_STEPS, steps - done), only), tolerated);
    done += played.steps;
    if (options.world !== undefined && !played.failure) break;
    if (!played.failure) continue;
    tell(`world ${own}: ${JSON.stringify(played.failure.differences[0])}`);
    const shortest = options.shrinks ? await shrink(kitty, cast, played, tolerated) : played;
    found.push({ seed: own, failure: shortest.failure ?? played.failure, batches: shortest.batches });
  }
  await kitty?.stop();
  return { steps: done, worlds, seconds: seconds(), found };
}

export function describe({ seed, failure, batches }: Found): string {
  const lines = batches.map(
    ({ steps }, i) =>
      `  ${i} ${steps.map(({ step, copies }) => `${copies > 1 ? `${copies}× ` : ''}${JSON.stringify(step)}`).join('  AT ONCE WITH  ')}`,
  );
  const differ = failure.differences
    .slice(0, 8)
    .map(({ what, model, api }) => `  ${what}\n    model: ${JSON.stringify(model)}\n    api:   ${JSON.stringify(api)}`);
  return [`seed ${seed}, after step ${failure.batch}, at ${failure.at}:`, ...differ, 'steps:', ...lines].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '100000' },
      minutes: { type: 'string' },
      most: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      tolerate: { type: 'string', default: '' },
      world: { type: 'string' },
      json: { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
    },
  });
  const result = await run({
    seed: Number(values.seed),
    steps: Number(values.steps),
    ...(values.minutes === undefined ? {} : { minutes: Number(values.minutes) }),
    most: Number(values.most),
    only: values.only,
    tolerated: values.tolerate,
    ...(values.world === undefined ? {} : { world: Number(values.world) }),
    shrinks: !values.whole,
    tell: (line) => {
      if (!values.json) console.log(line);
    },
  });
  if (values.json) console.log(JSON.stringify(result));
  else {
    for (const one of result.found) console.log(describe(one));
    const { steps, worlds, seconds } = result;
    console.log(
      `${steps} steps in ${worlds} worlds, ${(steps / seconds).toFixed(0)} a second; ${result.found.length} differences`,
    );
  }
  process.exitCode = result.found.length > 0 ? 1 : 0;
}
