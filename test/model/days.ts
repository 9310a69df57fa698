// London's days and times, for the model: instants are milliseconds, days are YYYY-MM-DD. Written from the Summer Time Act, not from functions/.
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The last Sunday of a month (0 is January) at 01:00 UTC. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

const isSummer = (at: number): boolean => {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9);
};

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day in London at an instant. */
export const dayAt = (at: number): string => isoDay(at + (isSummer(at) ? HOUR : 0));

/** The instant at which a London clock shows this day and time. */
export function instantOf(day: string, time = '00:00'): number {
  const shown = Date.parse(`${day}T${time}:00Z`);
  return isSummer(shown - HOUR) ? shown - HOUR : shown;
}

export const plusDays = (day: string, days: number): string => isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);

/** Days from one day to another. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
