// /pools/:id/put-in: from which allocation, how much, how often; check; then the money is in the pool.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { type CommandState, useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import { useDraft } from '../../shell/draft.ts';
import type { FieldError } from '../../shell/errors.ts';
import { tellNext } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded, Loading } from '../../shell/states.tsx';
import { penceOf, pounds, typedPounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { MembersOnly } from './members-only.tsx';
import { standingPence, whyNot } from './put-in.rules.ts';
import { putInText as t } from './put-in.text.ts';
import { PutInCheck } from './put-in-check.tsx';
import { PutInHowMuch } from './put-in-how-much.tsx';
import { PutInHowOften } from './put-in-how-often.tsx';
import { PutInStanding } from './put-in-standing.tsx';
import { PutInWhich } from './put-in-which.tsx';

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

const EMPTY = { from: '', amount: '', often: '' };

function PutInSteps({ pool, allocations }: StepsProps) {
  const { route, query } = useLocation();
  const [draft, setDraft, forget] = useDraft(`put-in ${pool.id}`, EMPTY);
  const own = `/pools/${pool.id}`;
  const goTo = (step: string): void => route(`${own}/put-in?step=${step}`);
  const contribution = useCommand('POST /v1/pools/{id}/contributions', `contribute ${pool.id}`, () => {
    forget();
    tellNext(say(t.done, { sum: pounds(penceOf(draft.amount) ?? 0) }));
    route(own);
  });

  // With a single allocation there is nothing to choose.
  const [only, ...others] = allocations;
  const isPlain = only !== undefined && others.length === 0 && !whyNot(only, pool) && !standingPence(only, pool.id);
  const chosen = isPlain ? only : allocations.find(({ id }) => id === draft.from);
  const pence = penceOf(draft.amount);
  const mayRepeat = chosen !== undefined && chosen.instalment !== 'once' && standingPence(chosen, pool.id) === 0;
  const standing = allocations.find(({ id }) => id === query.from);

  // The draft is gone, so any step drawn now would be an empty one.
  if (contribution.state === 'done') return <Loading />;
  if (query.step === 'standing' && standing) return <PutInStanding pool={pool} allocation={standing} />;
  if (chosen && query.step === 'check' && pence)
    return (
      <PutInCheck
        pool={pool}
        allocation={chosen}
        pence={pence}
        mayRepeat={mayRepeat}
        isStanding={mayRepeat && draft.often === 'standing'}
        command={contribution}
      />
    );
  const asked = Number(query.pence);
  const amount = asked > 0 ? typedPounds(asked) : draft.amount;
  if (chosen && query.step === 'how-often' && pence)
    return (
      <Step key="how-often" pool={pool} command={contribution} back={`${own}/put-in?step=how-much`}>
        {(errors, setErrors) => (
          <PutInHowOften
            often={draft.often}
            errors={errors}
            onErrors={setErrors}
            onChosen={(often) => {
              setDraft({ often });
              goTo('check');
            }}
          />
        )}
      </Step>
    );
  if (chosen && (query.step === 'how-much' || isPlain))
    return (
      <Step key="how-much" pool={pool} command={contribution} back={isPlain ? own : `${own}/put-in`}>
        {(errors, setErrors) => (
          <PutInHowMuch
            allocation={chosen}
            amount={amount}
            errors={errors}
            onErrors={setErrors}
            onTyped={(typed) => {
              setDraft({ from: chosen.id, amount: typed });
              goTo(mayRepeat ? 'how-often' : 'check');
            }}
          />
        )}
      </Step>
    );
  return (
    <Step key="which" pool={pool} command={contribution} back={own}>
      {(errors, setErrors) => (
        <PutInWhich
          pool={pool}
          allocations={allocations}
          from={draft.from}
          errors={errors}
          onErrors={setErrors}
          onChosen={(from) => {
            setDraft({ from, amount });
            goTo('how-much');
          }}
        />
      )}
    </Step>
  );
}

interface StepProps {
  readonly pool: Pool;
  readonly back: string;
  /** May still be under way from before. */
  readonly command: CommandState;
  readonly children: (
    errors: readonly FieldError[],
    setErrors: (errors: readonly FieldError[]) => void,
  ) => preact.ComponentChildren;
}

/** One question on a page of its own. */
function Step({ pool, back, command, children }: StepProps) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  return (
    <Page
      title={say(t.title)}
      caption={pool.name}
      back={{ href: back }}
      errors={errors}
      commands={[command]}
      words={['allocation', 'instalment']}
    >
      {children(errors, setErrors)}
    </Page>
  );
}
