// Everything that a pool has ordered, with how it stands.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { say } from '../../text/say.ts';
import { CommissionTag } from '../commissions/status-tags.tsx';
import { poolPlansText as t } from './pool-plans.text.ts';

export function PoolCommissions({ commissions }: Pick<Pool, 'commissions'>) {
  if (commissions.length === 0) return null;
  return (
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.commissions)}</h2>
      <ul class="kitty-cards">
        {commissions.map(({ id, title, status, sessions, sessionsReleased, heldPence }) => (
          <li key={id} class="kitty-card kitty-card--link">
            <h3 class="kitty-card__title">
              <a class="govuk-link" href={`/commissions/${id}`}>
                {title}
              </a>
            </h3>
            <p class="kitty-card__meta">
              <CommissionTag status={status} />
            </p>
            <Say
              text={heldPence === 0 ? t.paidAlone : t.paid}
              params={{ done: sessionsReleased, all: sessions, held: pounds(heldPence) }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
