// /start-a-pool: one question a page, then the agreement in plain words, signed by starting the pool.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { Button } from '../../components/button.tsx';
import { useDraft } from '../../shell/draft.ts';
import type { FieldError } from '../../shell/errors.ts';
import { tellNext } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { QuestionPage } from '../../shell/question-page.tsx';
import { Loading } from '../../shell/states.tsx';
import { useSteps } from '../../shell/steps.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { AgreementWords } from './agreement-words.tsx';
import { startPoolText as t } from './start-pool.text.ts';
import { StartPoolCheck } from './start-pool-check.tsx';
import {
  bodyOf,
  EMPTY,
  firstUnanswered,
  LIMITS,
  mistakeIn,
  STEPS,
  type StartDraft,
  type Step,
  termsOf,
  USUAL_RULES,
} from './start-pool-draft.ts';
import { QUESTIONS } from './start-pool-questions.tsx';

/** What is wrong with one answer, said at its field, which has the question's name. */
function errorsOf(draft: StartDraft, step: Step): FieldError[] {
  const words = mistakeIn(draft, step);
  if (!words) return [];
  const limits = step === 'quorum' || step === 'days' || step === 'notice' ? LIMITS[step] : {};
  return [{ field: step, message: say(words, limits) }];
}

export function StartPool() {
  const { route } = useLocation();
  const [draft, change, forget] = useDraft<StartDraft>('start-pool', EMPTY);
  const steps = useSteps(STEPS);
  const command = useCommand('POST /v1/pools', 'start-pool', ({ id }) => {
    tellNext(say(t.welcome, { name: draft.name.trim() }));
    forget();
    route(`/pools/${id}`);
  });
  const caption = say(t.caption);
  const back = steps.back ?? { href: '/my-pools' };
  // Somebody who comes to the end by its address has not said everything yet.
  const step = steps.step === 'check' ? (firstUnanswered(draft) ?? 'check') : steps.step;

  // What was typed is forgotten, and the pool's own page is on its way.
  if (command.state === 'done') return <Loading />;

  if (step === 'check')
    return (
      <StartPoolCheck
        key={step}
        draft={draft}
        back={{ href: `/start-a-pool?step=${draft.ownRules ? 'books' : 'rules'}` }}
        changeHref={steps.changeHref}
        command={command}
        onSign={() => command.send({ body: bodyOf(draft) })}
      />
    );

  if (step === 'rules')
    return (
      <Page
        key={step}
        title={say(t.rulesTitle)}
        caption={caption}
        back={back}
        words={['agreement', 'notice', 'held', 'free']}
      >
        <Say text={t.rulesAbout} />
        <div class="kitty-card">
          <AgreementWords agreement={termsOf({ ...draft, ...USUAL_RULES })} />
        </div>
        <div class="kitty-actions">
          <Button
            type="button"
            onClick={() => {
              change(USUAL_RULES);
              steps.goTo('check');
            }}
          >
            {say(t.usual)}
          </Button>
          <Button
            type="button"
            variant="secondary"
            onClick={() => {
              change({ ownRules: true });
              steps.goTo('rule');
            }}
          >
            {say(t.own)}
          </Button>
        </div>
      </Page>
    );

  const { title, words = [], Question } = QUESTIONS[step];
  return (
    <QuestionPage
      key={step}
      title={say(title)}
      caption={caption}
      back={back}
      words={words}
      mistakes={() => errorsOf(draft, step)}
      onGood={steps.goOn}
    >
      {(errors) => <Question draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
