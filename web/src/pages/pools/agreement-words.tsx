// A pool's agreement as a list of sentences, each with a picture.
import type { Agreement } from '../../api/types.ts';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { easyRead, say } from '../../text/say.ts';
import { agreementWordsText as t } from './agreement-words.text.ts';

/** Without the version, so that terms can be shown before they have one. */
export type Terms = Omit<Agreement, 'version'>;

export function AgreementWords({ agreement }: { agreement: Terms }) {
  const { decisionRule, quorum, votingDays, noticeWeeks, absence, openBooks } = agreement;
  const rules = [
    { text: t[decisionRule] },
    { text: quorum === 1 ? t.quorumOne : t.quorum, n: quorum },
    { text: votingDays === 1 ? t.daysOne : t.days, n: votingDays },
    { text: noticeWeeks === 0 ? t.noticeNone : noticeWeeks === 1 ? t.noticeOne : t.notice, n: noticeWeeks },
    { text: t[absence] },
    { text: openBooks ? t.openBooks : t.closedBooks },
  ];
  return (
    <ul class={easyRead.value ? 'govuk-list' : 'kitty-facts'}>
      {rules.map(({ text, n = 0 }) => (
        <li key={text}>
          {easyRead.value ? (
            <Say text={text} params={{ n }} />
          ) : (
            <>
              <Picture name={text[2]} />
              <span>{say(text, { n })}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
