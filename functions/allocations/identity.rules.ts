// Who is meant by a line of a file, whatever a spreadsheet made of the reference or the name. Pure.
import { tidyText } from '../kernel/text.ts';

/** Word processors replace the apostrophes and hyphens that people type. */
const plainMarks = (text: string): string => text.replace(/[‘’ʼ`]/g, "'").replace(/[\p{Pd}−]/gu, '-');

export const isSameText = (one: string, other: string): boolean => tidyText(one) === tidyText(other);
export const isSameName = (one: string, other: string): boolean => isSameText(plainMarks(one), plainMarks(other));

/** A whole number as a spreadsheet stores it, of whatever it shows: 000451, 451.0, 1,451 or 4.51E+2. Other text stays. */
function wholeNumber(text: string): string {
  const plain = /^\d{1,3}(,\d{3})+(\.0*)?$/.test(text) ? text.replaceAll(',', '') : text;
  const [, whole, part = '', tens = '0'] = /^\+?(\d+)(?:\.(\d*))?(?:E\+?(\d{1,2}))?$/.exec(plain) ?? [];
  const digits = part.replace(/0+$/, '');
  const zeros = Number(tens) - digits.length;
  if (whole === undefined || zeros < 0) return text;
  return (whole + digits + '0'.repeat(zeros)).replace(/^0+(?=\d)/, '');
}

/** Some letters stand for many others, and the table takes no longer key. */
const MAX_KEY = 400;

/** References with the same key are one reference, however they are written. */
export function referenceKey(reference: string): string {
  // Compatible forms first: digits of full width and spaces that do not break become plain ones.
  const text = plainMarks(reference.normalize('NFKC')).replace(/\s/g, '').toUpperCase();
  // Both ="000451" and '000451 are how people keep a spreadsheet from taking a reference for a number.
  const meant = text.replace(/^="(.*)"$/, '$1').replace(/^'+/, '');
  return (wholeNumber(meant) || text).slice(0, MAX_KEY);
}
