// Wire shapes of a pool's history.
import * as z from 'zod/mini';

export const historyQuery = z.strictObject({
  after: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(999_999_999_999)), 0),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 100),
});
export const history = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      for: z.optional(z.string()),
      /** What it is about, where it is about one thing. */
      about: z.optional(
        z.object({
          proposalId: z.optional(z.string()),
          commissionId: z.optional(z.string()),
          session: z.optional(z.int()),
        }),
      ),
      postings: z.array(z.object({ from: z.string(), to: z.string(), pence: z.int() })),
      hash: z.string(),
    }),
  ),
  next: z.nullable(z.int()),
});
