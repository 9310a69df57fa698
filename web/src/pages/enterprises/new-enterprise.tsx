// /my-enterprises/new: registers an enterprise, one question a page.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { say } from '../../text/say.ts';
import { EMPTY_ENTERPRISE, enterpriseBodyOf, enterpriseMistakes, fieldsOf } from './enterprise-draft.ts';
import { EnterpriseFieldOf, enterpriseAnswer, fieldName, QUESTIONS } from './enterprise-fields.tsx';
import { newEnterpriseText as t } from './new-enterprise.text.ts';

export function NewEnterprise() {
  const { route } = useLocation();
  const flow = useFlow({
    draftName: 'enterprise',
    empty: EMPTY_ENTERPRISE,
    questionsFor: fieldsOf,
    mistakesIn: (typed, field) => enterpriseMistakes(typed, [field]),
    home: '/my-enterprises',
  });
  const { draft, change, step } = flow;
  const command = useCommand('POST /v1/enterprises', 'register enterprise', ({ id }) => {
    showOnNextPage(say(t.done, { name: draft.name }));
    flow.finish();
    route(`/my-enterprises/${id}`);
  });

  if (step === 'check')
    return (
      <CheckPage
        key={step}
        flow={flow}
        caption={say(t.caption)}
        answers={flow.questions.map((field) => ({
          key: fieldName(field),
          value: enterpriseAnswer(field, draft),
          changeHref: flow.changeHref(field),
        }))}
        command={command}
        sendText={say(t.send)}
        onSend={() => {
          const body = enterpriseBodyOf(draft);
          if (body) command.send({ body });
        }}
      />
    );
  return (
    <QuestionPage
      key={step}
      flow={flow}
      title={say(QUESTIONS[step])}
      caption={say(t.caption)}
      words={step === 'name' ? ['enterprise'] : []}
    >
      {(errors) => <EnterpriseFieldOf alone field={step} draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
