// The port through which messages leave: GOV.UK Notify or Amazon SES on AWS, an outbox locally.
import type { NoticeKind } from './notices.state.ts';
import type { Words } from './notices.words.ts';

/** One notice in words, or the digest of several. */
export interface Message extends Words {
  /** Names this message in the sender's own records: never a person. */
  readonly id: string;
  readonly kinds: readonly NoticeKind[];
}

/** The last line of every email. A text message has no room for it: the page that it leads to has the link. */
export const TO_CHANGE = { text: 'Change how we tell you things:', link: '/how-we-tell-you' } as const;

/** What an email says: the words, where to go, and where to change how one is told. */
export const emailText = ({ text, link }: Words, web: string): string =>
  [text, new URL(link, web).href, `${TO_CHANGE.text} ${new URL(TO_CHANGE.link, web).href}`].join('\n\n');

/** Where it goes. Known for as long as sending takes. */
export interface Contact {
  readonly by: 'email' | 'text';
  readonly name: string;
  readonly address: string;
}

/**
 * Hands a message over. `later`: certainly not taken, try again; `never`: this address or message is refused for good.
 * Throws when nobody can say whether it was taken: it is then not sent again.
 */
export interface Sender {
  /** Whether it can carry text messages; else everybody gets emails. */
  readonly texts: boolean;
  send(message: Message, contact: Contact): Promise<'sent' | 'later' | 'never'>;
}
