// The people who may act for me, each with what they may do and the way to stop it.
import type { Command } from '../../api/command.ts';
import type { MySupporters } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { scopeText, supportersText as t } from './supporters.text.ts';

interface ListProps {
  readonly items: MySupporters['items'];
  readonly stop: Command<'DELETE /v1/me/supporters/{personId}'>;
}

export function SupporterList({ items, stop }: ListProps) {
  if (items.length === 0) return <Say text={t.nobody} />;
  return (
    <ul class="kitty-cards">
      {items.map(({ personId, name, scopes, endsOn }) => (
        <li key={personId} class="kitty-card">
          <h3 class="kitty-card__title">{name}</h3>
          <p class="govuk-body">{say(t.may, { name })}</p>
          <ul class="govuk-list govuk-list--bullet">
            {scopes.map((scope) => (
              <li key={scope}>{say(scopeText[scope])}</li>
            ))}
          </ul>
          <p class="kitty-card__meta">
            {endsOn === undefined ? say(t.untilStopped) : say(t.until, { day: dayInYear(endsOn) })}
          </p>
          <div class="kitty-card__foot">
            <Button type="button" variant="secondary" onClick={() => stop.send({ params: { personId } })}>
              {say(t.stop, { name })}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
