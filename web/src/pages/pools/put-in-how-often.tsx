// Once, or again with every instalment.
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import { putInText as t } from './put-in.text.ts';

interface HowOftenProps {
  readonly often: string;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
  readonly onChosen: (often: string) => void;
}

const FIELD = 'often';

export function PutInHowOften({ often, errors, onErrors, onChosen }: HowOftenProps) {
  const [chosen, choose] = useState(often);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === '') onErrors([{ field: FIELD, message: say(t.howOftenError) }]);
        else onChosen(chosen);
      }}
    >
      <Radios
        id={FIELD}
        name={FIELD}
        legend={say(t.howOften)}
        legendSize="m"
        error={errorOf(errors, FIELD)}
        value={chosen}
        onChange={choose}
        items={[
          { value: 'once', text: say(t.once) },
          { value: 'standing', text: say(t.standing), hint: say(t.standingHint) },
        ]}
      />
      <Button>{say(t.continue)}</Button>
    </form>
  );
}
