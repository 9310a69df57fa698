// Sets a few words apart from the text around them.
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
