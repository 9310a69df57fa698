// The error message at a field.
import type { ComponentChildren } from 'preact';
import { say } from '../text/say.ts';
import { joined } from './classes.ts';
import { componentTexts } from './components.text.ts';

interface ErrorMessageProps {
  readonly children: ComponentChildren;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
}

export function ErrorMessage({ children, id, class: more }: ErrorMessageProps) {
  return (
    <p id={id} class={joined('govuk-error-message', more)}>
      <span class="govuk-visually-hidden">{say(componentTexts.errorPrefix)}</span> {children}
    </p>
  );
}
