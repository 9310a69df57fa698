// /find: what enterprises offer, by place, distance, kind, words and price; open to all.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { Say } from '../../components/say.tsx';
import type { FieldError } from '../../shell/errors.ts';
import { Page } from '../../shell/page.tsx';
import { say } from '../../text/say.ts';
import { findText as t } from './find.text.ts';
import { addressOf, errorsIn, queryOf, type SearchForm, searchFormOf } from './find-address.ts';
import { FindForm } from './find-form.tsx';
import { lastSearch } from './last-search.ts';
import { Results } from './results.tsx';
import { type Search, useSearch } from './use-search.ts';

const NONE: readonly FieldError[] = [];

export function Find() {
  const { route } = useLocation();
  // The route's own query: while the next page loads, the location's is already that one's.
  const { query } = useRoute();
  const form = searchFormOf(query);
  const after = query.after ?? '';
  const address = addressOf(form, after);
  const inAddress = errorsIn(form);
  const answeredFor = useRef(address);
  const [search, reload] = useSearch(inAddress.length > 0 ? null : queryOf(form, after));
  const [typed, setTyped] = useState<readonly FieldError[]>();
  const refused = hasUnknownPlace(search);
  // Keeps the same array until something changes, so that the summary is not announced at every render.
  const errors = useMemo(() => {
    if (typed) return typed;
    if (refused) return [{ field: 'near', message: say(t.nearUnknown) }];
    return inAddress.length > 0 ? inAddress : NONE;
  }, [typed, refused, address]);

  useEffect(() => {
    lastSearch.value = address;
    setTyped(undefined);
  }, [address]);

  const startSearch = (next: SearchForm): void => {
    const wrong = errorsIn(next);
    setTyped(wrong.length > 0 ? wrong : undefined);
    if (wrong.length === 0) route(addressOf(next));
  };

  return (
    <Page title={say(t.title)} errors={errors} words={['enterprise', 'session']} wide>
      <Say text={t.lead} />
      <FindForm key={address} form={form} errors={errors} onSearch={startSearch} />
      {errors.length === 0 && (
        <Results search={search} form={form} after={after} reload={reload} answeredFor={answeredFor} />
      )}
    </Page>
  );
}

const hasUnknownPlace = (search: Search): boolean => search.state === 'refused' && search.fields.includes('near');
