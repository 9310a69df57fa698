// Proposes a change of the agreement: what should be different, then the whole of it to check.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { useDraft } from '../../shell/draft.ts';
import type { FieldError } from '../../shell/errors.ts';
import { tellNext } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loading } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { agreementText as t } from './agreement.text.ts';
import { AgreementDifferences } from './agreement-differences.tsx';
import { AgreementForm } from './agreement-form.tsx';
import { type TypedTerms, termsOf, typedFrom } from './agreement-typed.ts';
import { AgreementWords } from './agreement-words.tsx';

export function AgreementChange({ pool, isCheck }: { readonly pool: Pool; readonly isCheck: boolean }) {
  const { id, name, agreement } = pool;
  const { route } = useLocation();
  const [draft, setDraft, forget] = useDraft<TypedTerms>(`agreement ${id}`, typedFrom(agreement));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand('POST /v1/pools/{id}/proposals', `propose agreement ${id}`, ({ proposalId }) => {
    forget();
    tellNext(say(t.proposed));
    route(`/pools/${id}/proposals/${proposalId}`);
  });
  const terms = termsOf(draft);
  const own = `/pools/${id}/agreement`;
  const isUnderWay = command.state === 'sending' || command.state === 'checking';
  // The draft is gone, so a form drawn now would be a new one.
  if (command.state === 'done') return <Loading />;
  if (isCheck && terms)
    return (
      <Page
        key="check"
        title={say(t.checkTitle)}
        caption={name}
        back={{ href: `${own}?step=change` }}
        commands={[command]}
        words={['agreement', 'vote', 'notice']}
      >
        <h2 class="govuk-heading-m">{say(t.changes)}</h2>
        <AgreementDifferences now={agreement} after={terms} />
        <Say text={t.checkIntro} />
        <AgreementWords agreement={terms} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const note = draft.note.trim();
            const body = { kind: 'agreement' as const, agreement: terms, ...(note === '' ? {} : { note }) };
            command.send({ params: { id }, body });
          }}
        >
          <Button>{say(isUnderWay ? shellText.sending : t.send)}</Button>
        </form>
      </Page>
    );
  return (
    <Page
      key="change"
      title={say(t.changeTitle)}
      caption={name}
      back={{ href: own }}
      errors={errors}
      commands={[command]}
      words={['agreement', 'vote', 'notice']}
    >
      <Say text={t.changeIntro} />
      <AgreementForm
        now={agreement}
        typed={draft}
        errors={errors}
        onErrors={setErrors}
        onTyped={(typed) => {
          setErrors([]);
          setDraft(typed);
          route(`${own}?step=check`);
        }}
      />
    </Page>
  );
}
