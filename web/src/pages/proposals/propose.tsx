// /pools/:id/propose/:offerId: from an offer to a question for the group, one question a page.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { useDraft } from '../../shell/draft.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded, Loading } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { Say } from '../../text/sentence.tsx';
import { emptyDraft, type ProposalDraft, planOf, stepsFor, stepToShow } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { ProposeCheck } from './propose-check.tsx';
import { ProposeStep } from './propose-step.tsx';
import { membersOf, type ProposeProps } from './proposing.ts';

export function Propose() {
  const { id = '', offerId = '' } = useRoute().params;
  const pool = useLoad('GET /v1/pools/{id}', { params: { id } });
  const offer = useLoad('GET /v1/offers/{id}', { params: { id: offerId } });
  return (
    <Loaded of={pool}>
      {(ofPool) => <Loaded of={offer}>{(ofOffer) => <Steps key={offerId} pool={ofPool} offer={ofOffer} />}</Loaded>}
    </Loaded>
  );
}

function Steps({ pool, offer }: ProposeProps) {
  const [draft, change, forget] = useDraft<ProposalDraft>(`propose ${pool.id} ${offer.id}`, emptyDraft);
  const { route } = useLocation();
  // Not the location's: that is the next page's already while this one still stands.
  const { query } = useRoute();
  const [isSent, setSent] = useState(false);
  const onSent = (): void => {
    setSent(true);
    forget();
  };
  // The draft is gone, so a step drawn now would be empty, and would take the next page's good message.
  if (isSent) return <Loading />;
  if (membersOf(pool) < offer.minPeople) return <TooFew pool={pool} offer={offer} />;

  const address = (step: string, more = ''): string => `/pools/${pool.id}/propose/${offer.id}?step=${step}${more}`;
  const step = stepToShow(draft, query.step);
  const plan = planOf(draft);
  if (step === 'check' && plan)
    return (
      <ProposeCheck
        pool={pool}
        offer={offer}
        plan={plan}
        changeAt={(one) => address(one, '&change=yes')}
        onSent={onSent}
      />
    );

  const steps = stepsFor(draft);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const isChange = query.change === 'yes';
  return (
    <ProposeStep
      key={step}
      pool={pool}
      offer={offer}
      step={step}
      draft={draft}
      change={change}
      back={isChange ? address('check') : before ? address(before) : `/offers/${offer.id}?pool=${pool.id}`}
      onDone={() => route(address(isChange ? 'check' : (stepsFor(draft)[at + 1] ?? 'check')))}
    />
  );
}

const TooFew = ({ pool, offer }: ProposeProps) => (
  <Page title={say(t.tooFewTitle)} back={{ href: `/offers/${offer.id}` }} words={['pool', 'offer']}>
    <Say
      text={t.tooFew}
      params={{ offer: offer.title, pool: pool.name, least: offer.minPeople, members: membersOf(pool) }}
    />
    <div class="govuk-button-group">
      <Button href={`/pools/${pool.id}/invite`}>{say(t.invite)}</Button>
      <Button href={`/find?pool=${pool.id}`} variant="secondary">
        {say(t.find)}
      </Button>
    </div>
  </Page>
);
