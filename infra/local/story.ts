// npm run story: plays the main job through HTTP and tells it in plain words; --json prints the figures instead.

import { StartupError } from '../startup-error.ts';
import { startOwn } from './story/kitty.ts';
import { play } from './story/play.ts';

const isJson = process.argv.includes('--json');
const given = process.env.KITTY_URL?.replace(/\/+$/, '');

/** Answers the exit code: 0 when every penny is where it should be. */
async function printStory(): Promise<number> {
  const started = performance.now();
  const kitty = given ? { url: given, stop: async () => {} } : await startOwn();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void kitty.stop().finally(() => process.exit(1)));
  try {
    const figures = await play(kitty.url, isJson ? () => {} : (sentence) => console.log(sentence));
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    console.log(isJson ? JSON.stringify({ ...figures, seconds }) : 'Every penny is where it should be.');
    return 0;
  } finally {
    await kitty.stop();
  }
}

try {
  process.exitCode = await printStory();
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}
