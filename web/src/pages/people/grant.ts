// What a supporter may do, as typed: what is wrong with it, and the body to send. Pure.
import type { MySupporters } from '../../api/types.ts';
import { isCode, tidyCode } from '../../text/typed-code.ts';
import { dayTyped, NO_DATE, type TypedDate } from '../../text/typed-date.ts';

type Scope = MySupporters['items'][number]['scopes'][number];

export const SCOPES: readonly Scope[] = ['see', 'vote', 'pay'];

export interface Grant {
  readonly number: string;
  readonly scopes: readonly string[];
  /** `never`: until it is revoked. */
  readonly ends: 'never' | 'day';
  readonly day: TypedDate;
}

export const EMPTY: Grant = { number: '', scopes: ['see'], ends: 'never', day: NO_DATE };

const PERSON_LENGTH = 16;

export const personOf = ({ number }: Grant): string => tidyCode(number);

type Mistake = 'numberMissing' | 'numberWrong' | 'numberMine' | 'scopesMissing' | 'dayWrong';

/** Each mistake with the field that it is in. */
export function mistakesIn(grant: Grant, myId: string | undefined): { field: keyof Grant; what: Mistake }[] {
  const found: { field: keyof Grant; what: Mistake }[] = [];
  const person = personOf(grant);
  if (person === '') found.push({ field: 'number', what: 'numberMissing' });
  else if (!isCode(person, PERSON_LENGTH)) found.push({ field: 'number', what: 'numberWrong' });
  else if (person === myId) found.push({ field: 'number', what: 'numberMine' });
  if (grant.scopes.length === 0) found.push({ field: 'scopes', what: 'scopesMissing' });
  if (grant.ends === 'day' && dayTyped(grant.day) === undefined) found.push({ field: 'day', what: 'dayWrong' });
  return found;
}

/** Voting and paying need seeing, so `see` is always included. */
export const bodyOf = (grant: Grant) => ({
  scopes: SCOPES.filter((scope) => scope === 'see' || grant.scopes.includes(scope)),
  ...(grant.ends === 'day' ? { endsOn: dayTyped(grant.day) } : {}),
});
