// How much the pool has, and how much of it is mine: each as a sentence and a bar.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { MoneyBar } from '../../components/money-bar.tsx';
import { Say } from '../../components/say.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Sentence } from '../../text/texts.ts';
import { poolMoneyText as t } from './pool-money.text.ts';
import { streamName } from './stream-name.ts';

const part = (label: string, amountPence: number) => ({ label, amountPence, amount: pounds(amountPence) });

export function OurMoney({ pool }: { readonly pool: Pool }) {
  const { freePence, heldPence, releasedPence } = pool;
  const isEmpty = freePence + heldPence + releasedPence === 0;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(t.ours)}</h2>
      {isEmpty ? (
        <Say text={t.empty} />
      ) : (
        <>
          <Say text={poolSentence(pool)} params={sumsOf(pool)} />
          {releasedPence > 0 && <Say text={t.alreadyPaid} params={{ paid: pounds(releasedPence) }} />}
          <MoneyBar
            parts={[part(say(t.free), freePence), part(say(t.held), heldPence), part(say(t.paid), releasedPence)]}
          />
        </>
      )}
    </section>
  );
}

interface Split {
  readonly freePence: number;
  readonly heldPence: number;
}

const sumsOf = ({ freePence, heldPence }: Split) => ({
  total: pounds(freePence + heldPence),
  free: pounds(freePence),
  held: pounds(heldPence),
});

function poolSentence({ freePence, heldPence }: Split): Sentence {
  if (freePence + heldPence === 0) return t.noneNow;
  if (heldPence === 0) return t.allFree;
  return freePence === 0 ? t.allHeld : t.someHeld;
}

function mySentence({ freePence, heldPence }: Split): Sentence {
  if (freePence + heldPence === 0) return t.nothingMine;
  if (heldPence === 0) return t.mineAllFree;
  return freePence === 0 ? t.mineAllHeld : t.mineSomeHeld;
}

export function MyMoneyHere({ pool, isMember }: { readonly pool: Pool; readonly isMember: boolean }) {
  const { freePence, heldPence, lots } = pool.mine;
  const total = freePence + heldPence;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(t.mine)}</h2>
      {total === 0 ? (
        <>
          <Say text={mySentence(pool.mine)} />
          {isMember && <Button href={`/pools/${pool.id}/put-in`}>{say(t.putIn)}</Button>}
        </>
      ) : (
        <>
          <Say text={mySentence(pool.mine)} params={sumsOf(pool.mine)} />
          <MoneyBar parts={[part(say(t.free), freePence), part(say(t.held), heldPence)]} />
          <Details summary={say(t.lots)}>
            <Lots lots={lots} />
          </Details>
        </>
      )}
    </section>
  );
}

const Lots = ({ lots }: Pick<Pool['mine'], 'lots'>) => (
  <ul class="govuk-list govuk-list--spaced">
    {lots.map(({ lot, allocationId, stream, endsOn, freePence, heldPence }) => (
      <li key={lot}>
        <a class="govuk-link" href={`/my-money/${allocationId}`}>
          {say(t.lot, {
            stream: streamName(stream),
            free: pounds(freePence),
            held: pounds(heldPence),
            day: dayInYear(endsOn),
          })}
        </a>
      </li>
    ))}
  </ul>
);
