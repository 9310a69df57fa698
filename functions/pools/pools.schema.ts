// Wire shapes of pools, invitations, contributions and history.
import * as z from 'zod';
import { id, line, prose, slug } from '../kernel/fields.ts';
import { ABSENCES, CHOICES, DECISION_RULES, PRICE_MODELS } from '../kernel/words.ts';

export const poolParams = z.object({ id });

export const terms = z.strictObject({
  decisionRule: z.enum(DECISION_RULES),
  quorum: z.int().min(1).max(50),
  votingDays: z.int().min(1).max(60),
  noticeWeeks: z.int().min(0).max(26),
  openBooks: z.boolean().default(false),
  absence: z.enum(ABSENCES).default('pay'),
});

export const newPool = z.strictObject({
  name: line(80),
  purpose: prose(500),
  outcomes: z.array(slug).min(1).max(20),
  agreement: terms,
});

export const opened = z.object({ id: z.string() });

const lot = z.object({
  lot: z.string(),
  allocationId: z.string(),
  stream: z.string(),
  endsOn: z.string(),
  freePence: z.int(),
  heldPence: z.int(),
});

const agreement = terms.extend({ version: z.int() });

export const proposalView = z.object({
  id: z.string(),
  kind: z.enum(['buy', 'cancel', 'agreement']),
  status: z.enum(['open', 'waiting', 'agreed', 'not-agreed', 'withdrawn']),
  by: z.string(),
  title: z.string(),
  closesAt: z.string(),
  decisionRule: z.enum(DECISION_RULES),
  quorum: z.int(),
  electors: z.int(),
  votes: z.object({ agree: z.int(), abstain: z.int(), disagree: z.int(), block: z.int() }),
  notYetVoted: z.array(z.string()),
  joining: z.int(),
  mine: z.object({ choice: z.enum(CHOICES), joining: z.boolean(), upToPence: z.int() }).optional(),
  offerId: z.string().optional(),
  enterpriseId: z.string().optional(),
  sessions: z.int().optional(),
  startsOn: z.string().optional(),
  time: z.string().optional(),
  everyDays: z.int().optional(),
  heldAhead: z.int().optional(),
  priceModel: z.enum(PRICE_MODELS).optional(),
  pricePence: z.int().optional(),
  minPeople: z.int().optional(),
  maxPeople: z.int().optional(),
  myShareAtMostPence: z.int().optional(),
  commissionId: z.string().optional(),
  session: z.int().optional(),
  agreement: terms.optional(),
  missing: z
    .array(
      z.object({
        personId: z.string(),
        ready: z.literal(false),
        mustAgreeToMore: z.boolean(),
        minePence: z.int().optional(),
      }),
    )
    .optional(),
});

export const commissionSummary = z.object({
  id: z.string(),
  title: z.string(),
  offerId: z.string(),
  enterpriseId: z.string(),
  status: z.enum(['requested', 'accepted', 'refused', 'expired', 'cancelled', 'done']),
  pricePence: z.int(),
  people: z.int(),
  sessions: z.int(),
  sessionsReleased: z.int(),
  heldPence: z.int(),
  nextSession: z.object({ n: z.int(), on: z.string(), time: z.string() }).optional(),
});

export const pool = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  seq: z.int(),
  agreement,
  /** Agreed, and in force once every member has signed it. */
  pendingAgreement: agreement.extend({ notYetSigned: z.array(z.string()) }).optional(),
  members: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      leavingOn: z.string().optional(),
      freePence: z.int().optional(),
      heldPence: z.int().optional(),
    }),
  ),
  freePence: z.int(),
  heldPence: z.int(),
  releasedPence: z.int(),
  mine: z.object({
    freePence: z.int(),
    heldPence: z.int(),
    lots: z.array(lot),
    /** My standing contributions are paused. */
    standingPaused: z.boolean(),
  }),
  proposals: z.array(proposalView),
  commissions: z.array(commissionSummary),
});

export const poolList = z.object({
  items: z.array(
    pool.pick({
      id: true,
      name: true,
      purpose: true,
      seq: true,
      freePence: true,
      heldPence: true,
      releasedPence: true,
      mine: true,
    }),
  ),
  next: z.string().nullable(),
});

export const newInvitation = z.strictObject({
  /** How many people may use the code. */
  uses: z.int().min(1).max(49).default(1),
  /** For how many days. */
  days: z.int().min(1).max(90).default(14),
});
export const invitation = z.object({ code: z.string(), uses: z.int(), endsOn: z.string() });
export const invitationParams = z.object({ code: z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/) });
export const poolInvitationParams = z.object({ id, code: invitationParams.shape.code });
export const invitationView = z.object({
  poolId: z.string(),
  name: z.string(),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  agreement,
  endsOn: z.string(),
});
export const acceptance = z.strictObject({ signsAgreement: z.literal(true) });
export const accepted = z.object({ poolId: z.string() });

export const signature = z.strictObject({ version: z.int().min(1) });
export const signed = z.object({ version: z.int(), inForce: z.boolean() });

export const historyQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(999_999_999_999).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const history = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      for: z.string().optional(),
      /** What it is about, where it is about one thing. */
      about: z
        .object({ proposalId: z.string().optional(), commissionId: z.string().optional(), session: z.int().optional() })
        .optional(),
      postings: z.array(z.object({ from: z.string(), to: z.string(), pence: z.int() })),
      hash: z.string(),
    }),
  ),
  next: z.int().nullable(),
});
