// Lambda `on-clock`, on a schedule: runs what has fallen due, and reminds people of tomorrow's sessions, in every place.
import { runDue, withIncoming } from '../due/due.actions.ts';
import { remindOfTomorrow } from '../due/tomorrow.actions.ts';
import { logError, logInfo } from '../platform/log.ts';
import { places, settings, stage, table } from '../platform/settings.ts';
import { lambdaContext } from './lambda-context.ts';

const env = settings({ ...stage, ...table, ...places });

/** One failure stops no other job and no other place; the Lambda still fails in the end, so that the alarm goes off. */
export async function handler(): Promise<void> {
  let failed = 0;
  for (const place of env.KITTY_PLACES) {
    const context = withIncoming(lambdaContext(env, place));
    for (const [job, run] of Object.entries({ due: runDue, reminders: remindOfTomorrow }))
      try {
        logInfo('clock-ran', { place, job, steps: await run(context, place) });
      } catch (error) {
        failed++;
        logError('clock-failed', error);
      }
  }
  if (failed > 0) throw new Error(`${failed} jobs failed in ${env.KITTY_PLACES.length} places`);
}
