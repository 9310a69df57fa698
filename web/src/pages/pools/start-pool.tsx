// /start-a-pool: one question a page, then the agreement in plain words, signed by starting the pool.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { QuestionPage } from '../../shell/question-page.tsx';
import { say } from '../../text/say.ts';
import { startPoolText as t } from './start-pool.text.ts';
import { StartPoolCheck } from './start-pool-check.tsx';
import { bodyOf, EMPTY, mistakesIn, questionsFor } from './start-pool-draft.ts';
import { QUESTIONS } from './start-pool-questions.tsx';
import { StartPoolRules } from './start-pool-rules.tsx';

export function StartPool() {
  const { route } = useLocation();
  const flow = useFlow({ draftName: 'start-pool', empty: EMPTY, questionsFor, mistakesIn, home: '/my-pools' });
  const { draft, change, step } = flow;
  const command = useCommand('POST /v1/pools', 'start-pool', ({ id }) => {
    showOnNextPage(say(t.welcome, { name: draft.name.trim() }));
    flow.finish();
    route(`/pools/${id}`);
  });

  if (step === 'check')
    return (
      <StartPoolCheck key={step} flow={flow} command={command} onSign={() => command.send({ body: bodyOf(draft) })} />
    );
  if (step === 'rules') return <StartPoolRules key={step} flow={flow} />;

  const { title, words = [], Question } = QUESTIONS[step];
  return (
    <QuestionPage key={step} flow={flow} title={say(title)} caption={say(t.caption)} words={words}>
      {(errors) => <Question draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
