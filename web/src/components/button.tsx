// Draws a button, or a link that looks and acts as one.
import type { AriaAttributes, ComponentChildren } from 'preact';
import { joined } from './classes.ts';

interface ButtonProps extends AriaAttributes {
  readonly children: ComponentChildren;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly variant?: 'secondary' | 'warning' | undefined;
  readonly disabled?: boolean | undefined;
  /** Makes it a link. */
  readonly href?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly class?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
}

export function Button({ children, type, variant, disabled, href, name, value, class: more, ...rest }: ButtonProps) {
  const className = joined('govuk-button', variant && `govuk-button--${variant}`, more);
  if (href !== undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes to a page, so it must stay a link that opens in a new tab.
      <a href={href} role="button" draggable={false} class={className} onKeyDown={pressOnSpace} {...rest}>
        {children}
      </a>
    );
  }
  const ariaDisabled = disabled ? ({ disabled: true, 'aria-disabled': 'true' } as const) : {};
  return (
    <button type={type ?? 'submit'} name={name} value={value} class={className} {...ariaDisabled} {...rest}>
      {children}
    </button>
  );
}

/** Some screen readers tell people that they can press a button with the space bar, which a link would not obey. */
function pressOnSpace(event: KeyboardEvent) {
  if (event.key !== ' ' || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.click();
}
