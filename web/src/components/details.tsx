// More text, shown when it is opened.
import type { ComponentChildren } from 'preact';
import { joined } from './classes.ts';

interface DetailsProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Details({ summary, children, id, open, class: more }: DetailsProps) {
  return (
    <details id={id} class={joined('govuk-details', more)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
