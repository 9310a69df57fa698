// Proposes a change of the agreement: what should be different, then the whole of it to check.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { say } from '../../text/say.ts';
import { agreementText as t } from './agreement.text.ts';
import { AgreementDifferences } from './agreement-differences.tsx';
import { AgreementFields, mistakesIn } from './agreement-fields.tsx';
import { termsOf, typedFrom } from './agreement-typed.ts';
import { AgreementWords } from './agreement-words.tsx';

const QUESTIONS = ['change'] as const;

export function AgreementChange({ pool }: { readonly pool: Pool }) {
  const { id, name, agreement } = pool;
  const { route } = useLocation();
  const flow = useFlow({
    draftName: `agreement ${id}`,
    empty: typedFrom(agreement),
    questionsFor: () => QUESTIONS,
    mistakesIn: (typed) => mistakesIn(typed, agreement),
    home: `/pools/${id}/agreement`,
  });
  const { draft, change, step } = flow;
  const command = useCommand('POST /v1/pools/{id}/proposals', `propose agreement ${id}`, ({ proposalId }) => {
    flow.finish();
    showOnNextPage(say(t.proposed));
    route(`/pools/${id}/proposals/${proposalId}`);
  });
  const terms = termsOf(draft);
  const page = { flow, caption: name, words: ['agreement', 'vote', 'notice'], command } as const;
  if (step === 'check' && terms) {
    const note = draft.note.trim();
    return (
      <CheckPage
        key={step}
        {...page}
        title={say(t.checkTitle)}
        sendText={say(t.send)}
        onSend={() =>
          command.send({
            params: { id },
            body: { kind: 'agreement', agreement: terms, ...(note === '' ? {} : { note }) },
          })
        }
      >
        <h2 class="govuk-heading-m">{say(t.changes)}</h2>
        <AgreementDifferences now={agreement} after={terms} />
        <Say text={t.checkIntro} />
        <AgreementWords agreement={terms} />
      </CheckPage>
    );
  }
  return (
    <QuestionPage key="change" {...page} title={say(t.changeTitle)}>
      {(errors) => <AgreementFields draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
