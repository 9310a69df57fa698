// A confirmation panel: something important is done.
import { type ComponentChildren, h } from 'preact';
import { joined } from './classes.ts';
import { present } from './field.tsx';

interface PanelProps {
  readonly title: ComponentChildren;
  readonly headingLevel?: 1 | 2 | 3 | undefined;
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

export function Panel({ title, headingLevel = 1, children, class: more }: PanelProps) {
  return (
    <div class={joined('govuk-panel', 'govuk-panel--confirmation', more)}>
      {h(`h${headingLevel}`, { class: 'govuk-panel__title' }, title)}
      {present(children) && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}
