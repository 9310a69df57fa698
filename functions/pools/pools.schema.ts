// Wire shapes of pools, invitations and signatures.
import * as z from 'zod/mini';
import { id, line, prose, slug } from '../kernel/fields.ts';
import { ABSENCES, CHOICES, DECISION_RULES, PRICE_MODELS } from '../kernel/words.ts';

export const poolParams = z.object({ id });

export const terms = z.strictObject({
  decisionRule: z.enum(DECISION_RULES),
  quorum: z.int().check(z.minimum(1), z.maximum(50)),
  votingDays: z.int().check(z.minimum(1), z.maximum(60)),
  noticeWeeks: z.int().check(z.minimum(0), z.maximum(26)),
  openBooks: z._default(z.boolean(), false),
  absence: z._default(z.enum(ABSENCES), 'pay'),
});

export const newPool = z.strictObject({
  name: line(80),
  purpose: prose(500),
  outcomes: z.array(slug).check(z.minLength(1), z.maxLength(20)),
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

const agreement = z.extend(terms, { version: z.int() });

export const proposalView = z.object({
  id: z.string(),
  kind: z.enum(['buy', 'cancel', 'agreement']),
  status: z.enum(['open', 'waiting', 'agreed', 'not-agreed', 'withdrawn']),
  /** Its rule was not met; too few come; its first session had begun; not everybody could pay by then. */
  notAgreedBecause: z.optional(z.enum(['votes', 'too-few-people', 'too-late', 'money'])),
  by: z.string(),
  title: z.string(),
  closesAt: z.string(),
  decisionRule: z.enum(DECISION_RULES),
  quorum: z.int(),
  electors: z.int(),
  votes: z.object({ agree: z.int(), abstain: z.int(), disagree: z.int(), block: z.int() }),
  notYetVoted: z.array(z.string()),
  joining: z.int(),
  mine: z.optional(z.object({ choice: z.enum(CHOICES), joining: z.boolean(), upToPence: z.int() })),
  offerId: z.optional(z.string()),
  enterpriseId: z.optional(z.string()),
  sessions: z.optional(z.int()),
  startsOn: z.optional(z.string()),
  time: z.optional(z.string()),
  everyDays: z.optional(z.int()),
  heldAhead: z.optional(z.int()),
  priceModel: z.optional(z.enum(PRICE_MODELS)),
  pricePence: z.optional(z.int()),
  minPeople: z.optional(z.int()),
  maxPeople: z.optional(z.int()),
  myShareAtMostPence: z.optional(z.int()),
  commissionId: z.optional(z.string()),
  session: z.optional(z.int()),
  agreement: z.optional(terms),
  missing: z.optional(
    z.array(
      z.object({
        personId: z.string(),
        ready: z.literal(false),
        mustAgreeToMore: z.boolean(),
        minePence: z.optional(z.int()),
      }),
    ),
  ),
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
  nextSession: z.optional(z.object({ n: z.int(), on: z.string(), time: z.string() })),
});

export const pool = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  seq: z.int(),
  agreement,
  /** Agreed, and in force once every member has signed it. */
  pendingAgreement: z.optional(z.extend(agreement, { notYetSigned: z.array(z.string()) })),
  members: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      leavingOn: z.optional(z.string()),
      freePence: z.optional(z.int()),
      heldPence: z.optional(z.int()),
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
    z.pick(pool, {
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
  next: z.nullable(z.string()),
});

export const newInvitation = z.strictObject({
  /** How many people may use the code. */
  uses: z._default(z.int().check(z.minimum(1), z.maximum(49)), 1),
  /** For how many days. */
  days: z._default(z.int().check(z.minimum(1), z.maximum(90)), 14),
});
export const invitation = z.object({ code: z.string(), uses: z.int(), endsOn: z.string() });
export const invitationParams = z.object({ code: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{12}$/)) });
export const poolInvitationParams = z.object({ id, code: invitationParams.shape.code });
export const invitationView = z.object({
  poolId: z.string(),
  name: z.string(),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  agreement,
  endsOn: z.string(),
});
const version = z.int().check(z.minimum(1));
/** `agreementVersion` is the one that somebody was shown. */
export const acceptance = z.strictObject({ signsAgreement: z.literal(true), agreementVersion: z.optional(version) });
export const accepted = z.object({ poolId: z.string() });

/** `version` is an earlier name of `agreementVersion`. */
export const signature = z.strictObject({ agreementVersion: z.optional(version), version: z.optional(version) }).check(
  z.refine((sent) => (sent.agreementVersion === undefined) !== (sent.version === undefined), {
    path: ['agreementVersion'],
    error: 'Send the version of the agreement that you were shown, once.',
  }),
);
/** What the refusal `agreement-changed` says besides: the agreement that would be signed now. */
export const agreementChanged = z.object({ agreementVersion: z.int(), agreement });
export const signed = z.object({ version: z.int(), inForce: z.boolean() });
