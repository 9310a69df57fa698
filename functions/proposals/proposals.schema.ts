// Wire shapes of proposals and votes.
import * as z from 'zod';
import { day, id, line, penceOrZero, prose, slug, time } from '../kernel/fields.ts';
import { CHOICES, MAX_SESSIONS } from '../kernel/words.ts';
import { proposalView, terms } from '../pools/pools.schema.ts';

const note = prose(2000).optional();
const commissionId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{16}-[0-9a-hjkmnp-tv-z]{16}$/, 'This must be the id of a commission.');

const buy = z.strictObject({
  kind: z.literal('buy').default('buy'),
  offerId: id,
  sessions: z.int().min(1).max(MAX_SESSIONS),
  startsOn: day,
  time: time.default('10:00'),
  everyDays: z.int().min(1).max(365).default(7),
  /** For how many sessions ahead money is held; for all of them when absent. */
  heldAhead: z.int().min(1).max(MAX_SESSIONS).optional(),
  note,
});
const cancel = z.strictObject({
  kind: z.literal('cancel'),
  commissionId,
  /** One session only. */
  session: z.int().min(1).max(MAX_SESSIONS).optional(),
  note,
});
const agreement = z.strictObject({ kind: z.literal('agreement'), agreement: terms, note });

/** `kind` may be left out for `buy`. */
export const newProposal = z.preprocess(
  (body) =>
    typeof body === 'object' && body !== null && !Array.isArray(body) && !('kind' in body)
      ? { ...body, kind: 'buy' }
      : body,
  z.discriminatedUnion('kind', [buy, cancel, agreement], {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'This must be one of “buy”, “cancel”, “agreement”.' : undefined,
  }),
);

export const proposed = z.object({ proposalId: z.string() });
export const proposalParams = z.object({ id, pid: id });

export const proposalPage = proposalView.extend({
  note: z.string().optional(),
  reasons: z.array(z.object({ personId: z.string(), text: z.string() })),
});

export const vote = z.strictObject({
  choice: z.enum(CHOICES),
  joining: z.boolean(),
  /** The most that I pay for one session. */
  upToPence: penceOrZero.optional(),
  reason: line(500).optional(),
  /** Access needs that the enterprise may be told, without my name. */
  accessNeeds: z.array(slug).max(20).optional(),
});

export const voted = z.object({
  status: z.enum(['open', 'waiting', 'agreed', 'not-agreed', 'withdrawn']),
  commissionId: z.string().optional(),
  missing: proposalView.shape.missing,
});

export const nothing = z.strictObject({});
