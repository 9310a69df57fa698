// Ids: all of one form, opaque, and always the same when derived from the same request.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, idFrom, isId, newId, sha256 } from '../../functions/kernel/id.ts';

describe('a new id', () => {
  test('is an id', () => {
    for (let i = 0; i < 1000; i++) expect(isId(newId())).toBe(true);
  });

  test('is never the same as another', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(newId());
    expect(seen.size).toBe(100_000);
  });

  test('uses every letter in every position', () => {
    const seen = Array.from({ length: 16 }, () => new Set<string>());
    for (let i = 0; i < 2000; i++) for (const [at, letter] of [...newId()].entries()) seen[at]?.add(letter);
    expect(seen.map((letters) => letters.size)).toEqual(new Array(16).fill(32));
  });
});

describe('an id made from a request', () => {
  test('is the same each time, and an id', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (op, label) => {
        expect(idFrom(op, label)).toBe(idFrom(op, label));
        expect(isId(idFrom(op, label))).toBe(true);
      }),
    );
  });

  test('differs for another request and for another label of the same request', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 50_000; i++) seen.add(idFrom(`op${i}`, 'proposal')).add(idFrom(`op${i}`, 'pool'));
    expect(seen.size).toBe(100_000);
  });
});

test('text that is not an id is recognised', () => {
  for (const bad of [
    '',
    'abc',
    '0123456789abcdeF',
    '0123456789abcdei',
    '0123456789abcdefg',
    '0123456789abcde\n',
    ' 123456789abcdef',
  ])
    expect(isId(bad)).toBe(false);
  expect(isId('0123456789abcdef')).toBe(true);
});

describe('a digest', () => {
  test('differs for parts that are the same when joined', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.array(fc.string(), { minLength: 1 }), (one, other) => {
        expect(digest(...one) === digest(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(digest('a', 'bc')).not.toBe(digest('ab', 'c'));
    expect(digest('a\n', 'b')).not.toBe(digest('a', '\nb'));
  });

  test('is 22 letters; the full SHA-256 is 43', () => {
    expect(digest('a')).toHaveLength(22);
    expect(sha256('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
  });
});
