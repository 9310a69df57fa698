// Wire shapes of the queue of disputes.
import * as z from 'zod/mini';

export const disputeQuery = z.strictObject({
  /** The “next” of the page before. */
  after: z.optional(
    z.string().check(z.regex(/^[\dTZ:.-]{1,30}_[\w-]{1,60}#\d{1,2}$/, 'This must be the “next” of the page before.')),
  ),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
});

export const disputeList = z.object({
  items: z.array(
    z.object({
      commissionId: z.string(),
      session: z.int(),
      poolId: z.string(),
      poolName: z.string(),
      title: z.string(),
      enterpriseId: z.string(),
      /** Missing of one that was raised before Kitty kept it. */
      disputedAt: z.optional(z.string()),
      pricePence: z.int(),
      /** What each side says should be paid, once one has said so. */
      saidPence: z.optional(z.object({ pool: z.optional(z.int()), enterprise: z.optional(z.int()) })),
    }),
  ),
  next: z.nullable(z.string()),
});
