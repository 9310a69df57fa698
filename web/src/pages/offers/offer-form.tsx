// An offer's questions one after another, then all answers, then sending; for a new offer and for one that is changed.
import type { ComponentChildren } from 'preact';
import { tidyPostcode } from '../../../../functions/kernel/postcode.ts';
import type { OfferBody } from '../../../../functions/offers/offers.schema.ts';
import type { CommandState } from '../../api/command.ts';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { useSteps } from '../../shell/steps.ts';
import { known } from '../../text/known.ts';
import { say, sayCount } from '../../text/say.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import { offerBodyOf, offerMistakes } from './offer-body.ts';
import {
  isPriceModel,
  milesOf,
  minutesOf,
  OFFER_STEPS,
  type OfferDraft,
  type OfferStep,
  peopleOf,
  priceOf,
  termsOf,
} from './offer-draft.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';
import { OFFER_QUESTIONS, OfferFields } from './offer-fields.tsx';
import { howLong, wholePrice } from './offer-parts.ts';
import { PricePreview } from './offer-price.tsx';
import { termsSentence } from './offer-sentences.ts';

interface OfferFormProps {
  readonly caption: string;
  readonly home: string;
  readonly draft: OfferDraft;
  readonly change: (changes: Partial<OfferDraft>) => void;
  /** Where to begin when the address names no question. */
  readonly start: OfferStep | 'check';
  readonly command: CommandState;
  readonly sendText: string;
  readonly onSend: (body: OfferBody) => void;
  /** Under the answers. */
  readonly children?: ComponentChildren;
}

export function OfferForm({
  caption,
  home,
  draft,
  change,
  start,
  command,
  sendText,
  onSend,
  children,
}: OfferFormProps) {
  const { step, back = { href: home }, goOn, goTo, changeHref } = useSteps([...OFFER_STEPS, 'check'], start);

  function send(): void {
    const body = offerBodyOf(draft);
    const missing = OFFER_STEPS.find((one) => offerMistakes(draft, one).length > 0);
    if (body) onSend(body);
    else if (missing) goTo(missing);
  }

  if (step === 'check')
    return (
      <CheckPage
        key={step}
        caption={caption}
        back={back}
        command={command}
        sendText={sendText}
        onSend={send}
        answers={OFFER_STEPS.map((one) => ({
          key: say(t[one]),
          value: answerOf(one, draft),
          changeHref: changeHref(one),
        }))}
      >
        {children}
      </CheckPage>
    );
  return (
    <QuestionPage
      key={step}
      title={say(OFFER_QUESTIONS[step])}
      caption={caption}
      back={back}
      words={step === 'title' ? ['offer', 'session'] : ['session']}
      mistakes={() => offerMistakes(draft, step)}
      onGood={goOn}
    >
      {(errors) => <OfferFields step={step} draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}

/** What was answered, as people read it; nothing where it is missing. */
function answerOf(step: OfferStep, draft: OfferDraft): ComponentChildren {
  switch (step) {
    case 'title':
      return draft.title;
    case 'postcode':
      return tidyPostcode(draft.postcode) ?? draft.postcode;
    case 'description':
      return <span class="kitty-typed">{draft.description}</span>;
    case 'category':
      return known(categoryText, draft.category) ? say(categoryText[draft.category]) : '';
    case 'price': {
      const pricePence = priceOf(draft);
      const { priceModel } = draft;
      if (pricePence === undefined || !isPriceModel(priceModel)) return '';
      return (
        <>
          <p class="govuk-body">{wholePrice({ priceModel, pricePence })}</p>
          <PricePreview draft={draft} />
        </>
      );
    }
    case 'people': {
      const { min, max } = peopleOf(draft);
      if (min === undefined || max === undefined) return '';
      return min === max ? String(min) : say(t.peopleFrom, { min, max });
    }
    case 'duration': {
      const minutes = minutesOf(draft);
      return minutes === undefined ? '' : howLong(minutes);
    }
    case 'travel': {
      const miles = draft.travels === 'yes' ? milesOf(draft) : undefined;
      if (miles === undefined) return draft.travels === 'no' ? say(t.travelNo) : '';
      return sayCount(miles, t.travelUpTo1, t.travelUpTo);
    }
    case 'terms': {
      const terms = termsOf(draft);
      return terms ? termsSentence(terms) : '';
    }
    case 'access': {
      const features = draft.access.filter((feature) => known(accessText, feature));
      if (features.length === 0) return say(t.none);
      return (
        <ul class="govuk-list">
          {features.map((feature) => (
            <li key={feature}>{say(accessText[feature])}</li>
          ))}
        </ul>
      );
    }
  }
}
