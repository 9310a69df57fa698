// A warning: an exclamation mark and bold text, for what a person must know before they go on.
import type { ComponentChildren } from 'preact';
import { say } from '../text/say.ts';
import { joined } from './classes.ts';
import { componentTexts } from './components.text.ts';

interface WarningTextProps {
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
}

export function WarningText({ children, class: more }: WarningTextProps) {
  return (
    <div class={joined('govuk-warning-text', more)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{say(componentTexts.warning)}</span> {children}
      </strong>
    </div>
  );
}
