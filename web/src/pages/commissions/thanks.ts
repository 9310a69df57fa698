// What is said when I have confirmed a session: it is paid, or will be.
import type { Session } from '../../api/types.ts';
import { instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { commissionWords as t } from './commission-words.text.ts';

/** `session` as it is now. */
export const thanksFor = (session: Pick<Session, 'releasesAt'> | undefined): string =>
  session?.releasesAt === undefined
    ? say(t.confirmedPaid)
    : say(t.confirmedWaits, { when: instant(session.releasesAt) });
