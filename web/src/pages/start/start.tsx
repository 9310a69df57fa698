// /: what Kitty is and how to begin; for somebody who is signed in, what they can do.
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { signedIn } from '../../sign-in/session.ts';
import { say } from '../../text/say.ts';
import { startText as t } from './start.text.ts';
import { Tasks } from './tasks.tsx';

export const Start = () => (signedIn.value ? <Welcome /> : <Introduction />);

function Welcome() {
  const me = useLoad('GET /v1/me', {});
  return <Loaded of={me}>{(known) => <Tasks me={known} />}</Loaded>;
}

const Introduction = () => (
  <Page title={say(t.title)} words={['pool', 'vote', 'session', 'enterprise', 'funder']} wide>
    <div class="kitty-hero">
      <div class="kitty-hero__words">
        <Say text={t.who} />
        <Say text={t.pool} />
        <Say text={t.choose} />
        <Say text={t.share} />
        <Say text={t.safe} />
        <div class="govuk-button-group">
          <Button href="/find">{say(t.find)}</Button>
          <Button href="/how-it-works" variant="secondary">
            {say(t.how)}
          </Button>
        </div>
      </div>
      <div class="kitty-hero__picture">
        <img src="/together.svg" alt={say(t.picture)} width="540" height="380" />
      </div>
    </div>
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.stepsTitle)}</h2>
      <ol class="kitty-steps">
        <li>
          <Say text={t.lookAround} />
        </li>
        <li>
          <Say text={t.signInStep} />
        </li>
        <li>
          <Say text={t.startStep} />
        </li>
        <li>
          <Say text={t.moneyStep} />
        </li>
      </ol>
      <Button href="/sign-in">{say(t.signIn)}</Button>
    </section>
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.forTitle)}</h2>
      <ul class="kitty-cards kitty-cards--pairs">
        {FOR_WHOM.map(({ title, more }) => (
          <li key={more} class="kitty-card">
            <h3 class="kitty-card__title">{say(title)}</h3>
            <Say text={more} />
          </li>
        ))}
      </ul>
    </section>
  </Page>
);

const FOR_WHOM = [
  { title: t.holderTitle, more: t.holder },
  { title: t.supporterTitle, more: t.supporter },
  { title: t.enterpriseTitle, more: t.enterprise },
  { title: t.funderTitle, more: t.funder },
] as const;
