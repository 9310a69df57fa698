// What somebody searches for, as typed. It is in the address, so that Back and a saved link work.
import type { Api } from '../../api/api.ts';
import type { FieldError } from '../../shell/errors.ts';
import { penceOf } from '../../text/format.ts';
import { isKeyOf } from '../../text/is-key-of.ts';
import { say } from '../../text/say.ts';
import { categoryText } from '../../text/words.text.ts';
import { findText as t } from './find.text.ts';

export type OfferQuery = NonNullable<Api['GET /v1/offers']['query']>;

export interface SearchForm {
  readonly words: string;
  readonly near: string;
  readonly miles: string;
  readonly kind: string;
  readonly price: string;
}

export const MILES = [1, 2, 3, 5, 10] as const;
const KM_IN_A_MILE = 1.609344;
const MAX_NEAR = 60;
const MAX_WORDS = 100;

export const searchFormOf = (query: Readonly<Record<string, string>>): SearchForm => ({
  words: query.words ?? '',
  near: query.near ?? '',
  miles: MILES.some((miles) => String(miles) === query.miles) ? (query.miles ?? '') : '',
  kind: query.kind ?? '',
  price: query.price ?? '',
});

function withQuery(path: string, parts: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}

const trimmed = ({ words, near, ...rest }: SearchForm): SearchForm => ({
  words: words.trim(),
  near: near.trim(),
  ...rest,
});

/** `after` is the `next` of the previous page of results. */
export const addressOf = (form: SearchForm, after = ''): string => withQuery('/find', { ...trimmed(form), after });

/** The query for the API, without the fields that were left blank. */
export function queryOf(form: SearchForm, after: string): OfferQuery {
  const { words, near, miles, kind, price } = trimmed(form);
  const upToPence = penceOf(price);
  return {
    ...(words === '' ? {} : { q: words }),
    ...(near === '' ? {} : { near }),
    ...(near === '' || miles === '' ? {} : { withinKm: Number((Number(miles) * KM_IN_A_MILE).toFixed(2)) }),
    ...(isKeyOf(categoryText, kind) ? { category: kind } : {}),
    ...(upToPence === undefined ? {} : { upToPence }),
    ...(after === '' ? {} : { after }),
  };
}

export function errorsIn({ words, near, miles, price }: SearchForm): FieldError[] {
  const errors: FieldError[] = [];
  if (words.trim().length > MAX_WORDS) errors.push({ field: 'words', message: say(t.wordsLong) });
  if (near.trim() === '' && miles !== '') errors.push({ field: 'near', message: say(t.nearMissing) });
  if (near.trim().length > MAX_NEAR) errors.push({ field: 'near', message: say(t.nearLong) });
  if (price.trim() !== '' && penceOf(price) === undefined) errors.push({ field: 'price', message: say(t.priceWrong) });
  return errors;
}
