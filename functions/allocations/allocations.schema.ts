// Wire shapes of allocations.
import * as z from 'zod';
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
  next: z.string().nullable(),
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
  next: z.string().nullable(),
});

export const allocationParams = z.object({ id });

export const statementQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(999_999_999_999).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
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
      poolId: z.string().optional(),
    }),
  ),
  next: z.int().nullable(),
});

export const reduction = z.strictObject({ amountPence: pence, from: day, reason: line(500) });
export const reduced = z.object({
  id: z.string(),
  grantedPence: z.int(),
  reductions: z.array(z.object({ from: z.string(), pence: z.int() })),
});
