// One run is several independent worlds, so that it can use every processor and still be the same on any machine.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { random } from './random.ts';
import { type Outcome, simulate } from './simulation.ts';

/** Fixed, whatever the machine: the same seed must give the same run. */
export const WORLDS = 4;

interface World {
  readonly events: number;
  readonly seed: number;
}

/** Each world's share of the events, and its own seed. */
export function worldsOf(events: number, seed: number): World[] {
  const dice = random(seed);
  return Array.from({ length: WORLDS }, () => ({
    events: Math.ceil(events / WORLDS),
    seed: dice.int(0, 0xffffffff),
  }));
}

/** What comes of each world, as soon as a thread has come to it. The threads end with the process. */
export function inThreads(worlds: readonly World[]): Promise<Outcome>[] {
  const tasks = worlds.map((world) => ({ world, outcome: Promise.withResolvers<Outcome>() }));
  const waiting = [...tasks];
  async function work(): Promise<void> {
    const thread = new Worker(new URL(import.meta.url));
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      thread.postMessage(task.world);
      await once(thread, 'message').then(([outcome]) => task.outcome.resolve(outcome), task.outcome.reject);
    }
  }
  for (let i = 0; i < Math.min(availableParallelism(), worlds.length); i++) void work();
  return tasks.map(({ outcome }) => outcome.promise);
}

if (!isMainThread)
  parentPort?.on('message', async ({ events, seed }: World) => {
    parentPort?.postMessage(await simulate(events, seed));
  });
