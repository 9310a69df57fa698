// /my-money: what was granted to me, and where every pound of it is.

import { pounds } from '../../../../functions/kernel/money.ts';
import { actingForCaption } from '../../api/acting.ts';
import { useLoad } from '../../api/load.ts';
import type { Allocation } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { AllocationCard } from './allocation-card.tsx';
import { myMoneyText as t } from './my-money.text.ts';

export function MyMoney() {
  const allocations = useLoad('GET /v1/allocations', {});
  // Only for the names of pools, so the page does not wait for it.
  const pools = useLoad('GET /v1/pools', {});
  const poolName = (id: string): string =>
    (pools.state === 'ready' ? pools.value.items.find((pool) => pool.id === id)?.name : undefined) ?? say(t.aPool);
  return (
    <Loaded of={allocations}>
      {({ items }) => (
        <Page
          title={say(t.title)}
          {...actingForCaption()}
          words={items.length === 0 ? ['funder', 'pool'] : ['funder', 'pool', 'instalment']}
        >
          {items.length === 0 ? (
            <NoMoney />
          ) : (
            <>
              {items.length > 1 && <Sums items={items} />}
              {inOrder(items).map((item) => (
                <AllocationCard key={item.id} allocation={item} poolName={poolName} />
              ))}
              {items.some((item) => item.pooling && item.availablePence > 0) && (
                <div class="govuk-button-group">
                  <Button href="/my-pools">{say(t.putIn)}</Button>
                </div>
              )}
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

const NoMoney = () => (
  <div class="kitty-empty">
    <Picture name="money" size="large" />
    <Say text={t.none} />
    <div class="govuk-button-group">
      <Button href="/join">{say(t.join)}</Button>
      <Button href="/find" variant="secondary">
        {say(t.find)}
      </Button>
    </div>
  </div>
);

/** The total of all allocations; a single one has its own card only. */
function Sums({ items }: { items: readonly Allocation[] }) {
  const all = (part: (item: Allocation) => number): string => pounds(items.reduce((sum, item) => sum + part(item), 0));
  const sums = [
    { figure: all((item) => (item.pooling ? item.availablePence : 0)), words: t.free },
    { figure: all((item) => item.pooledPence), words: t.inPools },
    { figure: all((item) => (item.pooling ? item.notYetAvailablePence : 0)), words: t.toCome },
  ];
  return (
    <ul class="kitty-sums">
      {sums.map(({ figure, words }) => (
        <li key={words} class="kitty-sum">
          <span class="kitty-sum__figure">{figure}</span> <span class="kitty-sum__words">{say(words)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Those that can go into pools first, then those that cannot, then those used up; within each by end date. */
const rankOf = (item: Allocation): string => {
  const left = item.availablePence + item.notYetAvailablePence + item.pooledPence;
  return `${left === 0 ? 2 : item.pooling ? 0 : 1} ${item.endsOn}`;
};

const inOrder = (items: readonly Allocation[]): Allocation[] =>
  items.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
