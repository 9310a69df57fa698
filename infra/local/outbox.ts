// The local outbox: replaces the sender of notices and keeps what would have been sent.
import * as z from 'zod';
import { NOTICE_KINDS } from '../../functions/notices/notices.state.ts';
import type { Sender } from '../../functions/notices/sender.ts';
import type { Table } from '../../functions/platform/table.ts';

const PK = 'LOCAL#OUTBOX';
/** What the page and the JSON show. */
const SHOWN = 200;

const sentMessage = z.object({
  id: z.string(),
  at: z.string(),
  place: z.string(),
  by: z.enum(['email', 'text']),
  name: z.string(),
  address: z.string(),
  kinds: z.array(z.enum(NOTICE_KINDS)),
  subject: z.string(),
  text: z.string(),
  link: z.string(),
});
export type SentMessage = z.infer<typeof sentMessage>;

export interface Outbox {
  senderFor(place: string): Sender;
  /** What was sent last, the newest first. */
  messages(): Promise<SentMessage[]>;
}

export const outboxIn = (table: Table, now: () => string): Outbox => ({
  senderFor: (place) => ({
    sendsTexts: true,
    async send(message, contact) {
      const at = now();
      const sent: SentMessage = { ...message, ...contact, kinds: [...message.kinds], at, place };
      await table.putNew({ ...sent, PK, SK: `${at}#${message.id}` });
      return 'sent';
    },
  }),
  async messages() {
    const items = await table.query({ pk: PK, limit: SHOWN, newestFirst: true, consistent: true });
    return items.map((item) => sentMessage.parse(item));
  },
});
