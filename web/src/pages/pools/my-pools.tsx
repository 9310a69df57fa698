// /my-pools: the pools that I belong to, and how to get into one.

import { pounds } from '../../../../functions/kernel/money.ts';
import { actingForCaption } from '../../api/acting.ts';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { myPoolsText as t } from './my-pools.text.ts';

export function MyPools() {
  const pools = useLoad('GET /v1/pools', {});
  return (
    <Loaded of={pools}>
      {({ items }) => (
        <Page title={say(t.title)} {...actingForCaption()} words={['pool', 'held', 'free']} wide>
          {items.length === 0 && (
            <div class="kitty-empty">
              <Picture name="pool" size="large" />
              <Say text={t.none} />
            </div>
          )}
          <ul class="kitty-cards">
            {items.map(({ id, name, purpose, freePence, heldPence, mine }) => (
              <li key={id} class="kitty-card kitty-card--link">
                <h2 class="kitty-card__title">
                  <a class="govuk-link" href={`/pools/${id}`}>
                    {name}
                  </a>
                </h2>
                <p class="govuk-body">{purpose}</p>
                {freePence + heldPence === 0 ? (
                  <Say text={t.noMoney} />
                ) : (
                  <Say
                    text={t.money}
                    params={{
                      free: pounds(freePence),
                      held: pounds(heldPence),
                      total: pounds(freePence + heldPence),
                      mine: pounds(mine.freePence + mine.heldPence),
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
          <div class="govuk-button-group">
            <Button href="/start-a-pool">{say(t.start)}</Button>
            <Button href="/join" variant="secondary">
              {say(t.join)}
            </Button>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
