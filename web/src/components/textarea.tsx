// Draws a field of several lines.
import { joined } from './classes.ts';
import { describing, Field, type FieldProps, present } from './field.tsx';

interface TextareaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly rows?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
}

export function Textarea(props: TextareaProps) {
  return (
    <Field {...props}>
      <textarea
        class={joined('govuk-textarea', present(props.error) && 'govuk-textarea--error', props.class)}
        id={props.id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describing(props)}
        autocomplete={props.autocomplete}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
