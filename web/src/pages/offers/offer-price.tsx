// The price fields of an offer, and the price for each person in groups of 4, 6 and 10.

import { perPersonPence } from '../../../../functions/catalogue/catalogue.rules.ts';
import { pounds } from '../../../../functions/kernel/money.ts';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import { isPriceModel, type OfferDraft, peopleOf, priceOf } from './offer-draft.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';
import { GROUPS } from './offer-parts.ts';

export const PriceFields = ({ draft, change, errors }: FieldsProps<OfferDraft>) => (
  <>
    <Radios
      id="priceModel"
      name="priceModel"
      legend={say(t.priceModel)}
      legendSize="s"
      error={errorOf(errors, 'priceModel')}
      items={[
        { value: 'per-session', text: say(t.perSession), hint: say(t.perSessionHint) },
        { value: 'per-person', text: say(t.perPerson), hint: say(t.perPersonHint) },
      ]}
      value={draft.priceModel}
      onChange={(priceModel) => change({ priceModel })}
    />
    <Input
      id="price"
      name="price"
      label={say(t.pricePounds)}
      labelSize="s"
      hint={say(t.priceHint)}
      error={errorOf(errors, 'price')}
      prefix={say(t.pound)}
      width={5}
      inputMode="decimal"
      spellcheck={false}
      value={draft.price}
      onInput={(price) => change({ price })}
    />
    <PricePreview draft={draft} />
  </>
);

const EVERYBODY = { minPeople: 1, maxPeople: 50 };

/** A live region, because it changes while somebody types. */
export function PricePreview({ draft }: { readonly draft: OfferDraft }) {
  const pricePence = priceOf(draft);
  const { priceModel } = draft;
  const { min, max } = peopleOf(draft);
  const isKnown = pricePence !== undefined && isPriceModel(priceModel);
  const limits = min !== undefined && max !== undefined ? { minPeople: min, maxPeople: max } : EVERYBODY;
  return (
    <div role="status">
      {isKnown && (
        <>
          <p class="govuk-body">{say(t.preview)}</p>
          <dl class="kitty-prices">
            {GROUPS.map((people) => {
              const pence = perPersonPence({ priceModel, pricePence, ...limits }, people);
              return (
                <div key={people}>
                  <dt>{say(t.previewPeople, { n: people })}</dt>
                  <dd>{pence === undefined ? say(t.previewNot) : say(t.previewEach, { price: pounds(pence) })}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </div>
  );
}
