// Sends by Amazon SES: its documented HTTP API, https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html. For
// places that have no GOV.UK Notify. SES sends no text messages: those who chose them get emails (people/recipient.store.ts).
import { logError } from '../platform/log.ts';
import { signedFetch } from '../platform/signed-fetch.ts';
import { type Contact, emailText, type Message, type Sender } from './sender.ts';

interface SesSettings {
  /** The address it comes from, verified in SES. */
  readonly from: string;
  readonly region: string;
  /** The web's address, which links start with. */
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
    // Identifies the message in SES's own events.
    EmailTags: [{ Name: 'message', Value: message.id }],
  };
}

export function sesSender(settings: SesSettings): Sender {
  const { region, endpoint } = settings;
  const url = new URL('/v2/email/outbound-emails', endpoint ?? `https://email.${region}.amazonaws.com`);
  return {
    sendsTexts: false,
    async send(message, contact) {
      if (contact.by === 'text') return 'never';
      const body = new TextEncoder().encode(JSON.stringify(emailOf(message, contact, settings)));
      const headers = { 'content-type': 'application/json' };
      const response = await signedFetch({ name: 'ses', region }, { method: 'POST', url, headers, body }, TIMEOUT_MS);
      // The body may repeat the address, so it is discarded unread.
      await response.body?.cancel();
      if (response.status === 200) return 'sent';
      const [errorType] = (response.headers.get('x-amzn-errortype') ?? '').split(':');
      logError('ses-refused', new Error(`SES answered ${response.status} ${errorType}`));
      // This one email cannot be sent: in practice, because its address is not valid.
      if (errorType === 'BadRequestException') return 'never';
      // Any other refusal applies to every email until an operator puts it right: the sender is not verified, the account is
      // still in SES's sandbox or paused, a permission is missing (403), too many requests (429).
      if (response.status < 500) return 'later';
      throw new Error(`SES answered ${response.status}`);
    },
  };
}
