// npm run sim:mutants [-- --json] [--only words]: puts each seeded bug into a copy of the code and runs the simulation there.
import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MUTANTS, type Mutant } from './mutants.list.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEEDS = [1, 2, 3, 4, 5];
const EVENTS = 60_000;
const CONCURRENCY = 2;
/** Some bugs make time's own steps go round for ever. */
const TIMEOUT_MS = 120_000;

interface Caught {
  readonly seed: number;
  /** What was found wrong first. */
  readonly by: string;
}

/** A copy of the code in which files can be changed. */
function copyOfCode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kitty-mutants-'));
  for (const part of ['functions', 'test/simulation'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The file's text with the bug in it. Throws when the text to replace is not there exactly once. */
function mutated({ name, file, find, replace }: Mutant): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`“${name}”: its text occurs ${times} times in ${file}, and should once`);
  return text.replace(find, () => replace);
}

/** What one run found wrong first; undefined when nothing. */
function run(folder: string, seed: number, events: number): Promise<string | undefined> {
  const flags = ['test/simulation/run.ts', '--events', String(events), '--seed', String(seed), '--json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, flags, { cwd: folder, timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      if (!error) return resolve(undefined);
      if (error.killed) return resolve('it never ends');
      const found = /"found":\["(.*?)(?<!\\)"/.exec(stdout)?.[1];
      if (/SyntaxError|ERR_MODULE/.test(stderr)) return reject(new Error(stderr));
      const crash = stderr.split('\n').find((line) => /Error/.test(line));
      resolve((found ?? crash ?? 'it crashed').split('\\n')[0]?.slice(0, 100));
    });
  });
}

/**
 * Runs the simulation on a copy of the code with the bug in it, seed after seed, until something is found wrong. With no
 * bug, nothing should be.
 */
export async function hunt(
  mutant: Mutant | undefined,
  { seeds = SEEDS, events = EVENTS }: { seeds?: readonly number[]; events?: number } = {},
): Promise<Caught | undefined> {
  const text = mutant && mutated(mutant);
  const folder = copyOfCode();
  try {
    if (mutant && text !== undefined) writeFileSync(join(folder, mutant.file), text);
    for (const seed of seeds) {
      const by = await run(folder, seed, events);
      if (by !== undefined) return { seed, by };
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  });
  const mutants = MUTANTS.filter(({ name }) => name.includes(values.only));
  const say = (line: string): void => {
    if (!values.json) console.log(line);
  };
  for (const mutant of mutants) mutated(mutant);
  const wrong = await hunt(undefined, { seeds: [1] });
  if (wrong) throw new Error(`something is wrong without any seeded bug: ${wrong.by}`);
  const survivors: string[] = [];
  const waiting = [...mutants];
  const hunter = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const caught = await hunt(mutant);
      if (!caught) survivors.push(mutant.name);
      say(`${(caught ? `seed ${caught.seed}` : 'SURVIVES').padEnd(9)} ${mutant.name.padEnd(62)} ${caught?.by ?? ''}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, hunter));
  const outcome = { mutants: mutants.length, caught: mutants.length - survivors.length, survivors };
  console.log(values.json ? JSON.stringify(outcome) : `${outcome.caught} of ${outcome.mutants} caught`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

if (import.meta.main) await main();
