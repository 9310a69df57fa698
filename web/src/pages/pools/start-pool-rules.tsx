// Asks whether the pool keeps the usual rules or makes its own.
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import type { Flow } from '../../shell/flow.ts';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { AgreementWords } from './agreement-words.tsx';
import { startPoolText as t } from './start-pool.text.ts';
import { type Question, type StartDraft, termsOf, USUAL_RULES } from './start-pool-draft.ts';

interface RulesProps {
  readonly flow: Flow<StartDraft, Question>;
}

export const StartPoolRules = ({ flow: { draft, change, back, goTo } }: RulesProps) => (
  <Page title={say(t.rulesTitle)} caption={say(t.caption)} back={back} words={['agreement', 'notice', 'held', 'free']}>
    <Say text={t.rulesAbout} />
    <div class="kitty-card">
      <AgreementWords agreement={termsOf({ ...draft, ...USUAL_RULES })} />
    </div>
    <div class="kitty-actions">
      <Button
        type="button"
        onClick={() => {
          change(USUAL_RULES);
          goTo('check');
        }}
      >
        {say(t.usual)}
      </Button>
      <Button
        type="button"
        variant="secondary"
        onClick={() => {
          change({ ownRules: true });
          goTo('rule');
        }}
      >
        {say(t.own)}
      </Button>
    </div>
  </Page>
);
