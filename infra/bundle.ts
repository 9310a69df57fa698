// npm run build: one small ESM bundle for each Lambda entry, into dist/; fails when one outgrows its budget.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { fetchClasses, lean, type Rule, unmatched } from './lean.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Lambda {
  readonly name: string;
  readonly file: string;
  readonly maxBytes: number;
}

/** Minified, for each Lambda. */
const MAX_BYTES = 450 * 1024;

export const LAMBDAS: readonly Lambda[] = [
  { name: 'api', file: 'functions/entry/api.ts', maxBytes: MAX_BYTES },
  { name: 'imports', file: 'functions/entry/imports.ts', maxBytes: MAX_BYTES },
  { name: 'on-clock', file: 'functions/entry/on-clock.ts', maxBytes: MAX_BYTES },
  { name: 'on-sign-in', file: 'functions/entry/on-sign-in.ts', maxBytes: MAX_BYTES },
  { name: 'on-journal', file: 'functions/entry/on-journal.lambda.ts', maxBytes: MAX_BYTES },
  { name: 'send-notices', file: 'functions/entry/send-notices.ts', maxBytes: MAX_BYTES },
  { name: 'keep-heads', file: 'functions/entry/keep-heads.ts', maxBytes: MAX_BYTES },
];

export interface Bundle {
  readonly name: string;
  /** Minified, as the Lambda loads it. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Path under the output folder → contents: the code, its source map and the licences it must carry. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
  /** The rules of infra/lean.ts that replaced something. */
  readonly matched: ReadonlySet<Rule>;
}

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  // esbuild can drop unused code of ES modules, not of CommonJS.
  mainFields: ['module', 'main'],
  // Bundled CommonJS packages call require for Node's own modules.
  banner: { js: "import{createRequire as kittyRequire}from'node:module';const require=kittyRequire(import.meta.url);" },
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'external',
  metafile: true,
  write: false,
  logLevel: 'error',
} satisfies BuildOptions;

/** Bundles one file in memory, under `<name>/index.mjs`; `stock` leaves the packages whole. */
export async function bundleFile(name: string, file: string, { stock = false } = {}): Promise<Bundle> {
  const matched = new Set<Rule>();
  const outdir = join(ROOT, 'dist');
  const { outputFiles = [], metafile } = await build({
    ...COMMON,
    ...(stock ? {} : { plugins: [lean(matched)], inject: [fetchClasses] }),
    entryPoints: [{ in: file, out: `${name}/index` }],
    outdir,
    outExtension: { '.js': '.mjs' },
  });
  if (!metafile) throw new Error('esbuild gave no metafile');
  const files = new Map(outputFiles.map((made) => [made.path.slice(outdir.length + 1), made.contents]));
  const code = files.get(`${name}/index.mjs`);
  if (!code) throw new Error(`esbuild made no ${name}/index.mjs`);
  const gzipBytes = gzipSync(code, { level: 9 }).byteLength;
  return { name, bytes: code.byteLength, gzipBytes, files, metafile, matched };
}

/** Every Lambda's. Throws when a rule of infra/lean.ts replaced nothing. */
export async function bundleAll(): Promise<Bundle[]> {
  const bundles = await Promise.all(LAMBDAS.map(({ name, file }) => bundleFile(name, file)));
  const faults = unmatched(bundles);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return bundles;
}

/** What is wrong with a bundle, in sentences. */
export function faultsOf({ name, bytes, metafile }: Bundle, maxBytes = budgetOf(name)): string[] {
  const local = Object.keys(metafile.inputs).filter((input) => /^(infra|test|web)\//.test(input));
  return [
    ...(bytes > maxBytes
      ? [
          `The bundle ${name} has ${bytes} bytes, ${bytes - maxBytes} over its budget of ${maxBytes}: see npm run build -- --why.`,
        ]
      : []),
    ...local.map((input) => `The bundle ${name} holds ${input}, which must never run on a Lambda.`),
  ];
}

const budgetOf = (name: string): number => LAMBDAS.find((lambda) => lambda.name === name)?.maxBytes ?? 0;

/** Bytes in the bundle by package (or by our own room), largest first. */
export function weights({ metafile }: Bundle): [name: string, bytes: number][] {
  const sums = new Map<string, number>();
  for (const output of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? dirname(input);
      sums.set(name, (sums.get(name) ?? 0) + bytesInOutput);
    }
  return [...sums].filter(([, bytes]) => bytes > 0).sort((a, b) => b[1] - a[1]);
}

export async function writeBundles(bundles: readonly Bundle[], folder: string): Promise<void> {
  for (const { name, files } of bundles) {
    await rm(join(folder, name), { recursive: true, force: true });
    for (const [path, contents] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), contents);
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, why: { type: 'boolean' } } });
  const bundles = await bundleAll();
  await writeBundles(bundles, join(ROOT, 'dist'));
  const table = bundles.map(({ name, bytes, gzipBytes }) => ({ name, bytes, gzipBytes, maxBytes: budgetOf(name) }));
  if (values.json) console.log(JSON.stringify({ bundles: table }));
  else console.table(table);
  if (values.why) for (const bundle of bundles) console.table(weights(bundle));
  const faults = bundles.flatMap((bundle) => faultsOf(bundle));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
