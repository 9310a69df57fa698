// Lists at the top of a page what is wrong, with a link to each field; takes the focus.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../text/say.ts';
import { componentTexts } from './components.text.ts';
import { present } from './field.tsx';

interface SummaryError {
  readonly text: ComponentChildren;
  /** `#` and the id of the field to lead to; left out when it is about no one field. */
  readonly href?: string | undefined;
}

interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[];
  readonly title?: ComponentChildren;
  readonly description?: ComponentChildren;
}

/** It takes the focus when it appears; give it a new `key` at each attempt, so that a second attempt says it again. */
export function ErrorSummary({ errors, title, description }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => focusOnce(box.current), []);
  return (
    <div class="govuk-error-summary" ref={box}>
      {/* The alert is a child of what takes the focus: some screen readers lose text when one element does both. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? say(componentTexts.problemTitle)}</h2>
        <div class="govuk-error-summary__body">
          {present(description) && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={href}>
                  {href === undefined ? (
                    text
                  ) : (
                    <a href={href} onClick={(event) => focusField(href.slice(1), event)}>
                      {text}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

/** Focuses something that is not a control, and leaves it unfocusable afterwards. */
export function focusOnce(element: HTMLElement | null) {
  if (element === null) return;
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}

/** Scrolls to the question, because a jump to the field alone would leave its question out of view. */
function focusField(fieldId: string, event: Event) {
  const field = document.getElementById(fieldId);
  if (field === null) return;
  event.preventDefault();
  const question =
    field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${fieldId}"]`);
  (question ?? field).scrollIntoView();
  // A date's group has the id that the summary leads to; its first field takes the focus.
  const control = field.matches('input, select, textarea, button, a') ? field : field.querySelector('input');
  (control ?? field).focus({ preventScroll: true });
}
