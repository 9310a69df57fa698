// A date as somebody types it, in three fields.
import { isDay } from '../../../functions/kernel/clock.ts';

/** As typed: not trimmed or checked. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const NO_DATE: TypedDate = { day: '', month: '', year: '' };

/** YYYY-MM-DD, or undefined when there is no such day. */
export function dayTyped({ day, month, year }: TypedDate): string | undefined {
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
