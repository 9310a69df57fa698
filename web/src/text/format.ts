// Money, days and times as people read them.

const fullDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const instantDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const instantFull = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  // Two digits (03:38), as the times of sessions are written: “3:38” could be read as the afternoon.
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Tuesday 3 March */
export const dayName = (day: string): string => fullDay.format(noon(day));
/** 3 March 2026 */
export const dayInYear = (day: string): string => dayWithYear.format(noon(day));
/** Tue 3 Mar */
export const dayShort = (day: string): string => shortDay.format(noon(day));
/** 3 March 2026, of an instant, as London's calendar has it. */
export const dayOfInstant = (at: string): string => instantDay.format(new Date(at));
/** Tuesday 3 March at 14:30, of an instant. */
export const instant = (at: string): string => instantFull.format(new Date(at));

/** Pence from what somebody typed as pounds (“12”, “12.50”, “£1,200”), or undefined when it is not an amount. */
export function penceOf(typed: string): number | undefined {
  const tidy = typed
    .trim()
    .replace(/^£\s*/, '')
    .replaceAll(/,(?=\d{3}(\D|$))/g, '');
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(tidy);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** What a sum looks like in a field: 12 or 12.50. */
export const typedPounds = (pence: number): string =>
  pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);

/** An outcome's slug as words: “being-with-others” → “being with others”. */
export const outcomeName = (slug: string): string => slug.replaceAll('-', ' ');

const inList = new Intl.ListFormat('en-GB');

/** “one, two and three” */
export const listed = (words: readonly string[]): string => inList.format(words);
