// Wire shapes of proposals and votes.
import * as z from 'zod/mini';
import { day, id, line, penceOrZero, prose, slug, time } from '../kernel/fields.ts';
import { CHOICES, MAX_SESSIONS } from '../kernel/words.ts';
import { proposalView, terms } from '../pools/pools.schema.ts';

const note = z.optional(prose(2000));
const commissionId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}-[0-9a-hjkmnp-tv-z]{16}$/, 'This must be the id of a commission.'));

const buy = z.strictObject({
  kind: z._default(z.literal('buy'), 'buy'),
  offerId: id,
  sessions: z.int().check(z.minimum(1), z.maximum(MAX_SESSIONS)),
  startsOn: day,
  time: z._default(time, '10:00'),
  everyDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 7),
  /** For how many sessions ahead money is held; for all of them when absent. */
  heldAhead: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SESSIONS))),
  note,
});
const cancel = z.strictObject({
  kind: z.literal('cancel'),
  commissionId,
  /** One session only. */
  session: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SESSIONS))),
  note,
});
const agreement = z.strictObject({ kind: z.literal('agreement'), agreement: terms, note });

/** `kind` may be left out for `buy`. */
export const newProposal = z.pipe(
  z.transform((body) =>
    typeof body === 'object' && body !== null && !Array.isArray(body) && !('kind' in body)
      ? { ...body, kind: 'buy' }
      : body,
  ),
  z.discriminatedUnion('kind', [buy, cancel, agreement], {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'This must be one of “buy”, “cancel”, “agreement”.' : undefined,
  }),
);

export const proposed = z.object({ proposalId: z.string() });
export const proposalParams = z.object({ id, pid: id });

export const proposalPage = z.extend(proposalView, {
  note: z.optional(z.string()),
  reasons: z.array(z.object({ personId: z.string(), text: z.string() })),
});

export const vote = z.strictObject({
  choice: z.enum(CHOICES),
  joining: z.boolean(),
  /** The most that I pay for one session. */
  upToPence: z.optional(penceOrZero),
  reason: z.optional(line(500)),
  /** Access needs that the enterprise may be told, without my name. */
  accessNeeds: z.optional(z.array(slug).check(z.maxLength(20))),
});

export const voted = z.object({
  status: z.enum(['open', 'waiting', 'agreed', 'not-agreed', 'withdrawn']),
  commissionId: z.optional(z.string()),
  missing: proposalView.shape.missing,
});

export const nothing = z.strictObject({});
