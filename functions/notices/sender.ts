// The port through which messages leave. GOV.UK Notify on AWS, an outbox locally; another (SES) is one more function like these.
import type { NoticeKind } from './notices.state.ts';
import type { Words } from './notices.words.ts';

/** One notice in words, or the digest of several. */
export interface Message extends Words {
  /** Names this message in the sender's own records: never a person. */
  readonly id: string;
  readonly kinds: readonly NoticeKind[];
}

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
  send(message: Message, contact: Contact): Promise<'sent' | 'later' | 'never'>;
}
