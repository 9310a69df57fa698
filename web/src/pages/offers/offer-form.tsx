// An offer's questions one after another, then all answers, then sending; for a new offer and for one that is changed.
import type { ComponentChildren } from 'preact';
import type { OfferBody } from '../../../../functions/catalogue/catalogue.schema.ts';
import { normalisePostcode } from '../../../../functions/kernel/postcode.ts';
import type { CommandState } from '../../api/command.ts';
import type { Flow } from '../../shell/flow.ts';
import { CheckPage, QuestionPage } from '../../shell/question-page.tsx';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say, sayCount } from '../../text/say.ts';
import { accessText, categoryText } from '../../text/words.text.ts';
import { offerBodyOf, offerMistakes } from './offer-body.ts';
import {
  isPriceModel,
  milesOf,
  minutesOf,
  OFFER_QUESTIONS,
  type OfferDraft,
  type OfferQuestion,
  peopleOf,
  priceOf,
  termsOf,
} from './offer-draft.ts';
import { offerFieldsText as t } from './offer-fields.text.ts';
import { OfferFields, QUESTION_TITLES } from './offer-fields.tsx';
import { howLong, wholePrice } from './offer-parts.ts';
import { PricePreview } from './offer-price.tsx';
import { termsSentence } from './offer-sentences.ts';

interface OfferFormProps {
  readonly caption: string;
  readonly flow: Flow<OfferDraft, OfferQuestion>;
  readonly command: CommandState;
  readonly sendText: string;
  readonly onSend: (body: OfferBody) => void;
  /** Below the answers. */
  readonly below?: ComponentChildren;
}

/** What both forms of an offer have in common. */
export const OFFER_FLOW = { questionsFor: () => OFFER_QUESTIONS, mistakesIn: offerMistakes } as const;

export function OfferForm({ caption, flow, command, sendText, onSend, below }: OfferFormProps) {
  const { draft, change, step } = flow;
  if (step === 'check')
    return (
      <CheckPage
        key={step}
        flow={flow}
        caption={caption}
        answers={OFFER_QUESTIONS.map((question) => ({
          key: say(t[question]),
          value: answerOf(question, draft),
          changeHref: flow.changeHref(question),
        }))}
        command={command}
        sendText={sendText}
        onSend={() => {
          const body = offerBodyOf(draft);
          if (body) onSend(body);
        }}
        below={below}
      />
    );
  return (
    <QuestionPage
      key={step}
      flow={flow}
      title={say(QUESTION_TITLES[step])}
      caption={caption}
      words={step === 'title' ? ['offer', 'session'] : ['session']}
    >
      {(errors) => <OfferFields question={step} draft={draft} change={change} errors={errors} />}
    </QuestionPage>
  );
}

/** An answer as shown on the last page; empty when it is missing. */
function answerOf(question: OfferQuestion, draft: OfferDraft): ComponentChildren {
  switch (question) {
    case 'title':
      return draft.title;
    case 'postcode':
      return normalisePostcode(draft.postcode) ?? draft.postcode;
    case 'description':
      return <span class="kitty-typed">{draft.description}</span>;
    case 'category':
      return isKeyOf(categoryText, draft.category) ? say(categoryText[draft.category]) : '';
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
      const features = draft.access.filter((feature) => isKeyOf(accessText, feature));
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
