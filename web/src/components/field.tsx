// Puts a label, a hint and an error around one control, and sets its aria-describedby.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label, type TextSize } from './label.tsx';

export interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: ComponentChildren;
  readonly labelSize?: TextSize | undefined;
  /** The label is the page's h1. */
  readonly pageHeading?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  /** Ids of further elements that describe the field. */
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Further classes of the control itself. */
  readonly class?: string | undefined;
}

interface Frame extends Pick<FieldProps, 'id' | 'label' | 'labelSize' | 'pageHeading' | 'hint' | 'error'> {
  readonly children: ComponentChildren;
  readonly labelClass?: string | undefined;
}

export function Field({ id, label, labelSize, pageHeading, labelClass, hint, error, children }: Frame) {
  return (
    <FormGroup error={error}>
      <Label for={id} size={labelSize} pageHeading={pageHeading} class={labelClass}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </FormGroup>
  );
}

export function FormGroup({ error, children }: Pick<Frame, 'error' | 'children'>) {
  return <div class={joined('govuk-form-group', present(error) && 'govuk-form-group--error')}>{children}</div>;
}

export function HintAndError({ id, hint, error }: Pick<Frame, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {present(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {present(error) && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  );
}

/** The ids for aria-describedby, in the order in which they are read out. */
export function describing({
  id,
  hint,
  error,
  describedBy,
}: Pick<FieldProps, 'id' | 'hint' | 'error' | 'describedBy'>) {
  return joined(describedBy, present(hint) && `${id}-hint`, present(error) && `${id}-error`);
}

export function present(children: ComponentChildren): boolean {
  return children !== undefined && children !== null && children !== false && children !== '';
}
