// The form to let somebody act for me.
import { useState } from 'preact/hooks';
import { type Command, isUnderWay } from '../../api/command.ts';
import { me } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Say } from '../../components/say.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import { bodyOf, EMPTY, type Grant, mistakesIn, personOf, SCOPES } from './grant.ts';
import { scopeText, supportersText as t } from './supporters.text.ts';

interface AddProps {
  readonly give: Command<'PUT /v1/me/supporters/{personId}'>;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
}

export function AddSupporter({ give, errors, onErrors }: AddProps) {
  const [grant, setGrant] = useState<Grant>(EMPTY);
  const change = (changes: Partial<Grant>): void => setGrant({ ...grant, ...changes });
  return (
    <>
      <Say text={t.addAbout} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = mistakesIn(grant, me.value?.personId);
          onErrors(found.map(({ field, what }) => ({ field, message: say(t[what]) })));
          if (found.length === 0) give.send({ params: { personId: personOf(grant) }, body: bodyOf(grant) });
        }}
      >
        <Input
          id="number"
          name="number"
          label={say(t.number)}
          hint={say(t.numberHint)}
          error={errorOf(errors, 'number')}
          value={grant.number}
          onInput={(number) => change({ number })}
          width={20}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <Checkboxes
          id="scopes"
          name="scopes"
          legend={say(t.scopes)}
          hint={say(t.scopesHint)}
          error={errorOf(errors, 'scopes')}
          items={SCOPES.map((scope) => ({ value: scope, text: say(scopeText[scope]) }))}
          values={grant.scopes}
          onChange={(scopes) => change({ scopes })}
        />
        <Radios
          id="ends"
          name="ends"
          legend={say(t.ends)}
          items={[
            { value: 'never', text: say(t.endsNever) },
            {
              value: 'day',
              text: say(t.endsOn),
              conditional: (
                <DateInput
                  id="day"
                  namePrefix="day"
                  legend={say(t.day)}
                  hint={say(t.dayHint)}
                  error={errorOf(errors, 'day')}
                  value={grant.day}
                  onInput={(day) => change({ day })}
                />
              ),
            },
          ]}
          value={grant.ends}
          onChange={(chosen) => change({ ends: chosen === 'day' ? 'day' : 'never' })}
        />
        <Button>{isUnderWay(give) ? say(shellText.sending) : say(t.give)}</Button>
      </form>
    </>
  );
}
