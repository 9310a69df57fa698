// Wire shapes of money between an allocation and a pool.
import * as z from 'zod/mini';
import { id, pence, penceOrZero } from '../kernel/fields.ts';

export const newContribution = z.strictObject({
  allocationId: id,
  amountPence: pence,
  /** Also the same sum with every later instalment. */
  standing: z._default(z.boolean(), false),
});
export const contributed = z.object({ seq: z.int(), freePence: z.int() });

/** Changes a standing contribution; 0 stops it. */
export const standing = z.strictObject({ allocationId: id, amountPence: penceOrZero });

export const standingPause = z.strictObject({ paused: z.boolean() });

export const withdrawal = z.strictObject({
  lot: z.string().check(z.regex(/^[1-9]\d{0,6}$/, 'This must be the number of a lot, such as “3”.')),
  amountPence: pence,
});

export const departure = z.strictObject({});
export const departed = z.object({ returnedPence: z.int(), stillHeldPence: z.int(), endsOn: z.string() });
