// /join: type the code that somebody gave you.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { isCode, tidyCode } from '../../text/typed-code.ts';
import { joinText as t } from './join.text.ts';

/** How long the code of an invitation is. */
const CODE_LENGTH = 12;

/** Somebody may paste the whole address that they were sent. */
const codeIn = (typed: string): string => tidyCode(/\/join\/([^/?#]+)/.exec(typed)?.[1] ?? typed);

function mistakesIn(typed: string): FieldError[] {
  const code = codeIn(typed);
  if (isCode(code, CODE_LENGTH)) return [];
  const words = code === '' ? t.missing : code.length === CODE_LENGTH ? t.odd : t.wrong;
  return [{ field: 'code', message: say(words, { n: code.length }) }];
}

export function Join() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return (
    <Page title={say(t.title)} back={{ href: '/my-pools' }} errors={errors} words={['pool']}>
      <Say text={t.about} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = mistakesIn(typed);
          setErrors(found);
          if (found.length === 0) route(`/join/${codeIn(typed)}`);
        }}
      >
        <Input
          id="code"
          name="code"
          label={say(t.label)}
          labelSize="m"
          hint={say(t.hint)}
          error={errorOf(errors, 'code')}
          value={typed}
          onInput={setTyped}
          width={20}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <Button>{say(t.look)}</Button>
      </form>
    </Page>
  );
}
