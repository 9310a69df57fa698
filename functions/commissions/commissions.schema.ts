// Wire shapes of commissions and their sessions.
import * as z from 'zod/mini';
import { line, penceOrZero } from '../kernel/fields.ts';
import { PRICE_MODELS } from '../kernel/words.ts';

export const commissionParams = z.object({
  id: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}-[0-9a-hjkmnp-tv-z]{16}$/)),
});
export const sessionParams = z.extend(commissionParams, {
  n: z.pipe(z.string().check(z.regex(/^[1-9]\d?$/)), z.transform(Number)),
});

export const commission = z.object({
  id: z.string(),
  poolId: z.string(),
  poolName: z.string(),
  offerId: z.string(),
  enterpriseId: z.string(),
  title: z.string(),
  status: z.enum(['requested', 'accepted', 'refused', 'expired', 'cancelled', 'done']),
  answerBy: z.string(),
  priceModel: z.enum(PRICE_MODELS),
  pricePence: z.int(),
  cancellation: z.object({ hours: z.int(), chargePercent: z.int() }),
  people: z.int(),
  earnedPence: z.int(),
  /** For the enterprise: the needs that people chose to share, without names. */
  accessNeeds: z.optional(z.array(z.string())),
  /** For members: who takes part, and the most that I pay for a session. */
  participants: z.optional(z.array(z.string())),
  myUpToPence: z.optional(z.int()),
  /** What people wrote when they answered, delivered, objected, settled or cancelled: on which side they were, never who. */
  said: z.optional(
    z.array(
      z.object({
        about: z.string(),
        session: z.optional(z.int()),
        side: z.enum(['pool', 'others']),
        text: z.string(),
      }),
    ),
  ),
  sessions: z.array(
    z.object({
      n: z.int(),
      on: z.string(),
      time: z.string(),
      status: z.enum(['planned', 'not-funded', 'delivered', 'disputed', 'released', 'cancelled']),
      funded: z.boolean(),
      /** How many come. */
      people: z.int(),
      pricePence: z.int(),
      /** Whether I come; for those who joined. */
      coming: z.optional(z.boolean()),
      /** Until when I may change that, where the agreement says that somebody who cannot come pays nothing; absent when I cannot. */
      absenceUntil: z.optional(z.string()),
      /** Of a session that is over: less than its price when a dispute was settled or the pool cancelled late. */
      paidPence: z.optional(z.int()),
      mySharePence: z.optional(z.int()),
      /** Of a delivered session: when it is paid unless somebody objects, and whether I have confirmed it, if I came. */
      releasesAt: z.optional(z.string()),
      confirmedByMe: z.optional(z.boolean()),
      saidPence: z.optional(z.object({ pool: z.optional(z.int()), enterprise: z.optional(z.int()) })),
    }),
  ),
});

export const reasonOnly = z.strictObject({ reason: z.optional(line(500)) });
export const resolution = z.strictObject({ payPence: penceOrZero, reason: line(500) });
export const attendance = z.strictObject({ coming: z.boolean() });
export const limit = z.strictObject({ upToPence: penceOrZero });

export const commissionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      poolName: z.string(),
      title: z.string(),
      status: commission.shape.status,
      answerBy: z.string(),
      people: z.int(),
      pricePence: z.int(),
      earnedPence: z.int(),
      sessions: z.array(z.object({ n: z.int(), on: z.string(), time: z.string(), status: z.string() })),
    }),
  ),
  next: z.nullable(z.string()),
});

export const earnings = z.object({
  earnedPence: z.int(),
  settledPence: z.int(),
  payablePence: z.int(),
  items: z.array(z.object({ commissionId: z.string(), poolName: z.string(), title: z.string(), earnedPence: z.int() })),
});
