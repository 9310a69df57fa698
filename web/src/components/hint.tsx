// Draws the help that belongs to a field.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

interface HintProps {
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
}

export function Hint({ children, id, class: more }: HintProps) {
  return (
    <div id={id} class={joined('govuk-hint', more)}>
      {children}
    </div>
  );
}
