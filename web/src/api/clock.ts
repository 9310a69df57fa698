// What day it is for Kitty: by the server's clock, because a browser's may be wrong, and on one machine Kitty's may have been moved on.
import { dayOf } from '../../../functions/kernel/clock.ts';

/** Less than this is the time that an answer takes. */
const ALIKE_MS = 120_000;

let aheadMs = 0;

/** Takes the Date header of an answer of the API. */
export function hearDate(header: string | null): void {
  const ms = header === null ? Number.NaN : Date.parse(header) - Date.now();
  if (!Number.isNaN(ms)) aheadMs = Math.abs(ms) < ALIKE_MS ? 0 : ms;
}

/** The day in London, YYYY-MM-DD, once the API has answered something. */
export const today = (): string => dayOf(new Date(Date.now() + aheadMs).toISOString());
