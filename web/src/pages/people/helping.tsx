// For those who support others: my own number, which they need, and whom I may act for.
import { useLocation } from 'preact-iso';
import { actingFor } from '../../api/acting.ts';
import { me } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Say } from '../../components/say.tsx';
import { say } from '../../text/say.ts';
import { inFours } from '../../text/typed-code.ts';
import { scopeForThemText, supportersText as t } from './supporters.text.ts';

export function Helping() {
  const { route } = useLocation();
  if (!me.value) return null;
  const { personId, actingFor: others } = me.value;
  return (
    <>
      <section class="kitty-section" aria-labelledby="others">
        <h2 class="govuk-heading-m" id="others">
          {say(t.othersTitle)}
        </h2>
        {others.length === 0 && <Say text={t.noOthers} />}
        <ul class="kitty-cards">
          {others.map((other) => (
            <li key={other.personId} class="kitty-card">
              <h3 class="kitty-card__title">{other.name}</h3>
              <p class="govuk-body">{say(t.youMay, { name: other.name })}</p>
              <ul class="govuk-list govuk-list--bullet">
                {other.scopes.map((scope) => (
                  <li key={scope}>{say(scopeForThemText[scope])}</li>
                ))}
              </ul>
              <div class="kitty-card__foot">
                {actingFor.value?.personId === other.personId ? (
                  <Say text={t.actingNow} params={{ name: other.name }} />
                ) : (
                  <Button
                    type="button"
                    onClick={() => {
                      actingFor.value = { personId: other.personId, name: other.name };
                      route('/my-pools');
                    }}
                  >
                    {say(t.act, { name: other.name })}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section class="kitty-section" aria-labelledby="mine">
        <h2 class="govuk-heading-m" id="mine">
          {say(t.numberTitle)}
        </h2>
        <Say text={t.numberAbout} />
        <InsetText>
          <span class="govuk-heading-m">{inFours(personId)}</span>
        </InsetText>
      </section>
    </>
  );
}
