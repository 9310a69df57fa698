// Day and time by the server's clock: a browser's clock may be wrong, and a local Kitty's clock can be moved on.
import { dayOf } from '../../../functions/kernel/clock.ts';

/** A smaller difference is only the time that an answer takes. */
const MIN_DIFFERENCE_MS = 120_000;

let aheadMs = 0;

/** Compares the clocks by the Date header of an answer of the API. */
export function readServerTime(header: string | null): void {
  const ms = header === null ? Number.NaN : Date.parse(header) - Date.now();
  if (!Number.isNaN(ms)) aheadMs = Math.abs(ms) < MIN_DIFFERENCE_MS ? 0 : ms;
}

/** What time it is, once the API has answered something. */
export const now = (): string => new Date(Date.now() + aheadMs).toISOString();

/** The day in London, YYYY-MM-DD. */
export const today = (): string => dayOf(now());
