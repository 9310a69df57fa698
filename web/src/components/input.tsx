// A one-line text field, with an optional prefix (£) or suffix (a unit).
import { type ComponentChildren, h, type TargetedInputEvent } from 'preact';
import { joined } from './classes.ts';
import { describing, Field, type FieldProps, present } from './field.tsx';

export interface InputProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'time' | 'number' | 'url' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | undefined;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly prefix?: ComponentChildren;
  readonly suffix?: ComponentChildren;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'words' | 'sentences' | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly pattern?: string | undefined;
  readonly labelClass?: string | undefined;
}

export function Input(props: InputProps) {
  return (
    <Field {...props}>
      {present(props.prefix) || present(props.suffix) ? (
        <div class="govuk-input__wrapper">
          {present(props.prefix) && <Affix side="prefix">{props.prefix}</Affix>}
          <Control {...props} />
          {present(props.suffix) && <Affix side="suffix">{props.suffix}</Affix>}
        </div>
      ) : (
        <Control {...props} />
      )}
    </Field>
  );
}

function Control(props: InputProps) {
  const width = props.width && `govuk-input--width-${props.width}`;
  // `h` instead of JSX, whose types allow only a literal `type`.
  return h('input', {
    class: joined('govuk-input', width, props.class, present(props.error) && 'govuk-input--error'),
    id: props.id,
    name: props.name,
    type: props.type ?? 'text',
    value: props.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onInput(event.currentTarget.value),
    disabled: props.disabled,
    'aria-describedby': describing(props),
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    spellcheck: props.spellcheck,
    pattern: props.pattern,
    inputmode: props.inputMode,
  });
}

/** Hidden from screen readers: the label must say the unit. */
function Affix({ side, children }: { readonly side: 'prefix' | 'suffix'; readonly children: ComponentChildren }) {
  return (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {children}
    </div>
  );
}
