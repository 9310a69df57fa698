// /pools/:id/propose/:offerId: proposes an offer to the group, one question a page.

import { useRoute } from 'preact-iso';
import { useLoad } from '../../api/load.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { useFlow } from '../../shell/flow.ts';
import { Page } from '../../shell/page.tsx';
import { QuestionPage } from '../../shell/question-page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { MembersOnly } from '../pools/members-only.tsx';
import { emptyDraft, planOf, questionsFor } from './proposal-draft.ts';
import { proposeText as t } from './propose.text.ts';
import { ProposeCheck } from './propose-check.tsx';
import { ProposeFields, QUESTION_TITLES } from './propose-fields.tsx';
import { mistakesIn } from './propose-mistakes.ts';
import { membersOf, type ProposeProps } from './proposing.ts';

export function Propose() {
  const { id = '', offerId = '' } = useRoute().params;
  const pool = useLoad('GET /v1/pools/{id}', { params: { id } });
  const offer = useLoad('GET /v1/offers/{id}', { params: { id: offerId } });
  return (
    <Loaded of={pool}>
      {(ofPool) => (
        <MembersOnly pool={ofPool} title={t.membersOnlyTitle}>
          <Loaded of={offer}>{(ofOffer) => <Steps key={offerId} pool={ofPool} offer={ofOffer} />}</Loaded>
        </MembersOnly>
      )}
    </Loaded>
  );
}

function Steps({ pool, offer }: ProposeProps) {
  const flow = useFlow({
    draftName: `propose ${pool.id} ${offer.id}`,
    empty: emptyDraft,
    questionsFor,
    mistakesIn,
    home: `/offers/${offer.id}?pool=${pool.id}`,
  });
  const { draft, change, step } = flow;
  if (membersOf(pool) < offer.minPeople) return <TooFewPeople pool={pool} offer={offer} />;
  const plan = planOf(draft);
  if (step === 'check' && plan) return <ProposeCheck key={step} pool={pool} offer={offer} flow={flow} plan={plan} />;
  const question = step === 'check' ? 'sessions' : step;
  return (
    <QuestionPage
      key={question}
      flow={flow}
      title={say(QUESTION_TITLES[question])}
      caption={say(t.caption, { pool: pool.name, offer: offer.title })}
      words={['session', 'proposal', 'pool']}
    >
      {(errors) => (
        <ProposeFields
          question={question}
          draft={draft}
          change={change}
          errors={errors}
          votingDays={pool.agreement.votingDays}
        />
      )}
    </QuestionPage>
  );
}

const TooFewPeople = ({ pool, offer }: ProposeProps) => (
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
