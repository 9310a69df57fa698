// Kitty numbers and codes as people type them, and what is sent when somebody lets a supporter act.
import { describe, expect, test } from 'vitest';
import { newId } from '../../../functions/kernel/id.ts';
import { supporter } from '../../../functions/people/people.schema.ts';
import { bodyOf, EMPTY, mistakesIn, personOf } from '../../../web/src/pages/people/grant.ts';
import { inFours, isCode, tidyCode } from '../../../web/src/text/typed-code.ts';

describe('a code', () => {
  test('is read with spaces, dashes and capitals, and with o, i and l for 0 and 1', () => {
    expect(tidyCode(' AB0d-12eF 3456 ')).toBe('ab0d12ef3456');
    expect(tidyCode('oOiIlL')).toBe('001111');
    expect(isCode('ab0d12ef3456', 12)).toBe(true);
    for (const wrong of ['', 'ab0d12ef345', 'ab0d12ef345u', 'ab0d12ef34*6']) expect(isCode(wrong, 12)).toBe(false);
  });

  test('that is shown in fours is read back as it was', () => {
    for (let i = 0; i < 50; i++) {
      const id = newId();
      expect(tidyCode(inFours(id).toUpperCase())).toBe(id);
      expect(isCode(id, 16)).toBe(true);
    }
  });
});

describe('letting somebody act', () => {
  const mine = newId();
  const good = { ...EMPTY, number: inFours(newId()) };
  const wrongOf = (changes: Partial<typeof EMPTY>) => mistakesIn({ ...good, ...changes }, mine).map(({ what }) => what);

  test('needs another person’s number, something that they may do, and a day that exists', () => {
    expect(wrongOf({})).toEqual([]);
    expect(wrongOf({ number: ' ' })).toEqual(['numberMissing']);
    expect(wrongOf({ number: '1234' })).toEqual(['numberWrong']);
    expect(wrongOf({ number: inFours(mine) })).toEqual(['numberMine']);
    expect(wrongOf({ scopes: [] })).toEqual(['scopesMissing']);
    expect(wrongOf({ ends: 'day', day: { day: '31', month: '2', year: '2027' } })).toEqual(['dayWrong']);
    expect(wrongOf({ ends: 'day', day: { day: '7', month: '3', year: '2027' } })).toEqual([]);
  });

  test('sends what the API takes, and lets whoever votes also see', () => {
    expect(personOf(good)).toMatch(/^\w{16}$/);
    expect(supporter.parse(bodyOf({ ...good, scopes: ['vote'] }))).toEqual({ scopes: ['see', 'vote'] });
    const ends = { ...good, ends: 'day', day: { day: ' 7', month: '3 ', year: '2027' } } as const;
    expect(supporter.parse(bodyOf(ends))).toEqual({ scopes: ['see'], endsOn: '2027-03-07' });
  });
});
