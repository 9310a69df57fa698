// /my-enterprises/:id/offers/:offerId: changes an offer, answer by answer, or withdraws it (?step=withdraw).
import { useLocation, useRoute } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Offer } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded, NotFound } from '../../shell/states.tsx';
import { dayOfInstant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { draftOfOffer } from './offer-draft.ts';
import { offerFormText as t } from './offer-form.text.ts';
import { OFFER_FLOW, OfferForm } from './offer-form.tsx';
import { WithdrawOffer } from './withdraw-offer.tsx';

interface OwnOfferProps {
  readonly offer: Offer;
  readonly home: string;
}

export function ChangeOffer() {
  const { params, query } = useRoute();
  const { id = '', offerId = '' } = params;
  const home = `/my-enterprises/${id}`;
  const offer = useLoad('GET /v1/offers/{id}', { params: { id: offerId } });
  return (
    <Loaded of={offer}>
      {(mine) => {
        if (!mine.mine || mine.enterpriseId !== id) return <NotFound />;
        if (mine.withdrawnAt !== undefined) return <OfferWithdrawn offer={mine} home={home} />;
        if (query.step === 'withdraw') return <WithdrawOffer key="withdraw" offer={mine} home={home} />;
        return <ChangeForm offer={mine} home={home} />;
      }}
    </Loaded>
  );
}

const OfferWithdrawn = ({ offer, home }: OwnOfferProps) => (
  <Page title={offer.title} caption={offer.enterpriseName} back={{ href: home }}>
    <Say text={t.gone} params={{ day: dayOfInstant(offer.withdrawnAt ?? '') }} />
    <Button href={`${home}/offers/new`}>{say(t.newOffer)}</Button>
  </Page>
);

function ChangeForm({ offer, home }: OwnOfferProps) {
  const { path, route } = useLocation();
  const flow = useFlow({
    ...OFFER_FLOW,
    draftName: `offer ${offer.id}`,
    empty: draftOfOffer(offer),
    home,
    start: 'check',
  });
  const command = useCommand('PUT /v1/offers/{id}', `change offer ${offer.id}`, () => {
    showOnNextPage(say(t.saved, { title: flow.draft.title }));
    flow.finish();
    route(home);
  });
  return (
    <OfferForm
      caption={say(t.changeCaption, { title: offer.title })}
      flow={flow}
      command={command}
      sendText={say(t.save)}
      onSend={(body) => command.send({ params: { id: offer.id }, body })}
      below={
        <>
          <Say text={t.stays} />
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}?step=withdraw`}>
              {say(t.withdrawLink)}
            </a>
          </p>
        </>
      }
    />
  );
}
