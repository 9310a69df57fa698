// The last page of “Start a pool”: what was answered, and the agreement that is signed by starting it.
import type { CommandState } from '../../api/command.ts';
import { Say } from '../../components/say.tsx';
import type { Flow } from '../../shell/flow.ts';
import { CheckPage } from '../../shell/question-page.tsx';
import { outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { AgreementWords } from './agreement-words.tsx';
import { startPoolText as t } from './start-pool.text.ts';
import { outcomesOf, type Question, type StartDraft, termsOf } from './start-pool-draft.ts';

interface CheckProps {
  readonly flow: Flow<StartDraft, Question>;
  readonly command: CommandState;
  readonly onSign: () => void;
}

export function StartPoolCheck({ flow, command, onSign }: CheckProps) {
  const { draft, changeHref } = flow;
  return (
    <CheckPage
      flow={flow}
      title={say(t.checkTitle)}
      caption={say(t.caption)}
      words={['agreement', 'notice', 'held', 'free']}
      answers={[
        { key: say(t.checkName), value: draft.name, changeHref: changeHref('name') },
        { key: say(t.checkPurpose), value: draft.purpose, changeHref: changeHref('purpose') },
        {
          key: say(t.checkOutcomes),
          value: outcomesOf(draft).map(outcomeName).join(', '),
          changeHref: changeHref('outcomes'),
        },
      ]}
      command={command}
      sendText={say(t.sign)}
      sendIsBig
      onSend={onSign}
    >
      <h2 class="govuk-heading-m">{say(t.checkRules)}</h2>
      <div class="kitty-card">
        <AgreementWords agreement={termsOf(draft)} />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={changeHref('rules')}>
          {say(t.changeRules)}
        </a>
      </p>
      <div class="kitty-section">
        <Say text={t.signing} />
      </div>
    </CheckPage>
  );
}
