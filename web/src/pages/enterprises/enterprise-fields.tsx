// The fields of what an enterprise says of itself, alone on a page or all in one form.
import type { ComponentChildren } from 'preact';
import { normalisePostcode } from '../../../../functions/kernel/postcode.ts';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import type { Text } from '../../text/texts.ts';
import { legalFormText, ownershipText } from '../../text/words.text.ts';
import type { EnterpriseDraft, EnterpriseField } from './enterprise-draft.ts';
import { enterpriseFieldsText as t } from './enterprise-fields.text.ts';

const OWNERSHIP_HINTS: Readonly<Record<keyof typeof ownershipText, Text>> = {
  owner: t.ownerHint,
  worker: t.workerHint,
  user: t.userHint,
  'worker-and-user': t.bothHint,
  community: t.communityHint,
};

export const QUESTIONS: Readonly<Record<EnterpriseField, Text>> = {
  name: t.nameQuestion,
  description: t.descriptionQuestion,
  postcode: t.postcodeQuestion,
  legalForm: t.legalFormQuestion,
  ownership: t.ownershipQuestion,
  workers: t.workersQuestion,
  companyNumber: t.companyNumberQuestion,
};

interface EnterpriseFieldProps {
  readonly field: EnterpriseField;
  readonly draft: EnterpriseDraft;
  readonly change: (changes: Partial<EnterpriseDraft>) => void;
  readonly errors: readonly FieldError[];
  /** The page's heading shows the question, so the fieldset's legend is for screen readers only. */
  readonly alone?: boolean;
}

export function EnterpriseFieldOf({ field, draft, change, errors, alone = false }: EnterpriseFieldProps) {
  const props = { id: field, name: field, error: errorOf(errors, field), label: say(t[field]) };
  const legend: ComponentChildren = alone ? (
    <span class="govuk-visually-hidden">{say(QUESTIONS[field])}</span>
  ) : (
    say(QUESTIONS[field])
  );
  const legendSize = alone ? undefined : 's';
  switch (field) {
    case 'name':
      return <Input {...props} hint={say(t.nameHint)} value={draft.name} onInput={(name) => change({ name })} />;
    case 'description':
      return (
        <Textarea
          {...props}
          hint={say(t.descriptionHint)}
          value={draft.description}
          onInput={(description) => change({ description })}
        />
      );
    case 'postcode':
      return (
        <Input
          {...props}
          hint={say(t.postcodeHint)}
          width={10}
          autocomplete="postal-code"
          spellcheck={false}
          value={draft.postcode}
          onInput={(postcode) => change({ postcode })}
        />
      );
    case 'legalForm':
      return (
        <Radios
          {...props}
          legend={legend}
          legendSize={legendSize}
          hint={say(t.legalFormHint)}
          items={Object.entries(legalFormText).map(([value, text]) => ({ value, text: say(text) }))}
          value={draft.legalForm}
          onChange={(legalForm) => change({ legalForm })}
        />
      );
    case 'ownership':
      return (
        <Radios
          {...props}
          legend={legend}
          legendSize={legendSize}
          hint={say(t.ownershipHint)}
          items={Object.entries(ownershipText).map(([value, text]) => ({
            value,
            text: say(text),
            hint: isKeyOf(OWNERSHIP_HINTS, value) ? say(OWNERSHIP_HINTS[value]) : undefined,
          }))}
          value={draft.ownership}
          onChange={(ownership) => change({ ownership })}
        />
      );
    case 'workers':
      return (
        <Input
          {...props}
          hint={say(t.workersHint)}
          width={2}
          inputMode="numeric"
          value={draft.workers}
          onInput={(workers) => change({ workers })}
        />
      );
    case 'companyNumber':
      return (
        <Input
          {...props}
          hint={say(t.companyNumberHint)}
          width={10}
          spellcheck={false}
          value={draft.companyNumber}
          onInput={(companyNumber) => change({ companyNumber })}
        />
      );
  }
}

/** An answer as shown on the last page. */
export function enterpriseAnswer(field: EnterpriseField, draft: EnterpriseDraft): ComponentChildren {
  const typed = draft[field];
  if (field === 'legalForm') return isKeyOf(legalFormText, typed) ? say(legalFormText[typed]) : '';
  if (field === 'ownership') return isKeyOf(ownershipText, typed) ? say(ownershipText[typed]) : '';
  if (field === 'companyNumber' && typed.trim() === '') return say(t.none);
  if (field === 'postcode') return normalisePostcode(typed) ?? typed;
  if (field === 'description') return <span class="kitty-typed">{typed}</span>;
  return typed;
}

export const fieldName = (field: EnterpriseField): string => say(t[field]);
