// Draws a list to choose one thing from.
import { joined } from './classes.ts';
import { describing, Field, type FieldProps, present } from './field.tsx';

interface SelectItem {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean | undefined;
}

interface SelectProps extends FieldProps {
  readonly items: readonly SelectItem[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      <select
        class={joined('govuk-select', props.class, present(props.error) && 'govuk-select--error')}
        id={props.id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describing(props)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.items.map((item) => (
          <option key={item.value} value={item.value} selected={item.value === props.value} disabled={item.disabled}>
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
