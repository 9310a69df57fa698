// The results of a search, or why there are none and what to do next.

import { useEffect, useRef } from 'preact/hooks';
import type { Offers } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { say, sayCount } from '../../text/say.ts';
import { findText as t } from './find.text.ts';
import { addressOf, type SearchForm } from './find-address.ts';
import { OfferCard } from './offer-card.tsx';
import type { Search } from './use-search.ts';

interface ResultsProps {
  readonly search: Search;
  readonly form: SearchForm;
  readonly after: string;
  readonly reload: () => void;
  /** The address whose results were shown last. */
  readonly answeredFor: { current: string };
}

export function Results({ search, reload, ...asked }: ResultsProps) {
  switch (search.state) {
    case 'loading':
      return (
        <p class="govuk-body" role="status">
          {say(shellText.loading)}
        </p>
      );
    case 'offline':
    case 'error':
      return (
        <div role="alert">
          <Say text={search.state === 'offline' ? shellText.offline : shellText.error} />
          <Button type="button" onClick={reload}>
            {say(shellText.again)}
          </Button>
        </div>
      );
    case 'refused':
      return <FoundOffers found={{ items: [], next: null }} {...asked} />;
    case 'found':
      return <FoundOffers found={search.found} {...asked} />;
  }
}

interface FoundProps extends Omit<ResultsProps, 'search' | 'reload'> {
  readonly found: Offers;
}

function FoundOffers({ found: { items, next }, form, after, answeredFor }: FoundProps) {
  return (
    <section aria-labelledby="found">
      <FoundHeading address={addressOf(form, after)} answeredFor={answeredFor} />
      {items.length === 0 ? (
        <NoOffers />
      ) : (
        <>
          <p class="govuk-body" role="status">
            {howMany(items.length, next !== null, after !== '')} {form.near !== '' && say(t.nearest)}
          </p>
          <ul class="kitty-cards">
            {items.map((offer) => (
              <OfferCard key={offer.id} offer={offer} />
            ))}
          </ul>
        </>
      )}
      <div class="kitty-actions">
        {next !== null && <Button href={addressOf(form, next)}>{say(t.more)}</Button>}
        {after !== '' && (
          <a class="govuk-link" href={addressOf(form)}>
            {say(t.first)}
          </a>
        )}
      </div>
    </section>
  );
}

function howMany(n: number, hasNext: boolean, isNext: boolean): string {
  if (isNext) return say(t.foundNext, { n });
  return hasNext ? say(t.foundFirst, { n }) : sayCount(n, t.foundOne, t.foundMany);
}

/** Takes the focus when a new search has been answered, not when the page opens. */
function FoundHeading({ address, answeredFor }: Pick<ResultsProps, 'answeredFor'> & { address: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (answeredFor.current !== address) heading.current?.focus();
    answeredFor.current = address;
  }, [address, answeredFor]);
  return (
    <h2 class="govuk-heading-m" id="found" ref={heading} tabindex={-1}>
      {say(t.found)}
    </h2>
  );
}

const NoOffers = () => (
  <div class="kitty-empty">
    <Say text={t.none} />
    <Say text={t.askBroker} />
    <Button href="/find" variant="secondary">
      {say(t.all)}
    </Button>
  </div>
);
