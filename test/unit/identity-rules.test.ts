// What is one reference, and one name, whatever spreadsheets and word processors made of it.
import { describe, expect, test } from 'vitest';
import { isSameName, referenceKey } from '../../functions/allocations/identity.rules.ts';
import { tidyText } from '../../functions/kernel/text.ts';

describe('one reference', () => {
  test.each([
    ['without its leading zeros', '000451', '451'],
    ['as a decimal', '000451', '451.0'],
    ['as a decimal with two places', '451', '451.00'],
    ['as a power of ten', '451', '4.51E+2'],
    ['as a power of ten, as it was typed', '12E5', '1.20E+06'],
    ['with thousands set apart', '0012451', '12,451'],
    ['with a plus', '451', '+451'],
    ['with the apostrophe that keeps it text', '000451', "'000451"],
    ['with a curly apostrophe', '000451', '’000451'],
    ['as a formula that keeps it text', '000451', '="000451"'],
    ['in digits of full width', '000451', '４５１'],
    ['nothing but zeros', '000', '0'],
    ['in upper case', 'LAS-77a', 'las-77A'],
    ['in capitals that are two letters', 'straße-1', 'STRASSE-1'],
    ['with an en dash', 'LAS-77', 'LAS–77'],
    ['with a minus sign', 'LAS-77', 'LAS−77'],
    ['with a hyphen of its own', 'LAS-77', 'LAS‐77'],
    ['with a hyphen that does not break', 'LAS-77', 'LAS\u201177'],
    ['with an em dash', 'LAS-77', 'LAS—77'],
    ['with spaces around', 'LAS-77', ' LAS-77  '],
    ['with a space that does not break at its end', 'LAS-77', 'LAS-77\u00a0'],
    ['with spaces inside', 'LAS 77', 'LAS\u00a0 77'],
    ['without its spaces', '943 476 5919', '9434765919'],
    ['in decomposed letters', 'ZO\u00cb-1', 'zoe\u0308-1'],
  ])('%s', (_, one, other) => {
    expect(referenceKey(other)).toBe(referenceKey(one));
    expect(referenceKey(referenceKey(one))).toBe(referenceKey(one));
  });

  test.each([
    ['451', '4510'],
    ['451', '452'],
    ['LAS-77a', 'LAS-77b'],
    ['LAS-77', 'LAS77'],
    ['LAS-077', 'LAS-77'],
    ['0451A', '451A'],
    ['3.1', '3.10'],
    ['4.515E+2', '451'],
    ['451', '-451'],
    ['1,23', '123'],
    ['ZOE-1', 'ZO\u00cb-1'],
  ])('%s is not %s', (one, other) => expect(referenceKey(other)).not.toBe(referenceKey(one)));

  test('the longest reference has a key that the table takes', () =>
    expect(Buffer.from(referenceKey('\uFDFA'.repeat(80))).length).toBeLessThan(1500));

  test.each(["'", '=""', '-', '.', 'E+2', '+'])('%s still has a key', (odd) =>
    expect(referenceKey(odd).length).toBeGreaterThan(0),
  );
});

describe('one name', () => {
  test.each([
    ['composed and decomposed', 'Zo\u00eb O\u2019Brien', 'Zoe\u0308 O\u2019Brien'],
    ['with a space that does not break', 'Ann Other', 'Ann\u00a0Other'],
    ['with two spaces', 'Ann Other', 'Ann  Other'],
    ['with another apostrophe', "O'Brien", 'O\u2019Brien'],
    ['with another hyphen', 'Ann Smith-Jones', 'Ann Smith\u2011Jones'],
  ])('%s', (_, one, other) => expect(isSameName(one, other)).toBe(true));

  test.each([
    ['Zo\u00eb', 'Zoe'],
    ['Sam', 'Samantha'],
    ['Ann', 'ann'],
  ])('%s is not %s', (one, other) => expect(isSameName(one, other)).toBe(false));

  test('is kept composed, with one space between', () =>
    expect(tidyText(' Zoe\u0308 \u00a0 Example\u00a0')).toBe('Zo\u00eb Example'));
});
