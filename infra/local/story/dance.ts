// Twelve weeks of the story: they dance, one of them leaves, one session is disputed and settled.
import * as z from 'zod/mini';
import { commission } from '../../../functions/commissions/commissions.schema.ts';
import { departed } from '../../../functions/contributions/contributions.schema.ts';
import { poundsAndPence } from '../../../functions/kernel/money.ts';
import { StartupError } from '../../startup-error.ts';
import { LEAVER } from './givens.ts';
import { type Caller, passDays } from './kitty.ts';
import type { Scene } from './money.ts';

export const SESSIONS = 12;
export const DISPUTED = 6;
export const AGREED_PENCE = 2700;
const LEAVES_AFTER = 4;

export const after = z.pick(commission, { id: true, status: true, sessions: true });

interface StoryContext {
  readonly url: string;
  readonly print: (sentence: string) => void;
  /** Checks the money and records it under this name. */
  readonly look: (name: string, scene: Scene, isEach?: boolean) => Promise<unknown>;
  readonly scene: Scene & { readonly poolId: string };
  /** The commission's path. */
  readonly at: string;
  readonly rosa: Caller;
  readonly priya: Caller;
  readonly leaver: Caller;
  readonly dawn: Caller;
}

/** Holds all sessions, a week apart, and reports each on the day after; returns what happened to the leaver's money on leaving. */
export async function dance(story: StoryContext): Promise<z.output<typeof departed>> {
  const { url, look, scene, at, dawn } = story;
  let left: z.output<typeof departed> | undefined;
  for (let n = 1; n <= SESSIONS; n++) {
    await dawn.post(`${at}/sessions/${n}/delivery`, {}, after);
    await (n === DISPUTED ? settle(story, n) : confirm(story, n));
    // The others who came have a day to object; what is settled is paid at once.
    const waits = n === DISPUTED ? 0 : 1;
    if (waits > 0) await passDays(url, waits);
    await look(`session ${n}`, scene);
    if (n === LEAVES_AFTER) left = await leave(story);
    await passDays(url, 7 - waits);
  }
  if (!left) throw new StartupError(`${LEAVER} did not leave.`);
  return left;
}

/** Every fourth session nobody confirms, so it is paid automatically after a week. */
async function confirm({ print, at, rosa }: StoryContext, n: number): Promise<void> {
  if (n % 4 === 3) {
    print(`Session ${n}: they dance. Nobody objects for a week, and then it is paid.`);
    return;
  }
  await rosa.post(`${at}/sessions/${n}/confirmation`, {}, after);
  print(`Session ${n}: they dance. Rosa confirms it. Nobody objects for a day, and it is paid.`);
}

async function settle({ print, look, scene, at, priya, dawn }: StoryContext, n: number): Promise<void> {
  await priya.post(`${at}/sessions/${n}/dispute`, { reason: 'The hall was locked for half an hour.' }, after);
  print(`Session ${n}: the hall was locked for half an hour. Priya says so, and nothing is paid.`);
  await look('disputed', scene);
  const half = { payPence: AGREED_PENCE, reason: 'Half the time, half the price.' };
  await priya.post(`${at}/sessions/${n}/resolution`, half, after);
  await dawn.post(`${at}/sessions/${n}/resolution`, half, after);
  print(`Priya says ${poundsAndPence(AGREED_PENCE)} is fair. Dawn says the same. That settles it; the rest goes back.`);
}

async function leave({ print, look, scene, leaver }: StoryContext): Promise<z.output<typeof departed>> {
  const left = await leaver.post(`/v1/pools/${scene.poolId}/departure`, {}, departed);
  print(
    `${LEAVER} moves away and leaves. ${poundsAndPence(left.returnedPence)} goes home now. ` +
      `${poundsAndPence(left.stillHeldPence)} stays until the notice ends on ${left.endsOn}.`,
  );
  await look('left', scene, true);
  return left;
}
