// A group of fields under one question, which can also be the page's heading.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import type { TextSize } from './label.tsx';

interface FieldsetProps {
  readonly legend: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  readonly pageHeading?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: 'group' | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Fieldset({ legend, legendSize, pageHeading, describedBy, role, class: more, children }: FieldsetProps) {
  return (
    <fieldset class={joined('govuk-fieldset', more)} role={role} aria-describedby={describedBy}>
      <legend class={joined('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
        {pageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
