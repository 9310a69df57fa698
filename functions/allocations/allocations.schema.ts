// Wire shapes of allocations, and of the rows of an import file.
import * as z from 'zod/mini';
import { day, id, line, pence, penceOrZero } from '../kernel/fields.ts';
import { CUSTODIES, INSTALMENTS, STREAMS } from '../kernel/words.ts';

export const importBody = z.string().check(z.minLength(1, 'The file is empty.'));

export const imported = z.object({
  imported: z.int(),
  /** Rows that were imported before and are the same. */
  unchanged: z.int(),
  rejected: z.array(z.object({ line: z.int(), code: z.string(), detail: z.string() })),
});

const trimmed = z.string().check(z.trim());
const inSmallLetters = z.string().check(z.trim(), z.toLowerCase());

const poundsAndPence = trimmed.check(
  z.regex(
    /^£?(\d{1,7}|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/,
    'amount_pounds must be pounds and pence above zero, such as 120 or 1200.50.',
  ),
);
const penceOf = z.transform((text: string) => {
  const [whole = '', part = ''] = text.replaceAll(/[£,]/g, '').split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
});
/** Pounds as people write them: 120, 1,200.50 or £120.00. */
const amount = z
  .pipe(poundsAndPence, penceOf)
  .check(
    z.refine((value) => value >= 1 && value <= 100_000_000, 'amount_pounds must be more than 0 and at most 1,000,000.'),
  );

const oneOf = <const Values extends readonly [string, ...string[]]>(column: string, values: Values) =>
  z.pipe(inSmallLetters, z.enum(values, { error: `${column} must be one of ${values.join(', ')}.` }));

const requiredText = (column: string, maxLength: number) =>
  line(maxLength).check(z.refine((value) => value.length > 0, `${column} must not be empty.`));

/** What is between semicolons, each once. */
const listed = z.transform((list: string) =>
  [
    ...new Set(
      list
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ].sort(),
);

export const row = z
  .object({
    person_ref: requiredText('person_ref', 80),
    name: requiredText('name', 80),
    email: z.pipe(
      z.pipe(inSmallLetters, z.email('email must be an email address.')),
      z.string().check(z.maxLength(254)),
    ),
    stream: oneOf('stream', STREAMS),
    amount_pounds: amount,
    starts_on: z.pipe(trimmed, day),
    ends_on: z.pipe(trimmed, day),
    instalment: oneOf('instalment', INSTALMENTS),
    custody: oneOf('custody', CUSTODIES),
    outcomes: z.pipe(
      z.pipe(trimmed, listed),
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
      z.optional(z.pipe(inSmallLetters, z.enum(['', 'yes', 'no'], { error: 'pooling must be yes, no or empty.' }))),
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

export const allocationList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      stream: z.enum(STREAMS),
      custody: z.enum(CUSTODIES),
      instalment: z.enum(INSTALMENTS),
      pooling: z.boolean(),
      grantedPence: z.int(),
      availablePence: z.int(),
      notYetAvailablePence: z.int(),
      pooledPence: z.int(),
      spentPence: z.int(),
      returnedPence: z.int(),
      startsOn: z.string(),
      endsOn: z.string(),
      outcomes: z.array(z.string()),
      reductions: z.array(z.object({ from: z.string(), pence: z.int() })),
      standing: z.array(z.object({ poolId: z.string(), amountPence: z.int() })),
    }),
  ),
  next: z.nullable(z.string()),
});

export const grantedQuery = z.strictObject({ personRef: line(80) });
export const granted = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      stream: z.string(),
      grantedPence: z.int(),
      startsOn: z.string(),
      endsOn: z.string(),
      reductions: z.array(z.object({ from: z.string(), pence: z.int() })),
    }),
  ),
  next: z.nullable(z.string()),
});

export const allocationParams = z.object({ id });

export const statementQuery = z.strictObject({
  after: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(999_999_999_999)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
});

export const statement = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      at: z.string(),
      kind: z.string(),
      amountPence: z.int(),
      /** Granted, and neither in a pool nor returned. */
      balancePence: penceOrZero,
      poolId: z.optional(z.string()),
    }),
  ),
  next: z.nullable(z.int()),
});

export const reduction = z.strictObject({ amountPence: pence, from: day, reason: line(500) });
export const reduced = z.object({
  id: z.string(),
  grantedPence: z.int(),
  reductions: z.array(z.object({ from: z.string(), pence: z.int() })),
});
