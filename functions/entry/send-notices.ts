// Lambda `send-notices`, every minute: sends waiting notices in every place. Only it may use GOV.UK Notify or Amazon SES.
import * as z from 'zod/mini';
import { notifySender } from '../notices/notify.ts';
import type { Sender } from '../notices/sender.ts';
import { sendDue } from '../notices/sending.actions.ts';
import { sesSender } from '../notices/ses.ts';
import { logError, logInfo } from '../platform/log.ts';
import { secret } from '../platform/secret.ts';
import { places, settings, stage, table } from '../platform/settings.ts';
import { lambdaContext } from './lambda-context.ts';

const noticeSettings = {
  KITTY_NOTICES: z.enum(['notify', 'ses']),
  /** The web's address, which links in messages start with. */
  KITTY_WEB: z.url(),
};
const notifySettings = {
  /** The name of the secret that holds Notify's API key. */
  KITTY_NOTIFY_SECRET: z.string().check(z.minLength(1)),
  KITTY_NOTIFY_EMAIL_TEMPLATE: z.uuid(),
  KITTY_NOTIFY_TEXT_TEMPLATE: z.uuid(),
};
const sesSettings = {
  KITTY_SENDER_EMAIL: z.email(),
  /** Only where it is not AWS's own; AWS's own name for it. */
  AWS_ENDPOINT_URL_SESV2: z.optional(z.url()),
};

const env = settings({ ...stage, ...table, ...places, ...noticeSettings });
const contexts = env.KITTY_PLACES.map((place) => lambdaContext(env, place));
const sender = { notify: createNotifySender, ses: createSesSender }[env.KITTY_NOTICES]();

function createNotifySender(): Sender {
  const secretSettings = settings(notifySettings);
  return notifySender({
    key: secret(secretSettings.KITTY_NOTIFY_SECRET),
    emailTemplate: secretSettings.KITTY_NOTIFY_EMAIL_TEMPLATE,
    textTemplate: secretSettings.KITTY_NOTIFY_TEXT_TEMPLATE,
    web: env.KITTY_WEB,
  });
}

function createSesSender(): Sender {
  const senderSettings = settings(sesSettings);
  return sesSender({
    from: senderSettings.KITTY_SENDER_EMAIL,
    region: env.AWS_REGION,
    web: env.KITTY_WEB,
    endpoint: senderSettings.AWS_ENDPOINT_URL_SESV2,
  });
}

/** One place's failure stops no other place; the Lambda still fails in the end, so that the alarm goes off. */
export async function handler(): Promise<void> {
  let failed = 0;
  for (const context of contexts) {
    const { place } = context;
    try {
      const sent = await sendDue(context, sender, place);
      if (sent > 0) logInfo('notices-sent', { place, sent });
    } catch (error) {
      failed++;
      logError('notices-failed', error);
    }
  }
  if (failed > 0) throw new Error(`notices failed in ${failed} of ${contexts.length} places`);
}
