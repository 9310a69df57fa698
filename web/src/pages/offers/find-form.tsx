// The search form; every field is optional.
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Select } from '../../components/select.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say, sayCount } from '../../text/say.ts';
import { categoryText } from '../../text/words.text.ts';
import { findText as t } from './find.text.ts';
import { MILES, type SearchForm } from './find-address.ts';

interface FindFormProps {
  readonly form: SearchForm;
  readonly errors: readonly FieldError[];
  readonly onSearch: (form: SearchForm) => void;
}

export function FindForm({ form, errors, onSearch }: FindFormProps) {
  const [typed, setTyped] = useState(form);
  const field = (name: keyof SearchForm) => ({
    id: name,
    name,
    value: typed[name],
    error: errorOf(errors, name),
  });
  const type = (name: keyof SearchForm) => (value: string) => setTyped((now) => ({ ...now, [name]: value }));
  return (
    <div>
      <search>
        <form
          class="kitty-filters"
          aria-label={say(t.form)}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSearch(typed);
          }}
        >
          <div class="kitty-find">
            <Input {...field('words')} label={say(t.words)} hint={say(t.wordsHint)} onInput={type('words')} />
            <Input
              {...field('near')}
              label={say(t.near)}
              hint={say(t.nearHint)}
              autocomplete="postal-code"
              onInput={type('near')}
            />
            <Select {...field('miles')} label={say(t.miles)} items={distances()} onChange={type('miles')} />
            <Select {...field('kind')} label={say(t.kind)} items={kinds()} onChange={type('kind')} />
            <Input
              {...field('price')}
              label={say(t.price)}
              hint={say(t.priceHint)}
              prefix={say(t.pound)}
              inputMode="decimal"
              width={5}
              onInput={type('price')}
            />
          </div>
          <div class="kitty-actions">
            <Button>{say(t.search)}</Button>
            <a class="govuk-link" href="/find">
              {say(t.clear)}
            </a>
          </div>
        </form>
      </search>
    </div>
  );
}

const distances = () => [
  { value: '', text: say(t.anyMiles) },
  ...MILES.map((miles) => ({ value: String(miles), text: sayCount(miles, t.oneMile, t.manyMiles) })),
];

/** Sorted by the words shown. */
const kinds = () => [
  { value: '', text: say(t.anyKind) },
  ...Object.entries(categoryText)
    .map(([value, words]) => ({ value, text: say(words) }))
    .sort((a, b) => a.text.localeCompare(b.text)),
];
