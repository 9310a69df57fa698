// The frame of a page: title, back link, errors, running commands, content and hard words.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { CommandState } from '../api/command.ts';
import { BackLink } from '../components/back-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Say } from '../components/say.tsx';
import { easyRead, say } from '../text/say.ts';
import type { FieldError } from './errors.ts';
import { type HardWord, HardWords } from './hard-words.tsx';
import { useNotice } from './notice.ts';
import { Refused } from './refused.tsx';
import { shellText as t } from './shell.text.ts';

interface PageProps {
  /** The heading; also the window's title. */
  readonly title: string;
  /** In small type above the heading: what this page is part of. */
  readonly caption?: string;
  readonly back?: { readonly href: string; readonly label?: string };
  readonly errors?: readonly FieldError[];
  /** The page's commands: it shows when an answer is still awaited, and why one was refused. */
  readonly commands?: readonly CommandState[];
  /** Explained at the end in Easy Read. */
  readonly words?: readonly HardWord[];
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

const NO_ERRORS: readonly FieldError[] = [];

/** The first page that a browser opens does not move the focus; every later one moves it to its heading. */
let isFirst = true;

export function Page({
  title,
  caption,
  back,
  errors = NO_ERRORS,
  commands = [],
  words = [],
  wide,
  children,
}: PageProps) {
  const attempt = useAttempt(errors);
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = useLocation();
  const hasErrors = errors.length > 0 || commands.some((command) => command.state === 'refused');
  // The route's own address: while the next page loads, this one is still visible and the window's address is already the next.
  const good = useNotice(useRoute().path);

  useEffect(() => {
    document.title = `${hasErrors ? say(t.errorInTitle, { title }) : title} – ${say(t.kitty)}`;
  }, [title, hasErrors]);

  // A form of several pages has one path and a new heading each time. As a layout effect, because a moment later somebody
  // quick may have moved the focus already.
  useLayoutEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
    scrollTo(0, 0);
  }, [path, title]);

  return (
    <main id="main" class={wide ? 'kitty-main kitty-main--wide' : 'kitty-main'} tabindex={-1}>
      {back && <BackLink href={back.href}>{back.label ?? say(t.back)}</BackLink>}
      {errors.length > 0 && (
        <ErrorSummary
          key={attempt}
          errors={errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
        />
      )}
      {commands.map((command) => command.problem && <Refused key={command.problem.code} problem={command.problem} />)}
      {good !== undefined && <NotificationBanner type="success" text={good} />}
      {commands.some((command) => command.state === 'checking') && (
        <NotificationBanner>
          <div role="status">
            <p class="govuk-notification-banner__heading">{say(t.checkingTitle)}</p>
            <Say text={t.checking} />
          </div>
        </NotificationBanner>
      )}
      {caption !== undefined && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l" ref={heading} tabindex={-1}>
        {title}
      </h1>
      {children}
      {easyRead.value && words.length > 0 && <HardWords words={words} />}
    </main>
  );
}

/** Counts the attempts at a form, so that the same errors are announced again after a second attempt. */
function useAttempt(errors: readonly FieldError[]): number {
  const seen = useRef({ errors, attempt: 0 });
  if (seen.current.errors !== errors) seen.current = { errors, attempt: seen.current.attempt + 1 };
  return seen.current.attempt;
}
