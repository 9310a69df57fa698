// Wire shapes of an import, and of the rows of its file.
import * as z from 'zod/mini';
import { day, line } from '../kernel/fields.ts';
import { tidyText } from '../kernel/text.ts';
import { CUSTODIES, INSTALMENTS, STREAMS } from '../kernel/words.ts';

export const importBody = z.string().check(z.minLength(1, 'The file is empty.'));

const lineMessage = z.object({ line: z.int(), code: z.string(), detail: z.string() });

export const imported = z.object({
  imported: z.int(),
  /** Rows that were imported before and are the same. */
  unchanged: z.int(),
  rejected: z.array(lineMessage),
  /** What to look at in lines that were imported. */
  warnings: z.array(lineMessage),
});

/** Pounds as people write them: 120, 1,200.50 or £120.00. */
const amount = z
  .pipe(
    z
      .string()
      .check(
        z.trim(),
        z.regex(
          /^£?(\d{1,7}|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/,
          'amount_pounds must be pounds and pence above zero, such as 120 or 1200.50.',
        ),
      ),
    z.transform((text) => {
      const [whole = '', part = ''] = text.replaceAll(/[£,]/g, '').split('.');
      return Number(whole) * 100 + Number(part.padEnd(2, '0'));
    }),
  )
  .check(
    z.refine((value) => value >= 1 && value <= 100_000_000, 'amount_pounds must be more than 0 and at most 1,000,000.'),
  );

const oneOf = <const Values extends readonly [string, ...string[]]>(column: string, values: Values) =>
  z.pipe(
    z.string().check(z.trim(), z.toLowerCase()),
    z.enum(values, { error: `${column} must be one of ${values.join(', ')}.` }),
  );

const requiredText = (column: string, maxLength: number) =>
  line(maxLength).check(z.refine((value) => value.length > 0, `${column} must not be empty.`));

export const row = z
  .object({
    person_ref: requiredText('person_ref', 80),
    name: z.pipe(z.string().check(z.overwrite(tidyText)), requiredText('name', 80)),
    email: z.pipe(
      z.pipe(z.string().check(z.trim(), z.toLowerCase()), z.email('email must be an email address.')),
      z.string().check(z.maxLength(254)),
    ),
    stream: oneOf('stream', STREAMS),
    amount_pounds: amount,
    starts_on: z.pipe(z.string().check(z.trim()), day),
    ends_on: z.pipe(z.string().check(z.trim()), day),
    instalment: oneOf('instalment', INSTALMENTS),
    custody: oneOf('custody', CUSTODIES),
    outcomes: z.pipe(
      z.pipe(
        z.string().check(z.trim()),
        z.transform((list) =>
          [
            ...new Set(
              list
                .split(';')
                .map((one) => one.trim())
                .filter(Boolean),
            ),
          ].sort(),
        ),
      ),
      z
        .array(
          z
            .string()
            .check(
              z.regex(
                /^[a-z0-9]+(-[a-z0-9]+)*$/,
                'outcomes must be small letters, digits and hyphens, separated by ; such as friendship;fitness.',
              ),
            ),
        )
        .check(
          z.minLength(1, 'outcomes must name at least one outcome.'),
          z.maxLength(20, 'outcomes must name at most 20 outcomes.'),
        ),
    ),
    pooling: z.pipe(
      z.optional(
        z.pipe(
          z.string().check(z.trim(), z.toLowerCase()),
          z.enum(['', 'yes', 'no'], { error: 'pooling must be yes, no or empty.' }),
        ),
      ),
      z.transform((value) => value !== 'no'),
    ),
  })
  .check(
    z.refine((one) => one.ends_on >= one.starts_on, {
      path: ['ends_on'],
      message: 'ends_on must not be before starts_on.',
    }),
  );

export type Row = z.infer<typeof row>;
