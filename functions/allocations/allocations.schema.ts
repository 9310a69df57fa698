// Wire shapes of allocations.
import * as z from 'zod/mini';
import { day, id, line, pence, penceOrZero } from '../kernel/fields.ts';
import { CUSTODIES, INSTALMENTS, STREAMS } from '../kernel/words.ts';

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
