// /place: where all the money is that my funding body granted, and what it granted to one person.

import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { Totals } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say, sayCount } from '../../text/say.ts';
import { FindGranted } from './find-granted.tsx';
import { placeText as t } from './place.text.ts';
import { PlaceFlow } from './place-flow.tsx';
import { useReducing } from './reducing.ts';

export function PlacePage() {
  const totals = useLoad('GET /v1/totals', {});
  return <Loaded of={totals}>{(all) => <Place totals={all} />}</Loaded>;
}

function Place({ totals }: { readonly totals: Totals }) {
  const reducing = useReducing();
  return (
    <Page
      title={say(t.title)}
      errors={reducing.errors}
      commands={[reducing.command]}
      words={['allocation', 'pool', 'free', 'held']}
    >
      {totals.grantedPence === 0 ? <NothingGranted /> : <TotalsShown totals={totals} />}
      {totals.grantedPence > 0 && <FindGranted reducing={reducing} />}
    </Page>
  );
}

const NothingGranted = () => (
  <div class="kitty-empty">
    <Say text={t.none} />
    <Button href="/place/imports">{say(t.imports)}</Button>
  </div>
);

function TotalsShown({ totals }: { readonly totals: Totals }) {
  const { grantedPence, freePence, heldPence, paidPence, allocations, pools } = totals;
  return (
    <>
      <Say
        text={t.summary}
        params={{
          granted: pounds(grantedPence),
          pooled: pounds(freePence + heldPence + paidPence),
          allocations: sayCount(allocations, t.allocation, t.allocations),
          pools: sayCount(pools, t.pool, t.pools),
        }}
      />
      <ul class="kitty-sums">
        <Sum figure={String(allocations)} words={say(t.allocationsWord)} />
        <Sum figure={String(pools)} words={say(t.poolsWord)} />
      </ul>
      <PlaceFlow totals={totals} />
      <Say text={t.late} />
      <Button href="/place/imports">{say(t.imports)}</Button>
    </>
  );
}

const Sum = ({ figure, words }: { readonly figure: string; readonly words: string }) => (
  <li class="kitty-sum">
    <span class="kitty-sum__figure">{figure}</span>
    <span class="kitty-sum__words">{words}</span>
  </li>
);
