// The states that every page shares: loading, offline, error, not found, not allowed.
import type { ComponentChildren } from 'preact';
import type { Load } from '../api/load.ts';
import { Button } from '../components/button.tsx';
import { Say } from '../components/say.tsx';
import { say } from '../text/say.ts';
import { Page } from './page.tsx';
import { shellText as t } from './shell.text.ts';

interface LoadedProps<Value> {
  readonly of: Load<Value>;
  readonly children: (value: Value) => ComponentChildren;
}

/** Draws the page from what was read, or says why it cannot be shown yet. */
export function Loaded<Value>({ of, children }: LoadedProps<Value>) {
  switch (of.state) {
    case 'ready':
      return <>{children(of.value)}</>;
    case 'loading':
      return <Loading />;
    case 'not-found':
      return <NotFound />;
    case 'not-allowed':
      return (
        <Page title={say(t.notAllowedTitle)}>
          <Say text={t.notAllowed} />
        </Page>
      );
    case 'offline':
      return (
        <Page title={say(t.offlineTitle)}>
          <Say text={t.offline} />
          <Button onClick={of.reload}>{say(t.again)}</Button>
        </Page>
      );
    case 'error':
      return (
        <Page title={say(t.errorTitle)}>
          <Say text={t.error} />
          <Button onClick={of.reload}>{say(t.again)}</Button>
        </Page>
      );
  }
}

/** A page's code could not be loaded: no connection, or a newer version has replaced it. */
export const Unloadable = () => (
  <Page title={say(t.errorTitle)}>
    <Say text={navigator.onLine ? t.error : t.offline} />
    <Button onClick={() => location.reload()}>{say(t.again)}</Button>
  </Page>
);

export const Loading = () => (
  <main id="main" class="kitty-main kitty-loading" tabindex={-1}>
    <div role="status">
      <h1 class="govuk-heading-m">{say(t.loading)}</h1>
    </div>
  </main>
);

export const NotFound = () => (
  <Page title={say(t.notFoundTitle)}>
    <Say text={t.notFound} />
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        {say(t.home)}
      </a>
    </p>
  </Page>
);
