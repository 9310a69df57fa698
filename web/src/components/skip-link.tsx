// Lets keyboard users skip the header; the first element of every page.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';
import { focusOnce } from './error-summary.tsx';

interface SkipLinkProps {
  /** `#` and the id of the main part. */
  readonly href: string;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
}

export function SkipLink({ href, children, class: more }: SkipLinkProps) {
  return (
    <a
      href={href}
      class={joined('govuk-skip-link', more)}
      onClick={(event) => {
        event.preventDefault();
        focusOnce(document.getElementById(href.slice(1)));
      }}
    >
      {children}
    </a>
  );
}
