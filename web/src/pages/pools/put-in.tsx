// /pools/:id/put-in: puts money into a pool: from which allocation, how much, how often.
import { useLocation, useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { QuestionPage } from '../../shell/question-page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { penceOf, typedPounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { MembersOnly } from './members-only.tsx';
import { putInText as t } from './put-in.text.ts';
import { PutInCheck } from './put-in-check.tsx';
import { chosenFrom, EMPTY, isStanding, mistakesIn, possibleIn, questionsFor } from './put-in-draft.ts';
import { PutInHowMuch } from './put-in-how-much.tsx';
import { PutInHowOften } from './put-in-how-often.tsx';
import { PutInStanding } from './put-in-standing.tsx';
import { PutInAlready, PutInOthers, PutInWhich } from './put-in-which.tsx';

export function PutIn() {
  const { params } = useRoute();
  const pool = useLoad('GET /v1/pools/{id}', { params: { id: params.id ?? '' } });
  const allocations = useLoad('GET /v1/allocations', {});
  return (
    <Loaded of={pool}>
      {(found) => (
        <Loaded of={allocations}>
          {({ items }) => (
            <MembersOnly pool={found} title={t.title}>
              <PutInSteps pool={found} allocations={items} />
            </MembersOnly>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface StepsProps {
  readonly pool: Pool;
  readonly allocations: readonly Allocation[];
}

function PutInSteps({ pool, allocations }: StepsProps) {
  const { route } = useLocation();
  const { query } = useRoute();
  const home = `/pools/${pool.id}`;
  const choices = { pool, allocations };
  // The amount that a link on another page asks for.
  const asked = Number(query.pence);
  const flow = useFlow({
    draftName: `put-in ${pool.id}`,
    empty: EMPTY,
    given: asked > 0 ? { amount: typedPounds(asked) } : {},
    questionsFor: (typed) => questionsFor(choices, typed),
    mistakesIn: (typed, question) => mistakesIn(choices, typed, question),
    home,
  });
  const { draft, change, step } = flow;
  const contribution = useCommand('POST /v1/pools/{id}/contributions', `contribute ${pool.id}`, () => {
    flow.finish();
    showOnNextPage(say(t.done, { sum: pounds(penceOf(draft.amount) ?? 0) }));
    route(home);
  });
  const standing = allocations.find(({ id }) => id === query.from);
  if (query.step === 'standing' && standing) return <PutInStanding pool={pool} allocation={standing} />;

  const possible = possibleIn(choices);
  if (possible.length === 0 && !flow.isFinished)
    return <NonePossible pool={pool} allocations={allocations} command={contribution} />;
  const chosen = chosenFrom(choices, draft);
  if (step === 'check' && chosen)
    return (
      <PutInCheck
        key={step}
        flow={flow}
        pool={pool}
        allocation={chosen}
        isStanding={isStanding(choices, draft)}
        command={contribution}
      />
    );
  const page = {
    flow,
    title: say(t.title),
    caption: pool.name,
    words: ['allocation', 'instalment'],
    command: contribution,
  } as const;
  if (step === 'how-often')
    return (
      <QuestionPage key={step} {...page}>
        {(errors) => <PutInHowOften often={draft.often} errors={errors} onChosen={(often) => change({ often })} />}
      </QuestionPage>
    );
  if (step === 'how-much' && chosen)
    return (
      <QuestionPage key={step} {...page}>
        {(errors) => (
          <PutInHowMuch
            allocation={chosen}
            amount={draft.amount}
            errors={errors}
            onTyped={(amount) => change({ amount })}
          />
        )}
      </QuestionPage>
    );
  return (
    <QuestionPage
      key="which"
      {...page}
      above={<PutInAlready pool={pool} allocations={allocations} />}
      below={<PutInOthers pool={pool} allocations={allocations} open={false} />}
    >
      {(errors) => (
        <PutInWhich possible={possible} from={chosen?.id ?? ''} errors={errors} onChosen={(from) => change({ from })} />
      )}
    </QuestionPage>
  );
}

const NonePossible = ({ pool, allocations, command }: StepsProps & { readonly command: CommandState }) => (
  <Page
    title={say(t.title)}
    caption={pool.name}
    back={{ href: `/pools/${pool.id}` }}
    commands={[command]}
    words={['allocation', 'instalment']}
  >
    <PutInAlready pool={pool} allocations={allocations} />
    <Say text={allocations.length === 0 ? t.noAllocations : t.none} />
    <Button href={`/pools/${pool.id}`} variant="secondary">
      {say(t.backToPool)}
    </Button>
    <PutInOthers pool={pool} allocations={allocations} open />
  </Page>
);
