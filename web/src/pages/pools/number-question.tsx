// Asks for a number: radios with the usual ones, and a field for any other.
import { useState } from 'preact/hooks';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import { startPoolText as t } from './start-pool.text.ts';
import type { NumericRule, StartDraft } from './start-pool-draft.ts';

interface NumberQuestionProps extends FieldsProps<StartDraft> {
  readonly what: NumericRule;
  readonly legend: string;
  readonly hint: string;
  readonly offered: readonly (readonly [n: number, text: string])[];
}

export function NumberQuestion({ draft, change, errors, what, legend, hint, offered }: NumberQuestionProps) {
  const typed = draft[what];
  const [isAnother, setIsAnother] = useState(!offered.some(([n]) => String(n) === typed));
  return (
    <Radios
      id={`${what}-choice`}
      name={what}
      legend={legend}
      legendSize="m"
      hint={hint}
      items={[
        ...offered.map(([n, text]) => ({ value: String(n), text })),
        {
          value: 'another',
          text: say(t.another),
          conditional: (
            <Input
              id={what}
              name={`${what}-number`}
              label={say(t.anotherLabel)}
              error={errorOf(errors, what)}
              inputMode="numeric"
              width={3}
              autocomplete="off"
              value={isAnother ? typed : ''}
              onInput={(value) => change({ [what]: value })}
            />
          ),
        },
      ]}
      value={isAnother ? 'another' : typed}
      onChange={(chosen) => {
        setIsAnother(chosen === 'another');
        change({ [what]: chosen === 'another' ? '' : chosen });
      }}
    />
  );
}
