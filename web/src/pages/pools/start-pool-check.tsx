// The last page of “Start a pool”: what was answered, and the agreement that is signed by starting it.
import type { CommandState } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Page } from '../../shell/page.tsx';
import { questionPageText } from '../../shell/question-page.text.ts';
import { shellText } from '../../shell/shell.text.ts';
import { outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { AgreementWords } from './agreement-words.tsx';
import { startPoolText as t } from './start-pool.text.ts';
import { outcomesOf, type StartDraft, type Step, termsOf } from './start-pool-draft.ts';

interface CheckProps {
  readonly draft: StartDraft;
  readonly back: { readonly href: string };
  readonly changeHref: (step: Step) => string;
  readonly command: CommandState;
  readonly onSign: () => void;
}

export function StartPoolCheck({ draft, back, changeHref, command, onSign }: CheckProps) {
  const isUnderWay = command.state === 'sending' || command.state === 'checking';
  const row = (key: string, value: string, step: Step) => ({
    key,
    value,
    actions: [{ href: changeHref(step), text: say(questionPageText.change), hiddenText: key }],
  });
  return (
    <Page
      title={say(t.checkTitle)}
      caption={say(t.caption)}
      back={back}
      commands={[command]}
      words={['agreement', 'notice', 'held', 'free']}
    >
      <SummaryList
        rows={[
          row(say(t.checkName), draft.name, 'name'),
          row(say(t.checkPurpose), draft.purpose, 'purpose'),
          row(say(t.checkOutcomes), outcomesOf(draft).map(outcomeName).join(', '), 'outcomes'),
        ]}
      />
      <h2 class="govuk-heading-m">{say(t.checkRules)}</h2>
      <div class="kitty-card">
        <AgreementWords agreement={termsOf(draft)} />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={changeHref('rules')}>
          {say(t.changeRules)}
        </a>
      </p>
      <form
        class="kitty-section"
        onSubmit={(event) => {
          event.preventDefault();
          onSign();
        }}
      >
        <Say text={t.signing} />
        <Button class="kitty-button--big">{isUnderWay ? say(shellText.sending) : say(t.sign)}</Button>
      </form>
    </Page>
  );
}
