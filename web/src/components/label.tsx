// The label of one field; it can also be the page's heading.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

export type TextSize = 's' | 'm' | 'l' | 'xl';

interface LabelProps {
  readonly children: ComponentChildren;
  readonly for?: string | undefined;
  readonly size?: TextSize | undefined;
  readonly pageHeading?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Label({ children, for: fieldId, size, pageHeading, class: more }: LabelProps) {
  const label = (
    <label class={joined('govuk-label', size && `govuk-label--${size}`, more)} for={fieldId}>
      {children}
    </label>
  );
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
