// Schemas of fields that several rooms share.
import * as z from 'zod/mini';
import { isDay } from './clock.ts';
import { isId } from './id.ts';
import { MAX_PENCE } from './money.ts';
import { normalisePostcode } from './postcode.ts';

export const id = z
  .string()
  .check(z.refine(isId, 'This must be an id as Kitty gives it: 16 small letters and digits.'));
/** Between 2000 and 2199, so that days calculated from it still have four-digit years, which compare as text. */
export const day = z
  .string()
  .check(
    z.refine(
      (text) => isDay(text) && text >= '2000' && text < '2200',
      'This must be a day that exists, from 2000 to 2199, written YYYY-MM-DD.',
    ),
  );

/** One line (or several, where allowed) of text without control characters. */
export const line = (maxLength: number, minLength = 1) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(minLength),
      z.maxLength(maxLength),
      z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'This must be ordinary text on one line, without control characters.'),
    );
export const prose = (maxLength: number, minLength = 0) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(minLength),
      z.maxLength(maxLength),
      z.regex(
        /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*(\r?\n[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*)*$/u,
        'This must be ordinary text, without control characters.',
      ),
    );

export const pence = z.int().check(z.minimum(1), z.maximum(MAX_PENCE));
export const penceOrZero = z.int().check(z.minimum(0), z.maximum(MAX_PENCE));
export const time = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This must be a time of day, written HH:MM.'));
export const slug = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'This must be small letters, digits and hyphens, such as “friendship”.'),
    z.maxLength(40),
  );

/** A full postcode or an outward code; stored in upper case with one space. */
export const postcode = z.string().check(
  z.maxLength(12),
  z.refine(
    (text) => normalisePostcode(text) !== undefined,
    'This must be a UK postcode, such as “RM10 9XX” or “RM10”.',
  ),
  z.overwrite((text) => normalisePostcode(text) ?? text),
);
