// What a new agreement changes: each question with its answer now and then.

import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { say } from '../../text/say.ts';
import { agreementText as t } from './agreement.text.ts';
import { differences } from './agreement-terms.ts';
import type { Terms } from './agreement-words.tsx';

export function AgreementDifferences({ now, after }: { readonly now: Terms; readonly after: Terms }) {
  const found = differences(now, after);
  if (found.length === 0) return <Say text={t.nothingChanges} />;
  return (
    <SummaryList
      rows={found.map((one) => ({
        key: one.question,
        value: (
          <>
            <p class="govuk-body kitty-muted">{say(t.now, { what: one.now })}</p>
            <p class="govuk-body">
              <strong>{say(t.after, { what: one.after })}</strong>
            </p>
          </>
        ),
      }))}
    />
  );
}
