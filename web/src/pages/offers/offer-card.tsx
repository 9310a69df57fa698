// An offer as a card in a list.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { ListedOffer } from '../../api/types.ts';
import { Picture, type PictureName } from '../../components/picture.tsx';
import { say } from '../../text/say.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import { partsText as t } from './offer-parts.text.ts';
import { GROUPS, howLong, whereabouts, wholePrice } from './offer-parts.ts';

export const OfferCard = ({ offer }: { offer: ListedOffer }) => (
  <li class="kitty-card kitty-card--link">
    <h3 class="kitty-card__title">
      <a class="govuk-link" href={`/offers/${offer.id}`}>
        {offer.title}
      </a>
    </h3>
    <p class="kitty-card__meta">{offer.enterpriseName}</p>
    <ul class="kitty-facts">
      <Fact picture="star" words={say(categoryText[offer.category])} />
      <Fact picture="map-pin" words={whereabouts(offer)} />
      <Fact picture="clock" words={howLong(offer.durationMinutes)} />
      {offer.access.length > 0 && (
        <Fact picture="wheelchair" words={offer.access.map((feature) => say(accessText[feature])).join(', ')} />
      )}
    </ul>
    <Prices offer={offer} />
  </li>
);

const Fact = ({ picture, words }: { picture: PictureName; words: string }) => (
  <li>
    <Picture name={picture} />
    <span>{words}</span>
  </li>
);

function Prices({ offer }: { offer: ListedOffer }) {
  const prices = GROUPS.flatMap((people) => {
    const pence = offer.pricePerPersonPence[people];
    return pence === undefined ? [] : { people, pence };
  });
  if (prices.length === 0) return <p class="kitty-card__price kitty-card__foot">{wholePrice(offer)}</p>;
  return (
    <>
      <p class="kitty-card__meta kitty-card__foot">{say(t.eachPays)}</p>
      <dl class="kitty-prices">
        {prices.map(({ people, pence }) => (
          <div key={people}>
            <dt>{say(t.group, { n: people })}</dt>
            <dd>{pounds(pence)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
