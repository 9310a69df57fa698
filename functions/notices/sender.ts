// The port through which messages leave: GOV.UK Notify or Amazon SES on AWS, an outbox locally.
import type { NoticeKind } from './notices.state.ts';
import type { MessageText } from './notices.words.ts';

/** The text of one notice, or the digest of several. */
export interface Message extends MessageText {
  /** Identifies this message in the sender's own records; not a person's id. */
  readonly id: string;
  readonly kinds: readonly NoticeKind[];
}

/** The last line of every email. A text message has no room for it; the page that it links to has this link. */
export const CONTACT_PREFERENCES = { text: 'Change how we tell you things:', link: '/how-we-tell-you' } as const;

/** An email's body: the text, its link, and the link to change how one is notified. */
export const emailText = ({ text, link }: MessageText, web: string): string =>
  [text, new URL(link, web).href, `${CONTACT_PREFERENCES.text} ${new URL(CONTACT_PREFERENCES.link, web).href}`].join(
    '\n\n',
  );

/** Where a message goes. Held only while it is sent. */
export interface Contact {
  readonly by: 'email' | 'text';
  readonly name: string;
  readonly address: string;
}

/**
 * Sends a message. `later`: certainly not accepted, try again; `never`: this address or message is refused for good.
 * Throws when it is unknown whether it was accepted; it is then not sent again.
 */
export interface Sender {
  /** Whether it can send text messages; if not, everybody gets emails. */
  readonly sendsTexts: boolean;
  send(message: Message, contact: Contact): Promise<'sent' | 'later' | 'never'>;
}
