// /pools/:id/take-back: takes free money of one of my lots back to its allocation.

import { useLocation, useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { MembersOnly } from './members-only.tsx';
import { streamName } from './stream-name.ts';
import { takeBackText as t } from './take-back.text.ts';
import { chosenLot, mistakesIn, type TakeBackDraft } from './take-back-draft.ts';
import { TakeBackFields } from './take-back-fields.tsx';

export function TakeBack() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  return (
    <Loaded of={pool}>
      {(found) => (
        <MembersOnly pool={found} title={t.title}>
          <TakeBackSteps pool={found} />
        </MembersOnly>
      )}
    </Loaded>
  );
}

const EMPTY: TakeBackDraft = { lot: '', amount: '' };
const QUESTIONS = ['form'] as const;

function TakeBackSteps({ pool }: { readonly pool: Pool }) {
  const { route } = useLocation();
  const home = `/pools/${pool.id}`;
  const lots = pool.mine.lots.filter(({ freePence }) => freePence > 0);
  const flow = useFlow({
    draftName: `take-back ${pool.id}`,
    empty: EMPTY,
    questionsFor: () => QUESTIONS,
    mistakesIn: (typed) => mistakesIn(lots, typed),
    home,
  });
  const { draft, change, step } = flow;
  const lot = chosenLot(lots, draft);
  const pence = penceOf(draft.amount) ?? 0;
  const command = useCommand('POST /v1/pools/{id}/withdrawals', `withdraw ${pool.id}`, () => {
    flow.finish();
    showOnNextPage(say(t.done, { sum: pounds(pence) }));
    route(home);
  });
  if (lots.length === 0 && !flow.isFinished)
    return (
      <Page title={say(t.title)} caption={pool.name} back={flow.back} commands={[command]} words={['free', 'held']}>
        <Say text={t.nothing} />
        <Button href={home} variant="secondary">
          {say(t.backToPool)}
        </Button>
      </Page>
    );
  if (step === 'check' && lot)
    return (
      <CheckPage
        key={step}
        flow={flow}
        title={say(t.checkTitle)}
        caption={pool.name}
        words={['free', 'allocation']}
        answers={[
          { key: say(t.from), value: streamName(lot.stream) },
          { key: say(t.amount), value: pounds(pence), changeHref: flow.changeHref('form') },
          { key: say(t.leaves), value: pounds(pool.mine.freePence - pence) },
        ]}
        command={command}
        sendText={say(t.send, { sum: pounds(pence) })}
        onSend={() => command.send({ params: { id: pool.id }, body: { lot: lot.lot, amountPence: pence } })}
      />
    );
  return (
    <QuestionPage
      key="form"
      flow={flow}
      title={say(t.title)}
      caption={pool.name}
      words={['free', 'held']}
      command={command}
    >
      {(errors) => <TakeBackFields lots={lots} draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}
