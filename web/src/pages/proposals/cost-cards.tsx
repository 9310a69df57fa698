// What it costs me if everybody comes and if only the fewest come, and what is left of my money after it.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import { Say } from '../../components/say.tsx';
import { say } from '../../text/say.ts';
import { costText as t } from './cost.text.ts';
import { type Cost, costsOf, type Deal } from './cost.ts';

interface CostCardsProps {
  readonly deal: Deal;
  /** How many could come: the members, or those who may vote. */
  readonly members: number;
  readonly pool: Pool;
  /** Says that money is missing: before and during the vote it can still be put in. */
  readonly showsShortfall?: boolean;
}

export function CostCards({ deal, members, pool: { id, mine }, showsShortfall }: CostCardsProps) {
  const [everybody, fewest] = costsOf(deal, members, mine.lots);
  const isPerPerson = deal.priceModel === 'per-person';
  // Each person pays the same however many come, so one card is enough.
  const isOne = isPerPerson || everybody.people === fewest.people;
  const { sessions } = deal;
  return (
    <section aria-labelledby="cost">
      <h2 class="govuk-heading-m" id="cost">
        {say(t.heading)}
      </h2>
      <Say text={isPerPerson ? t.explainedPerPerson : t.explained} />
      <Say text={mine.freePence === 0 ? t.haveNothing : t.have} params={{ free: pounds(mine.freePence) }} />
      <ul class="kitty-cards">
        {isOne ? (
          <Card title={say(t.ifYouCome)} cost={fewest} upTo={everybody} sessions={sessions} />
        ) : (
          <>
            <Card
              title={say(members > deal.maxPeople ? t.most : t.everybody, { n: everybody.people })}
              cost={everybody}
              sessions={sessions}
            />
            <Card title={say(t.fewest, { n: fewest.people })} cost={fewest} sessions={sessions} />
          </>
        )}
      </ul>
      {showsShortfall && fewest.shortfallPence > 0 && (
        <>
          <Say text={t.later} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/pools/${id}/put-in`}>
              {say(t.putIn)}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly cost: Cost;
  /** The total may be anything between that of `cost` and this. */
  readonly upTo?: Cost;
  readonly sessions: number;
}

function Card({ title, cost, upTo = cost, sessions }: CardProps) {
  const { isExact, sharePence, myPence, totalPence, shortfallPence, leftPence } = cost;
  const total = pounds(totalPence);
  const rows: [words: string, amount: string][] = [
    sessions === 1
      ? [say(isExact ? t.forOne : t.forOneMost), pounds(sharePence)]
      : [say(isExact ? t.aSession : t.aSessionMost), pounds(sharePence)],
    ...(sessions === 1
      ? []
      : [[say(isExact ? t.forAll : t.forAllMost, { n: sessions }), pounds(myPence)] satisfies [string, string]]),
    [
      say(t.groupPays),
      upTo.totalPence === totalPence ? total : say(t.range, { from: total, to: pounds(upTo.totalPence) }),
    ],
  ];
  const isLacking = shortfallPence > 0;
  return (
    <li class="kitty-card">
      <h3 class="govuk-heading-s">{title}</h3>
      <dl class="kitty-take">
        {rows.map(([words, amount]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        <div class="kitty-take__total">
          <dt>{say(isLacking ? (sessions === 1 ? t.need : t.needAll) : t.left)}</dt>
          <dd>{pounds(isLacking ? shortfallPence : leftPence)}</dd>
        </div>
      </dl>
    </li>
  );
}
