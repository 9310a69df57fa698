// Sends by Amazon SES: its documented HTTP API, https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html. For
// places that have no GOV.UK Notify. SES knows no text messages: who chose them gets emails (people/recipient.store.ts).
import { logError } from '../platform/log.ts';
import { signedFetch } from '../platform/signed-fetch.ts';
import { type Contact, emailText, type Message, type Sender } from './sender.ts';

export interface SesSettings {
  /** The address it comes from, verified in SES. */
  readonly from: string;
  readonly region: string;
  /** Where the web is: links begin with it. */
  readonly web: string;
  /** Only where it is not AWS's own. */
  readonly endpoint?: string | undefined;
}

const TIMEOUT_MS = 10_000;

const text = (Data: string) => ({ Data, Charset: 'UTF-8' });

function emailOf(message: Message, { name, address }: Contact, { from, web }: SesSettings) {
  const body = `Hello ${name},\n\n${emailText(message, web)}\n`;
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [address] },
    Content: { Simple: { Subject: text(message.subject), Body: { Text: text(body) } } },
    // Names it in SES's own events.
    EmailTags: [{ Name: 'message', Value: message.id }],
  };
}

export function sesSender(settings: SesSettings): Sender {
  const { region, endpoint } = settings;
  const url = new URL('/v2/email/outbound-emails', endpoint ?? `https://email.${region}.amazonaws.com`);
  return {
    texts: false,
    async send(message, contact) {
      if (contact.by === 'text') return 'never';
      const body = new TextEncoder().encode(JSON.stringify(emailOf(message, contact, settings)));
      const headers = { 'content-type': 'application/json' };
      const answer = await signedFetch({ name: 'ses', region }, { method: 'POST', url, headers, body }, TIMEOUT_MS);
      // What it says may repeat the address: it is not read, only let go.
      await answer.body?.cancel();
      if (answer.status === 200) return 'sent';
      const [kind] = (answer.headers.get('x-amzn-errortype') ?? '').split(':');
      logError('ses-refused', new Error(`SES answered ${answer.status} ${kind}`));
      // This one email cannot be sent as it is: in practice, its address is none.
      if (kind === 'BadRequestException') return 'never';
      // Whatever else it refuses it refuses of everybody, until somebody mends it: the sender not verified, the account still
      // in SES's sandbox or paused, a right missing (403), too many (429).
      if (answer.status < 500) return 'later';
      throw new Error(`SES answered ${answer.status}`);
    },
  };
}
