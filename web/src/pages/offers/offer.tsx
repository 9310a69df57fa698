// /offers/:id: everything about one offer, and asking my pool to do it.
import { useRoute } from 'preact-iso';
import { pounds } from '../../../../functions/kernel/money.ts';
import { useLoad } from '../../api/load.ts';
import type { Offer } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { Say } from '../../components/say.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Table } from '../../components/table.tsx';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { signedIn } from '../../sign-in/session.ts';
import { say, sayCount } from '../../text/say.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import { AskMyPool } from './ask-my-pool.tsx';
import { lastSearch } from './last-search.ts';
import { offerText as t } from './offer.text.ts';
import { OfferEnterprise } from './offer-enterprise.tsx';
import { GROUPS, howLong, toMiles, whereabouts, wholePrice } from './offer-parts.ts';
import { CancellationTerms } from './offer-terms.tsx';

export function OfferPage() {
  const { id = '' } = useRoute().params;
  const offer = useLoad('GET /v1/offers/{id}', { params: { id } });
  return <Loaded of={offer}>{(value) => <OfferShown offer={value} />}</Loaded>;
}

const OfferShown = ({ offer }: { offer: Offer }) => (
  <Page
    title={offer.title}
    caption={offer.enterpriseName}
    back={{ href: lastSearch.value, label: say(t.back) }}
    words={['enterprise', 'session', 'pool']}
    wide
  >
    <div class="kitty-columns">
      <div>
        <p class="govuk-body-l">{offer.description}</p>
        <h2 class="govuk-heading-m">{say(t.facts)}</h2>
        <Facts offer={offer} />
        <h2 class="govuk-heading-m">{say(t.access)}</h2>
        <Access offer={offer} />
        <h2 class="govuk-heading-m">{say(t.cancelling)}</h2>
        <CancellationTerms {...offer.cancellation} />
      </div>
      <div>
        {offer.mine ? <OwnerActions offer={offer} /> : <AskMyPool offerId={offer.id} />}
        <Table
          caption={say(t.prices)}
          captionSize="m"
          head={[{ text: say(t.groupHead) }, { text: say(t.eachHead), numeric: true }]}
          firstCellIsHeader
          rows={GROUPS.map((n) => {
            const pence = offer.pricePerPersonPence[n];
            return [
              { text: say(t.groupOf, { n }) },
              { text: pence === undefined ? say(t.notForGroup) : pounds(pence), numeric: true },
            ];
          })}
        />
        <Say text={t.noSurprise} />
      </div>
    </div>
    {signedIn.value && <OfferEnterprise id={offer.enterpriseId} />}
  </Page>
);

const OwnerActions = ({ offer }: { offer: Offer }) =>
  offer.withdrawnAt ? (
    <Say text={t.withdrawn} />
  ) : (
    <Button href={`/my-enterprises/${offer.enterpriseId}/offers/${offer.id}`}>{say(t.change)}</Button>
  );

function Facts({ offer }: { offer: Offer }) {
  const { minPeople: least, maxPeople: most, travelKm } = offer;
  return (
    <SummaryList
      rows={[
        { key: say(t.enterprise), value: offer.enterpriseName },
        { key: say(t.kind), value: say(categoryText[offer.category]) },
        { key: say(t.where), value: whereabouts(offer) },
        ...(travelKm === undefined
          ? []
          : [{ key: say(t.travels), value: sayCount(toMiles(travelKm), t.travelsOne, t.travelsMany) }]),
        { key: say(t.long), value: howLong(offer.durationMinutes) },
        {
          key: say(t.people),
          value: least === most ? say(t.peopleExactly, { n: most }) : say(t.peopleFromTo, { least, most }),
        },
        { key: say(t.price), value: wholePrice(offer) },
      ]}
    />
  );
}

const Access = ({ offer: { access } }: { offer: Offer }) =>
  access.length === 0 ? (
    <Say text={t.noAccess} />
  ) : (
    <ul class="kitty-facts">
      {access.map((feature) => (
        <li key={feature}>
          <Picture name="check" />
          <span>{say(accessText[feature])}</span>
        </li>
      ))}
    </ul>
  );
