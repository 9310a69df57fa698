// A question whose answers are big boxes, each with a picture. Used for voting.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import { describing, FormGroup, HintAndError, present } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import type { TextSize } from './label.tsx';
import { Picture, type PictureName } from './picture.tsx';

interface BigChoice {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly picture?: PictureName | undefined;
}

interface BigChoicesProps {
  /** Of the first answer, so that an error summary can link to it. */
  readonly id: string;
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  readonly pageHeading?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly items: readonly BigChoice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

export function BigChoices(props: BigChoicesProps) {
  const { id, name, legend, legendSize = 'm', pageHeading, hint, error, items, value, onChange } = props;
  return (
    <FormGroup error={error}>
      <Fieldset legend={legend} legendSize={legendSize} pageHeading={pageHeading} describedBy={describing(props)}>
        <HintAndError id={id} hint={hint} error={error} />
        <div class="kitty-choices">
          {items.map((item, at) => {
            const itemId = at === 0 ? id : `${id}-${at + 1}`;
            const hintId = `${itemId}-item-hint`;
            return (
              <label key={item.value} class="kitty-choice" for={itemId}>
                <input
                  class="kitty-choice__input"
                  id={itemId}
                  name={name}
                  type="radio"
                  value={item.value}
                  checked={item.value === value}
                  onChange={() => onChange(item.value)}
                  aria-describedby={joined(present(item.hint) && hintId)}
                />
                <span>
                  <span class="kitty-choice__text">{item.text}</span>
                  {present(item.hint) && (
                    <span class="kitty-choice__hint" id={hintId}>
                      {item.hint}
                    </span>
                  )}
                </span>
                {item.picture && <Picture name={item.picture} size="large" />}
              </label>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
