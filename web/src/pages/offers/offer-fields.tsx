// The fields of each question about an offer.
import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Select } from '../../components/select.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf } from '../../shell/errors.ts';
import type { FieldsProps } from '../../shell/flow.ts';
import { say } from '../../text/say.ts';
import type { Text } from '../../text/texts.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import { DURATIONS, type OfferDraft, type OfferQuestion, TERMS, termsKey } from './offer-draft.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';
import { howLong } from './offer-parts.ts';
import { PriceFields } from './offer-price.tsx';
import { termsSentence } from './offer-sentences.ts';

export const QUESTION_TITLES: Readonly<Record<OfferQuestion, Text>> = {
  title: t.titleQuestion,
  description: t.descriptionQuestion,
  category: t.categoryQuestion,
  price: t.priceQuestion,
  people: t.peopleQuestion,
  duration: t.durationQuestion,
  postcode: t.postcodeQuestion,
  travel: t.travelQuestion,
  terms: t.termsQuestion,
  access: t.accessQuestion,
};

/** The page's heading shows the question, so the fieldset's legend is for screen readers only. */
const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="govuk-visually-hidden">{children}</span>
);

/** The props that bind an input to a field of the draft. */
const inputProps = <Field extends Exclude<keyof OfferDraft, 'access'>>(
  { draft, change, errors }: FieldsProps<OfferDraft>,
  field: Field,
) => ({
  id: field,
  name: field,
  error: errorOf(errors, field),
  value: draft[field],
  onInput: (typed: string) => change({ [field]: typed }),
});

const choiceProps = <Field extends Exclude<keyof OfferDraft, 'access'>>(
  { draft, change, errors }: FieldsProps<OfferDraft>,
  field: Field,
) => ({
  id: field,
  name: field,
  error: errorOf(errors, field),
  value: draft[field],
  onChange: (chosen: string) => change({ [field]: chosen }),
});

export function OfferFields({ question, ...props }: FieldsProps<OfferDraft> & { readonly question: OfferQuestion }) {
  switch (question) {
    case 'title':
      return <Input {...inputProps(props, 'title')} label={say(t.title)} hint={say(t.titleHint)} />;
    case 'description':
      return (
        <Textarea {...inputProps(props, 'description')} label={say(t.description)} hint={say(t.descriptionHint)} />
      );
    case 'category':
      return (
        <Select
          {...choiceProps(props, 'category')}
          label={say(t.category)}
          hint={say(t.categoryHint)}
          items={[
            { value: '', text: say(t.categoryChoose) },
            ...Object.entries(categoryText).map(([value, text]) => ({ value, text: say(text) })),
          ]}
        />
      );
    case 'price':
      return <PriceFields {...props} />;
    case 'people':
      return (
        <>
          <Input
            {...inputProps(props, 'minPeople')}
            label={say(t.minPeople)}
            hint={say(t.minPeopleHint)}
            width={2}
            inputMode="numeric"
          />
          <Input
            {...inputProps(props, 'maxPeople')}
            label={say(t.maxPeople)}
            hint={say(t.maxPeopleHint)}
            width={2}
            inputMode="numeric"
          />
        </>
      );
    case 'duration':
      return (
        <Radios
          {...choiceProps(props, 'duration')}
          legend={<VisuallyHidden>{say(t.durationQuestion)}</VisuallyHidden>}
          items={[
            ...DURATIONS.map((minutes) => ({ value: String(minutes), text: howLong(minutes) })),
            {
              value: 'other',
              text: say(t.other),
              conditional: (
                <Input {...inputProps(props, 'minutes')} label={say(t.minutes)} width={3} inputMode="numeric" />
              ),
            },
          ]}
        />
      );
    case 'postcode':
      return (
        <Input
          {...inputProps(props, 'postcode')}
          label={say(t.postcodeLabel)}
          hint={say(t.postcodeHint)}
          width={10}
          autocomplete="postal-code"
          spellcheck={false}
        />
      );
    case 'travel':
      return (
        <Radios
          {...choiceProps(props, 'travels')}
          legend={<VisuallyHidden>{say(t.travelQuestion)}</VisuallyHidden>}
          items={[
            { value: 'no', text: say(t.travelNo) },
            {
              value: 'yes',
              text: say(t.travelYes),
              conditional: <Input {...inputProps(props, 'miles')} label={say(t.miles)} width={2} inputMode="numeric" />,
            },
          ]}
        />
      );
    case 'terms':
      return (
        <Radios
          {...choiceProps(props, 'terms')}
          legend={<VisuallyHidden>{say(t.termsQuestion)}</VisuallyHidden>}
          hint={say(t.termsHint)}
          items={[
            ...TERMS.map((terms) => ({ value: termsKey(terms), text: termsSentence(terms) })),
            {
              value: 'other',
              text: say(t.termsOther),
              conditional: (
                <>
                  <Input {...inputProps(props, 'hours')} label={say(t.hours)} width={3} inputMode="numeric" />
                  <Input
                    {...inputProps(props, 'percent')}
                    label={say(t.percent)}
                    hint={say(t.percentHint)}
                    width={3}
                    inputMode="numeric"
                  />
                </>
              ),
            },
          ]}
        />
      );
    case 'access':
      return (
        <Checkboxes
          id="access"
          name="access"
          legend={<VisuallyHidden>{say(t.accessQuestion)}</VisuallyHidden>}
          hint={say(t.accessHint)}
          items={Object.entries(accessText).map(([value, text]) => ({ value, text: say(text) }))}
          values={props.draft.access}
          onChange={(access) => props.change({ access })}
        />
      );
  }
}
