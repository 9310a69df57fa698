// Why signing in did not work, and the way to start again.
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { SignInFailed } from '../../sign-in/failed.ts';
import { say } from '../../text/say.ts';
import { signInFailures, signInText as t } from './sign-in.text.ts';

export function Failed({ error }: { error: unknown }) {
  const { code, to } = error instanceof SignInFailed ? error : new SignInFailed('refused', '/');
  return (
    <Page title={say(t.failedTitle)}>
      <Say text={signInFailures[code]} />
      <Button href={`/sign-in?to=${encodeURIComponent(to)}`}>{say(t.again)}</Button>
    </Page>
  );
}

export const SigningIn = () => (
  <Page title={say(t.title)}>
    <p class="govuk-body" role="status">
      {say(t.signingIn)}
    </p>
  </Page>
);
