// Text set apart by a line at its left edge.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

interface InsetTextProps {
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
}

export function InsetText({ children, id, class: more }: InsetTextProps) {
  return (
    <div id={id} class={joined('govuk-inset-text', more)}>
      {children}
    </div>
  );
}
