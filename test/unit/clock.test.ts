// Days and times of Europe/London, compared with Node's time zone data.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addHours, dayOf, daysBetween, isDay, later, londonInstant } from '../../functions/kernel/clock.ts';

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Day and wall-clock time in London by Node's time zone data. */
function inLondon(at: string): { day: string; time: string } {
  const parts = Object.fromEntries(london.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

const DAY_MS = 86_400_000;
const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
/** The instants at which London's clocks change, found by looking for them hour by hour. */
const CHANGES = YEARS.flatMap((year) => {
  const found: number[] = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 3_600_000) {
    const offset = (one: number): number => {
      const { day, time } = inLondon(new Date(one).toISOString());
      return Date.parse(`${day}T${time}:00Z`) - one;
    };
    if (offset(ms) !== offset(ms - 3_600_000)) found.push(ms);
  }
  return found;
});

const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) - 1 })
  .map((ms) => new Date(ms).toISOString());
const nearChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -DAY_MS, max: DAY_MS }))
  .map(([ms, off]) => new Date(ms + off).toISOString());

describe('London', () => {
  test('changes its clocks twice a year', () => {
    expect(CHANGES).toHaveLength(2 * YEARS.length);
  });

  test('has the same day as Node’s time zone data, around the clock changes and at any other time', () => {
    fc.assert(
      fc.property(fc.oneof(instant, nearChange), (at) => {
        expect(dayOf(at)).toBe(inLondon(at).day);
      }),
      { numRuns: 2000 },
    );
  });

  test('a day and time there become the instant at which London’s clocks show them', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(fc.oneof(instant, nearChange), clock, (at, [hour, minute]) => {
        const day = dayOf(at);
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const shown = inLondon(londonInstant(day, time));
        // The hour that the spring change skips is read as an hour later.
        const skipped =
          hour === 1 && CHANGES.some((ms) => dayOf(new Date(ms).toISOString()) === day) && shown.time !== time;
        expect(shown).toEqual({ day, time: skipped ? `02:${time.slice(3)}` : time });
        if (skipped) expect(day.slice(5, 7)).toBe('03');
      }),
      { numRuns: 2000 },
    );
  });

  test('a time that comes twice in autumn is the first of the two', () => {
    expect(londonInstant('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(londonInstant('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('a day starts at its own midnight', () => {
    fc.assert(
      fc.property(fc.oneof(instant, nearChange), (at) => {
        const start = londonInstant(dayOf(at));
        expect(start <= at).toBe(true);
        expect(dayOf(start)).toBe(dayOf(at));
        expect(dayOf(new Date(Date.parse(start) - 1).toISOString())).toBe(addDays(dayOf(at), -1));
      }),
    );
  });
});

describe('days', () => {
  const day = instant.map((at) => at.slice(0, 10));
  const count = fc.integer({ min: -4000, max: 4000 });

  test('added and counted agree', () => {
    fc.assert(
      fc.property(day, count, (one, n) => {
        const other = addDays(one, n);
        expect(daysBetween(one, other)).toBe(n);
        expect(addDays(other, -n)).toBe(one);
        expect(isDay(other)).toBe(true);
        expect(later(one, other)).toBe(n >= 0 ? other : one);
      }),
    );
  });

  test('are distinguished from text that is not a day', () => {
    for (const good of ['2026-02-28', '2028-02-29', '2026-12-31']) expect(isDay(good)).toBe(true);
    for (const bad of [
      ...['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', ''],
      ...['2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', '+02026-01-01', 'yesterday', '２０２６-01-01'],
    ])
      expect(isDay(bad)).toBe(false);
  });

  test('of any year, month and day number are accepted exactly when the calendar has them', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2199 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, date) => {
          const real = new Date(Date.UTC(year, month - 1, date));
          const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === date;
          expect(isDay(`${year}-${two(month)}-${two(date)}`)).toBe(exists);
        },
      ),
    );
  });
});

test('hours are added to instants whatever London’s clocks do', () => {
  fc.assert(
    fc.property(nearChange, fc.integer({ min: -1000, max: 1000 }), (at, hours) => {
      expect(Date.parse(addHours(at, hours)) - Date.parse(at)).toBe(hours * 3_600_000);
    }),
  );
});
