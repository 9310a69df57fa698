// What a new agreement changes: each question with its answer now and then.

import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { agreementText as t } from './agreement.text.ts';
import { differences } from './agreement-terms.ts';
import type { Terms } from './agreement-words.tsx';

interface DifferencesProps {
  readonly now: Terms;
  readonly after: Terms;
  /** What stands before each answer of `now`. */
  readonly nowText?: Words;
}

export function AgreementDifferences({ now, after, nowText = t.now }: DifferencesProps) {
  const found = differences(now, after);
  if (found.length === 0) return <Say text={t.nothingChanges} />;
  return (
    <SummaryList
      rows={found.map((one) => ({
        key: one.question,
        value: (
          <>
            <p class="govuk-body kitty-muted">{say(nowText, { what: one.now })}</p>
            <p class="govuk-body">
              <strong>{say(t.after, { what: one.after })}</strong>
            </p>
          </>
        ),
      }))}
    />
  );
}
