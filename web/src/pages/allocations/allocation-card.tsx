// One allocation: how much there is, where it is as a bar and a table, what it is for, and what will change it.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Allocation } from '../../api/types.ts';
import { Details } from '../../components/details.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { MoneyBar } from '../../components/money-bar.tsx';
import { Say } from '../../components/say.tsx';
import { Table } from '../../components/table.tsx';
import { dayInYear, listed, outcomeName } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';
import { myMoneyText as t } from './my-money.text.ts';

interface CardProps {
  readonly allocation: Allocation;
  readonly poolName: (id: string) => string;
}

/** Where the money of an allocation is; the parts add up to what was granted. */
const partsOf = (allocation: Allocation) =>
  [
    { words: t.rowFree, amountPence: allocation.availablePence },
    { words: t.rowToCome, amountPence: allocation.notYetAvailablePence },
    { words: t.rowInPools, amountPence: allocation.pooledPence },
    { words: t.rowSpent, amountPence: allocation.spentPence },
    { words: t.rowReturned, amountPence: allocation.returnedPence },
  ] as const;

const FREQUENCY_WORDS = { once: t.comesOnce, weekly: t.comesWeekly, 'four-weekly': t.comesFourWeekly } as const;

function grantedText({ pooling, availablePence, stream }: Allocation) {
  if (!pooling) return t.noPooling;
  if (availablePence === 0) return t.grantedNoneFree;
  return stream === 'own-money' ? t.ownMoney : t.granted;
}

export function AllocationCard({ allocation, poolName }: CardProps) {
  const { id, stream, startsOn, endsOn, outcomes, reductions, standing, instalment } = allocation;
  const name = say(streamText[stream]);
  const period = say(t.period, { from: dayInYear(startsOn), until: dayInYear(endsOn) });
  const parts = partsOf(allocation);
  return (
    <section class="kitty-card">
      <h2 class="kitty-card__title">{name}</h2>
      <p class="kitty-card__meta">{period}</p>
      <Say
        text={grantedText(allocation)}
        params={{ granted: pounds(allocation.grantedPence), free: pounds(allocation.availablePence) }}
      />
      {allocation.notYetAvailablePence > 0 && (
        <Say
          text={FREQUENCY_WORDS[instalment]}
          params={{ toCome: pounds(allocation.notYetAvailablePence), from: dayInYear(startsOn) }}
        />
      )}
      <Say text={t.for} params={{ outcomes: listed(outcomes.map(outcomeName)) }} />
      {standing.map(({ poolId, amountPence }) => (
        <Say key={poolId} text={t.standing} params={{ amount: pounds(amountPence), pool: poolName(poolId) }} />
      ))}
      {reductions.map(({ from, pence }) => (
        <InsetText key={from}>
          <Say text={t.reduction} params={{ amount: pounds(pence), from: dayInYear(from) }} />
        </InsetText>
      ))}
      <MoneyBar
        parts={parts
          .slice(0, allocation.returnedPence === 0 ? -1 : undefined)
          .map(({ words, amountPence }) => ({ label: say(words), amountPence, amount: pounds(amountPence) }))}
      />
      <Details summary={say(t.asTable)}>
        <Table
          caption={say(t.tableCaption, { stream: name })}
          captionSize="s"
          firstCellIsHeader
          head={[{ text: say(t.what) }, { text: say(t.amount), numeric: true }]}
          rows={[{ words: t.rowGranted, amountPence: allocation.grantedPence }, ...parts].map(
            ({ words, amountPence }) => [{ text: say(words) }, { text: pounds(amountPence), numeric: true }],
          )}
        />
      </Details>
      <p class="govuk-body">
        <a class="govuk-link" href={`/my-money/${id}`}>
          {say(t.statement)}
          <span class="govuk-visually-hidden"> {say(t.statementOf, { stream: name, period })}</span>
        </a>
      </p>
    </section>
  );
}
