// The status of a commission and of a session as tags. The words say it all; colour only helps.
import type { Commission, Session } from '../../api/types.ts';
import { Tag, type TagColour } from '../../components/tag.tsx';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { commissionStatusText, sessionStatusText } from '../../text/words.text.ts';

const commissionColours: Readonly<Record<Commission['status'], TagColour>> = {
  requested: 'yellow',
  accepted: 'green',
  refused: 'red',
  expired: 'grey',
  cancelled: 'grey',
  done: 'teal',
};

const sessionColours: Readonly<Record<Session['status'], TagColour>> = {
  planned: 'teal',
  'not-funded': 'red',
  delivered: 'yellow',
  disputed: 'red',
  released: 'green',
  cancelled: 'grey',
};

/** `words` instead of those for a pool. */
export const CommissionTag = ({ status, words }: Pick<Commission, 'status'> & { readonly words?: Words }) => (
  <Tag colour={commissionColours[status]}>{say(words ?? commissionStatusText[status])}</Tag>
);

export const SessionTag = ({ status }: Pick<Session, 'status'>) => (
  <Tag colour={sessionColours[status]}>{say(sessionStatusText[status])}</Tag>
);
