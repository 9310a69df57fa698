// The offers of an enterprise for its owners, with links to change and withdraw each.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Enterprise, ListedOffer } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { say, sayCount } from '../../text/say.ts';
import { categoryText } from '../../text/words.text.ts';
import { enterpriseText as t } from './enterprise.text.ts';

const peopleOf = ({ minPeople, maxPeople }: ListedOffer): string =>
  minPeople === maxPeople
    ? sayCount(minPeople, t.forExactly1, t.forExactly)
    : say(t.forPeople, { min: minPeople, max: maxPeople });

export function OwnOffers({ enterprise: { id, offers } }: { readonly enterprise: Enterprise }) {
  return (
    <section class="kitty-section" aria-labelledby="offers">
      <h2 class="govuk-heading-m" id="offers">
        {say(t.offers)}
      </h2>
      {offers.length === 0 && <Say text={t.noOffers} />}
      <ul class="kitty-cards">
        {offers.map((offer) => (
          <li key={offer.id} class="kitty-card">
            <h3 class="kitty-card__title">{offer.title}</h3>
            <p class="kitty-card__meta">{say(categoryText[offer.category])}</p>
            <p class="kitty-card__price">
              {say(offer.priceModel === 'per-person' ? t.perPerson : t.perSession, { price: pounds(offer.pricePence) })}
            </p>
            <p class="govuk-body">{peopleOf(offer)}</p>
            <p class="kitty-card__foot govuk-body">
              <CardLink href={`/my-enterprises/${id}/offers/${offer.id}`} text={say(t.change)} about={offer.title} />
              <CardLink
                href={`/my-enterprises/${id}/offers/${offer.id}?step=withdraw`}
                text={say(t.withdraw)}
                about={offer.title}
              />
              <CardLink href={`/offers/${offer.id}`} text={say(t.see)} about={offer.title} />
            </p>
          </li>
        ))}
      </ul>
      <Button href={`/my-enterprises/${id}/offers/new`}>{say(t.newOffer)}</Button>
    </section>
  );
}

interface CardLinkProps {
  readonly href: string;
  readonly text: string;
  readonly about: string;
}

const CardLink = ({ href, text, about }: CardLinkProps) => (
  <a class="govuk-link" href={href}>
    {text} <span class="govuk-visually-hidden">{about}</span>
  </a>
);
