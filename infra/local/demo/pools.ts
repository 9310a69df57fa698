// The twelve pools of the demo place, each in a different state.
import { cooks, makers, painters, travellers, walkers, workers } from './deciding.ts';
import { dancers, footballers, gardeners, learners, musicians, swimmers } from './running.ts';
import type { Stage } from './stage.ts';

const PLAYS = [
  dancers,
  gardeners,
  footballers,
  cooks,
  walkers,
  makers,
  swimmers,
  musicians,
  workers,
  travellers,
  learners,
  painters,
] as const;

/** Each has its own people and money, so all can be made at the same time. */
export async function playPools(stage: Stage): Promise<void> {
  await Promise.all(PLAYS.map((play) => play(stage)));
}
