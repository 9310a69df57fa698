// Lambda `on-clock`, on a schedule: runs what time has made due, in every place.
import { runDue } from '../due/due.actions.ts';
import { logError, logInfo } from '../platform/log.ts';
import { places, settings, stage, table } from '../platform/settings.ts';
import { lambdaWorld } from './world.ts';

const env = settings({ ...stage, ...table, ...places });

/** One place's failure stops no other place; the Lambda still fails in the end, so that somebody is told. */
export async function handler(): Promise<void> {
  let failed = 0;
  for (const place of env.KITTY_PLACES) {
    try {
      logInfo('clock-ran', { place, journals: await runDue(lambdaWorld(env, place), place) });
    } catch (error) {
      failed++;
      logError('clock-failed', error);
    }
  }
  if (failed > 0) throw new Error(`what is due failed in ${failed} of ${env.KITTY_PLACES.length} places`);
}
