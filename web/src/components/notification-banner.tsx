// A banner: information, or a success message, which takes the focus.
import { type ComponentChildren, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../text/say.ts';
import { joined } from './classes.ts';
import { componentTexts } from './components.text.ts';
import { focusOnce } from './error-summary.tsx';
import { present } from './field.tsx';

interface NotificationBannerProps {
  readonly type?: 'success' | undefined;
  readonly title?: ComponentChildren;
  readonly titleId?: string | undefined;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** One sentence in large type. Put anything longer in the children. */
  readonly text?: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { type, title, titleId = 'govuk-notification-banner-title', headingLevel = 2, text, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const success = type === 'success';
  useEffect(() => focusOnce(success ? box.current : null), [success]);
  const words = title ?? say(success ? componentTexts.success : componentTexts.important);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a name.
    <div
      class={joined('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={success ? 'alert' : 'region'}
      aria-labelledby={titleId}
      ref={box}
    >
      <div class="govuk-notification-banner__header">
        {h(`h${headingLevel}`, { class: 'govuk-notification-banner__title', id: titleId }, words)}
      </div>
      <div class="govuk-notification-banner__content">
        {present(text) && <p class="govuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
