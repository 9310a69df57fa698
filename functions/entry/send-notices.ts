// Lambda `send-notices`, every minute: sends the notices that wait, in every place. It alone holds the key of GOV.UK Notify.
import * as z from 'zod';
import { notifySender } from '../notices/notify.ts';
import { sendDue } from '../notices/sending.actions.ts';
import { logError, logInfo } from '../platform/log.ts';
import { secret } from '../platform/secret.ts';
import { places, settings, stage, table } from '../platform/settings.ts';
import { lambdaWorld } from './world.ts';

const notify = {
  /** The web's address, which links begin with. */
  KITTY_WEB: z.url(),
  /** The name of the secret that holds Notify's API key. */
  KITTY_NOTIFY_SECRET: z.string().min(1),
  KITTY_NOTIFY_EMAIL_TEMPLATE: z.uuid(),
  KITTY_NOTIFY_TEXT_TEMPLATE: z.uuid(),
};

const env = settings({ ...stage, ...table, ...places, ...notify });
const worlds = env.KITTY_PLACES.map((place) => lambdaWorld(env, place));
const sender = notifySender({
  key: secret(env.KITTY_NOTIFY_SECRET),
  emailTemplate: env.KITTY_NOTIFY_EMAIL_TEMPLATE,
  textTemplate: env.KITTY_NOTIFY_TEXT_TEMPLATE,
  web: env.KITTY_WEB,
});

/** One place's failure stops no other place; the Lambda still fails in the end, so that somebody is told. */
export async function handler(): Promise<void> {
  let failed = 0;
  for (const world of worlds) {
    const { place } = world;
    try {
      const sent = await sendDue(world, sender, place);
      if (sent > 0) logInfo('notices-sent', { place, sent });
    } catch (error) {
      failed++;
      logError('notices-failed', error);
    }
  }
  if (failed > 0) throw new Error(`notices failed in ${failed} of ${worlds.length} places`);
}
