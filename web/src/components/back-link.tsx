// Leads back to the page before.
import type { ComponentChildren } from 'preact';
import { say } from '../text/say.ts';
import { joined } from './classes.ts';
import { componentTexts } from './components.text.ts';

interface BackLinkProps {
  readonly href: string;
  /** "Back" when left out. */
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

export function BackLink({ href, children, class: more }: BackLinkProps) {
  return (
    <a href={href} class={joined('govuk-back-link', more)}>
      {children ?? say(componentTexts.back)}
    </a>
  );
}
