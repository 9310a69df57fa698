// Sends by GOV.UK Notify: its documented HTTP API, https://docs.notifications.service.gov.uk/rest-api.html. Why not its own
// package: decisions/10-notices.md. The service keeps two templates: an email with ((subject)), ((name)) and ((body)), a text
// message with ((body)).
import { createHmac } from 'node:crypto';
import { logError } from '../platform/log.ts';
import { type Contact, emailText, type Message, type Sender } from './sender.ts';

interface NotifySettings {
  /** The API key, as Notify shows it: its name, the service's id and a secret, joined by hyphens. */
  readonly key: () => Promise<string>;
  readonly emailTemplate: string;
  readonly textTemplate: string;
  /** The web's address, which links start with. */
  readonly web: string;
  readonly api?: string;
}

const API = 'https://api.notifications.service.gov.uk';
const UUID_LENGTH = 36;
const TIMEOUT_MS = 10_000;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token for Notify: issued by the service's id, signed with the secret. */
export function notifyToken(key: string, now: number): string {
  const secret = key.slice(-UUID_LENGTH);
  const service = key.slice(-2 * UUID_LENGTH - 1, -UUID_LENGTH - 1);
  const claims = { iss: service, iat: Math.floor(now / 1000) };
  const signed = `${encoded({ typ: 'JWT', alg: 'HS256' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function notifyRequest(message: Message, { by, name, address }: Contact, settings: NotifySettings) {
  const { subject, text, link, id } = message;
  const { web } = settings;
  return by === 'email'
    ? {
        path: '/v2/notifications/email',
        body: {
          email_address: address,
          template_id: settings.emailTemplate,
          personalisation: { subject, name, body: emailText(message, web) },
          reference: id,
        },
      }
    : {
        path: '/v2/notifications/sms',
        body: {
          phone_number: address,
          template_id: settings.textTemplate,
          personalisation: { body: `${text} ${new URL(link, web).href}` },
          reference: id,
        },
      };
}

export function notifySender(settings: NotifySettings): Sender {
  return {
    sendsTexts: true,
    async send(message, contact) {
      const { path, body } = notifyRequest(message, contact, settings);
      const key = await settings.key().catch((error) => logError('notify-key-missing', error));
      // Notify has not been called yet, so it can be tried again.
      if (key === undefined) return 'later';
      const response = await fetch(`${settings.api ?? API}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${notifyToken(key, Date.now())}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // The body repeats the address, so it is discarded unread.
      await response.body?.cancel();
      if (response.status === 201) return 'sent';
      logError('notify-refused', new Error(`GOV.UK Notify answered ${response.status}`));
      if (response.status === 400) return 'never';
      // A wrong service, key or clock (403), too many requests (429), and a 500, after which Notify says to send again.
      if (response.status < 500 || response.status === 500) return 'later';
      throw new Error(`GOV.UK Notify answered ${response.status}`);
    },
  };
}
