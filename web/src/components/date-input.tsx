// Asks for a date as day, month and year.
import type { ComponentChildren } from 'preact';
import { say } from '../text/say.ts';
import type { TypedDate } from '../text/typed-date.ts';
import { componentTexts } from './components.text.ts';
import { describing, FormGroup, HintAndError, present } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import { Input } from './input.tsx';
import type { TextSize } from './label.tsx';

const parts = ['day', 'month', 'year'] as const;
type DatePart = (typeof parts)[number];

interface DateInputProps {
  readonly id: string;
  /** Put before `-day`, `-month` and `-year` in the fields' names. */
  readonly namePrefix?: string | undefined;
  readonly legend: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  readonly pageHeading?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  /** Which parts are wrong; all of them when left out. */
  readonly wrongParts?: readonly DatePart[] | undefined;
  readonly describedBy?: string | undefined;
  readonly value: TypedDate;
  readonly onInput: (value: TypedDate) => void;
}

export function DateInput(props: DateInputProps) {
  const { id, namePrefix, legend, legendSize, pageHeading, hint, error, wrongParts = parts, value, onInput } = props;
  return (
    <FormGroup error={error}>
      {/* JAWS reads the description of text inputs in a fieldset only when it is a group. */}
      <Fieldset
        role="group"
        legend={legend}
        legendSize={legendSize}
        pageHeading={pageHeading}
        describedBy={describing(props)}
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div class="govuk-date-input" id={id}>
          {parts.map((part) => (
            <div key={part} class="govuk-date-input__item">
              <Input
                id={`${id}-${part}`}
                name={namePrefix === undefined ? part : `${namePrefix}-${part}`}
                label={say(componentTexts[part])}
                labelClass="govuk-date-input__label"
                class={partClass(present(error) && wrongParts.includes(part))}
                width={part === 'year' ? 4 : 2}
                inputMode="numeric"
                value={value[part]}
                onInput={(typed) => onInput({ ...value, [part]: typed })}
              />
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

function partClass(wrong: boolean) {
  return wrong ? 'govuk-date-input__input govuk-input--error' : 'govuk-date-input__input';
}
