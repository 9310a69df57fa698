// Draws a status in a word or two.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

export type TagColour = 'grey' | 'teal' | 'green' | 'purple' | 'red' | 'orange' | 'yellow';

interface TagProps {
  readonly children: ComponentChildren;
  readonly colour?: TagColour | undefined;
}

export function Tag({ children, colour }: TagProps) {
  return <strong class={joined('govuk-tag', colour && `govuk-tag--${colour}`)}>{children}</strong>;
}
