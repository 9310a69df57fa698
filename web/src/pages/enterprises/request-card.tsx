// A request that waits for an enterprise's answer, as a card.

import { pounds } from '../../../../functions/kernel/money.ts';
import { Picture } from '../../components/picture.tsx';
import { dayName, instant } from '../../text/format.ts';
import { say, sayCount } from '../../text/say.ts';
import { requestCardText as t } from './request-card.text.ts';
import type { Work } from './work.ts';

export function RequestCard({ request }: { readonly request: Work }) {
  const { id, title, poolName, people, sessions, pricePence, answerBy } = request;
  const first = sessions[0];
  return (
    <li class="kitty-card kitty-card--accent kitty-card--link">
      <h3 class="kitty-card__title">
        <a class="govuk-link" href={`/commissions/${id}`}>
          {title}
        </a>
      </h3>
      <p class="kitty-card__meta">{say(t.asks, { pool: poolName })}</p>
      <ul class="kitty-facts">
        <li>
          <Picture name="calendar" />
          <span>
            {first
              ? sayCount(sessions.length, t.sessions1, t.sessions, { day: dayName(first.on), time: first.time })
              : undefined}
          </span>
        </li>
        <li>
          <Picture name="people" />
          <span>{sayCount(people, t.people1, t.people)}</span>
        </li>
        <li>
          <Picture name="price" />
          <span>{say(t.price, { price: pounds(pricePence) })}</span>
        </li>
        <li>
          <Picture name="clock" />
          <strong>{say(t.answerBy, { when: instant(answerBy) })}</strong>
        </li>
      </ul>
    </li>
  );
}
