// /pools/:id/take-back: free money of one of my lots goes back to its allocation.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { useDraft } from '../../shell/draft.ts';
import type { FieldError } from '../../shell/errors.ts';
import { tellNext } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded, Loading } from '../../shell/states.tsx';
import { penceOf, pounds } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { MembersOnly } from './members-only.tsx';
import { takeBackText as t } from './take-back.text.ts';
import { TakeBackCheck } from './take-back-check.tsx';
import { TakeBackForm } from './take-back-form.tsx';

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

const EMPTY = { lot: '', amount: '' };

function TakeBackSteps({ pool }: { readonly pool: Pool }) {
  const { route, query } = useLocation();
  const [draft, setDraft, forget] = useDraft(`take-back ${pool.id}`, EMPTY);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const own = `/pools/${pool.id}`;
  const command = useCommand('POST /v1/pools/{id}/withdrawals', `withdraw ${pool.id}`, () => {
    forget();
    tellNext(say(t.done, { sum: pounds(penceOf(draft.amount) ?? 0) }));
    route(own);
  });
  const lots = pool.mine.lots.filter(({ freePence }) => freePence > 0);
  const chosen = lots.find(({ lot }) => lot === draft.lot);
  const pence = penceOf(draft.amount);
  // The draft is gone, so a form drawn now would be an empty one.
  if (command.state === 'done') return <Loading />;
  if (query.step === 'check' && chosen && pence)
    return <TakeBackCheck key="check" pool={pool} lot={chosen} pence={pence} command={command} />;
  return (
    <Page
      key="form"
      title={say(t.title)}
      caption={pool.name}
      back={{ href: own }}
      errors={errors}
      commands={[command]}
      words={['free', 'held']}
    >
      {lots.length === 0 ? (
        <>
          <Say text={t.nothing} />
          <Button href={own} variant="secondary">
            {say(t.backToPool)}
          </Button>
        </>
      ) : (
        <>
          <Say text={t.intro} />
          <TakeBackForm
            lots={lots}
            draft={draft}
            errors={errors}
            onErrors={setErrors}
            onTyped={(typed) => {
              setErrors([]);
              setDraft(typed);
              route(`${own}/take-back?step=check`);
            }}
          />
        </>
      )}
    </Page>
  );
}
