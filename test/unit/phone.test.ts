// Mobile numbers: however people write one it is stored in the same form, and a number that gets no text messages is refused.
import { describe, expect, test } from 'vitest';
import { formatMobile, normaliseMobile } from '../../functions/kernel/phone.ts';

describe('a mobile number', () => {
  test.each([
    '07700900123',
    '07700 900123',
    ' 07700-900-123 ',
    '(07700) 900 123',
    '07700\u2011900\u00a0123',
    '+447700900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '+4407700900123',
    '0044 7700 900123',
    '447700900123',
  ])('of the UK, written “%s”, is one and the same', (text) => {
    expect(normaliseMobile(text)).toBe('+447700900123');
  });

  test.each([
    ['+353 85 012 3456', '+353850123456'],
    ['0048 512 345 678', '+48512345678'],
    ['+1 (202) 555-0123', '+12025550123'],
  ])('of another country, %s, is kept with its code', (text, kept) => {
    expect(normaliseMobile(text)).toBe(kept);
  });

  test.each([
    ['a landline', '020 7946 0018'],
    ['a landline with its code', '+44 20 7946 0018'],
    ['too short', '07700 90012'],
    ['too long', '07700 9001234'],
    ['too short abroad', '+353 123'],
    ['too long abroad', '+3531234567890123'],
    ['no code of a country', '+0123456789'],
    ['letters', '07700 9OO123'],
    ['two numbers', '07700 900123 07700 900124'],
    ['something that runs on its own', '<script>'],
    ['other digits', '٠٧٧٠٠٩٠٠١٢٣'],
    ['nothing', ''],
    ['spaces', '   '],
  ])('is not %s: %s', (_, text) => {
    expect(normaliseMobile(text)).toBeUndefined();
  });

  test('is written as people in the UK write it', () => {
    expect(formatMobile('+447700900123')).toBe('07700 900123');
    expect(formatMobile('+353850123456')).toBe('+353850123456');
  });
});
