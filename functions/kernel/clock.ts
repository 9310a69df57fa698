// Days and times. Instants are ISO 8601 UTC with milliseconds; days are YYYY-MM-DD; both compare as text.
// People's days and times are those of Europe/London.

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Last Sunday of a month at 01:00 UTC, when the clocks change (Summer Time Act 1972 as amended in 2002). */
function lastSundayAt1Utc(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * DAY_MS;
}

const londonOffsetMs = (ms: number): number => {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSundayAt1Utc(year, 2) && ms < lastSundayAt1Utc(year, 9) ? HOUR_MS : 0;
};

/** The day in London at an instant. */
export const dayOf = (at: string): string => {
  // Only in the last hour of a UTC day can London have the next day already.
  if (at.slice(11, 13) !== '23') return at.slice(0, 10);
  const ms = Date.parse(at);
  return instant(ms + londonOffsetMs(ms)).slice(0, 10);
};

/** The instant of a London day and wall-clock time (HH:MM). A time that the spring change skips is an hour later. */
export function londonInstant(day: string, time = '00:00'): string {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const summer = asUtc - HOUR_MS;
  return instant(londonOffsetMs(summer) === HOUR_MS ? summer : asUtc);
}

export const addDays = (day: string, days: number): string =>
  instant(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).slice(0, 10);

export const addHours = (at: string, hours: number): string => instant(Date.parse(at) + hours * HOUR_MS);
export const addMinutes = (at: string, minutes: number): string => instant(Date.parse(at) + minutes * 60_000);
export const addSeconds = (at: string, seconds: number): string => instant(Date.parse(at) + seconds * 1000);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

export const later = (a: string, b: string): string => (a > b ? a : b);

/** True for a day that exists: 2026-02-30 does not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  instant(Date.parse(`${text}T00:00:00Z`)).startsWith(text);
