// /my-enterprises/:id?change=yes: changes what an enterprise says of itself, all in one form.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isUnderWay, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Enterprise } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { useDraft } from '../../shell/draft.ts';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { Loaded, NotFound } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { enterpriseText as t } from './enterprise.text.ts';
import { draftOfEnterprise, enterpriseBodyOf, enterpriseMistakes, fieldsOf } from './enterprise-draft.ts';
import { EnterpriseFieldOf } from './enterprise-fields.tsx';

export function ChangeEnterprise({ id }: { readonly id: string }) {
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  return <Loaded of={enterprise}>{(mine) => (mine.mine ? <ChangeForm enterprise={mine} /> : <NotFound />)}</Loaded>;
}

function ChangeForm({ enterprise }: { readonly enterprise: Enterprise }) {
  const { id, name } = enterprise;
  const home = `/my-enterprises/${id}`;
  const { route } = useLocation();
  const [draft, change, forget] = useDraft(`enterprise ${id}`, draftOfEnterprise(enterprise));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const command = useCommand('PUT /v1/enterprises/{id}', `change enterprise ${id}`, () => {
    forget();
    showOnNextPage(say(t.saved));
    route(home);
  });
  const fields = fieldsOf(draft);

  function send(): void {
    setErrors(enterpriseMistakes(draft, fields));
    const body = enterpriseBodyOf(draft);
    if (body) command.send({ params: { id }, body });
  }

  return (
    <Page title={say(t.changeTitle)} caption={name} back={{ href: home }} errors={errors} commands={[command]}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {fields.map((field) => (
          <EnterpriseFieldOf key={field} field={field} draft={draft} change={change} errors={errors} />
        ))}
        <Button>{say(isUnderWay(command) ? shellText.sending : t.save)}</Button>
      </form>
    </Page>
  );
}
