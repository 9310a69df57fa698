// /my-enterprises/new: registers an enterprise, one question a page.
import { useLocation } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useDraft } from '../../shell/draft.ts';
import { tellNext } from '../../shell/notice.ts';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { useSteps } from '../../shell/steps.ts';
import { say } from '../../text/say.ts';
import { enterpriseBodyOf, enterpriseMistakes, fieldsOf, NO_ENTERPRISE } from './enterprise-draft.ts';
import { EnterpriseFieldOf, enterpriseAnswer, fieldName, QUESTIONS } from './enterprise-fields.tsx';
import { newEnterpriseText as t } from './new-enterprise.text.ts';

const HOME = { href: '/my-enterprises' };

export function NewEnterprise() {
  const { route } = useLocation();
  const [draft, change, forget] = useDraft('enterprise', NO_ENTERPRISE);
  const fields = fieldsOf(draft);
  const { step, back = HOME, goOn, goTo, changeHref } = useSteps([...fields, 'check']);
  const command = useCommand('POST /v1/enterprises', 'register enterprise', ({ id }) => {
    tellNext(say(t.done, { name: draft.name }));
    forget();
    route(`/my-enterprises/${id}`);
  });

  function send(): void {
    const body = enterpriseBodyOf(draft);
    const missing = fields.find((field) => enterpriseMistakes(draft, [field]).length > 0);
    if (body) command.send({ body });
    else if (missing) goTo(missing);
  }

  if (step === 'check')
    return (
      <CheckPage
        key={step}
        caption={say(t.caption)}
        back={back}
        command={command}
        sendText={say(t.send)}
        onSend={send}
        answers={fields.map((field) => ({
          key: fieldName(field),
          value: enterpriseAnswer(field, draft),
          changeHref: changeHref(field),
        }))}
      />
    );
  return (
    <QuestionPage
      key={step}
      title={say(QUESTIONS[step])}
      caption={say(t.caption)}
      back={back}
      words={step === 'name' ? ['enterprise'] : []}
      mistakes={() => enterpriseMistakes(draft, [step])}
      onGood={goOn}
    >
      {(errors) => <EnterpriseFieldOf alone field={step} draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
