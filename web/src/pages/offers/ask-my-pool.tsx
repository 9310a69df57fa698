// “Ask my pool to do this”: leads to the proposal, or first to signing in or to starting a pool.
import { actingFor } from '../../api/acting.ts';
import { useLoad } from '../../api/load.ts';
import { me } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { signedIn } from '../../sign-in/session.ts';
import { say } from '../../text/say.ts';
import { askText as t } from './ask-my-pool.text.ts';

export function AskMyPool({ offerId }: { offerId: string }) {
  if (!mayHavePools()) return null;
  return (
    <section class="kitty-card kitty-card--accent" aria-labelledby="ask">
      <h2 class="govuk-heading-m" id="ask">
        {say(t.title)}
      </h2>
      {signedIn.value ? <MyPoolsToAsk offerId={offerId} /> : <SignInFirst offerId={offerId} />}
    </section>
  );
}

/** False for people without the role of a budget holder who act for nobody: they cannot have a pool. */
const mayHavePools = (): boolean =>
  me.value === undefined || me.value.roles.includes('holder') || actingFor.value !== undefined;

const SignInFirst = ({ offerId }: { offerId: string }) => (
  <>
    <Say text={t.signInFirst} />
    <Button href={`/sign-in?to=${encodeURIComponent(`/offers/${offerId}`)}`}>{say(t.signIn)}</Button>
  </>
);

function MyPoolsToAsk({ offerId }: { offerId: string }) {
  const pools = useLoad('GET /v1/pools', {});
  if (pools.state === 'loading')
    return (
      <p class="govuk-body" role="status">
        {say(shellText.loading)}
      </p>
    );
  if (pools.state !== 'ready')
    return (
      <>
        <Say text={pools.state === 'offline' ? shellText.offline : shellText.error} />
        <Button type="button" variant="secondary" onClick={pools.reload}>
          {say(shellText.again)}
        </Button>
      </>
    );
  const { items } = pools.value;
  if (items.length === 0)
    return (
      <>
        <Say text={t.noPool} />
        <div class="kitty-actions">
          <Button href="/start-a-pool">{say(t.start)}</Button>
          <Button href="/join" variant="secondary">
            {say(t.join)}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <Say text={t.lead} />
      <div class="kitty-actions">
        {items.map(({ id, name }) => (
          <Button key={id} href={`/pools/${id}/propose/${offerId}`}>
            {say(t.ask, { pool: name })}
          </Button>
        ))}
      </div>
    </>
  );
}
