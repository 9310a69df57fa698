// Moves Kitty's clock day by day and runs what falls due on each day, in order.
import { runDue } from '../../functions/due/due.actions.ts';
import { remindOfTomorrow } from '../../functions/due/tomorrow.actions.ts';
import type { LocalKitty } from './local-kitty.ts';

/** One thing that falls due may lead to the next (an instalment, a standing contribution, a hold). */
const MAX_ROUNDS = 5;

/** Runs what is due now in these places until nothing is; answers how many journals were touched. */
export async function runAllDue(
  { context, feed, sendNotices }: LocalKitty,
  places: readonly string[],
): Promise<number> {
  let ran = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    await feed.settled();
    let touched = 0;
    for (const place of places) touched += await runDue(context, place);
    if (touched === 0) break;
    ran += touched;
  }
  await feed.settled();
  for (const place of places) await remindOfTomorrow(context, place);
  await sendNotices(places);
  return ran;
}

/** Moves the clock on by whole days; the views have caught up when this resolves. */
export async function passDays(local: LocalKitty, places: readonly string[], days: number): Promise<number> {
  let ran = await runAllDue(local, places);
  for (let day = 0; day < days; day++) {
    local.clock.advanceDays(1);
    ran += await runAllDue(local, places);
  }
  return ran;
}
