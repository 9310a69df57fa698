// The state of one pool's journal: members, agreement, lots, proposals, votes, commissions, sessions. Ids only, no texts.
import type { ABSENCES, CHOICES, CUSTODIES, DECISION_RULES, PRICE_MODELS, STREAMS } from '../../kernel/words.ts';

export type Choice = (typeof CHOICES)[number];

export interface AgreementTerms {
  readonly decisionRule: (typeof DECISION_RULES)[number];
  readonly quorum: number;
  readonly votingDays: number;
  readonly noticeWeeks: number;
  readonly openBooks: boolean;
  readonly absence: (typeof ABSENCES)[number];
}

export interface Agreement extends AgreementTerms {
  readonly version: number;
}

export interface Member {
  /** The version of the agreement that they signed last. */
  readonly signedVersion: number;
  /** Their standing contributions let instalments pass for now. */
  readonly standingPaused?: true;
}

/** One allocation's money inside this pool; `freePence` plus what commissions hold of it is what it has left. */
export interface Lot {
  readonly personId: string;
  readonly allocationId: string;
  readonly stream: (typeof STREAMS)[number];
  readonly custody: (typeof CUSTODIES)[number];
  readonly funder: string;
  readonly endsOn: string;
  readonly freePence: number;
  /** Something has been put in with an instalment: more may be on its way. */
  readonly standing?: true;
}

/** What a pool asks for: an offer's price and terms, copied when it was proposed, and when the sessions are to be. */
export interface Order {
  readonly offerId: string;
  readonly enterpriseId: string;
  readonly priceModel: (typeof PRICE_MODELS)[number];
  readonly pricePence: number;
  readonly minPeople: number;
  readonly maxPeople: number;
  /** Cancelling later than this many hours before a session costs this part of its price. */
  readonly cancellation: { readonly hours: number; readonly chargePercent: number };
  readonly sessions: number;
  readonly startsOn: string;
  readonly time: string;
  readonly everyDays: number;
  /** How many sessions are held at once. */
  readonly heldAhead: number;
}

export interface Vote {
  readonly choice: Choice;
  readonly joining: boolean;
  /** The most that this person pays for one session. */
  readonly upToPence: number;
}

export type Idea =
  | { readonly kind: 'buy'; readonly order: Order }
  | { readonly kind: 'cancel'; readonly commissionId: string; readonly session?: number }
  | { readonly kind: 'agreement'; readonly agreement: AgreementTerms };

export type ProposalOutcome = 'agreed' | 'not-agreed' | 'withdrawn';
export type ProposalStatus = 'open' | 'waiting' | ProposalOutcome;
/** Why something was not agreed: its rule was not met; too few come; its first session had begun; its money was not there by then. */
export type NotAgreedBecause = 'votes' | 'too-few-people' | 'too-late' | 'money';

interface Deciding {
  readonly by: string;
  readonly closesAt: string;
  /** The members when it was made, but for those whom a conflict of interest bars; those who have left no longer count. */
  readonly electors: readonly string[];
  readonly decisionRule: AgreementTerms['decisionRule'];
  readonly quorum: number;
  readonly votes: Readonly<Record<string, Vote>>;
  /** `waiting`: agreed, but some who come lack money or have not agreed to so much. */
  readonly status: 'open' | 'waiting';
}

export type Proposal = Deciding & Idea;
export type Purchase = Extract<Proposal, { kind: 'buy' }>;

/** A proposal that is over: what it came to. Who voted what is in the history alone. */
export interface DecidedProposal {
  readonly kind: Proposal['kind'];
  readonly by: string;
  readonly status: ProposalOutcome;
  readonly notAgreedBecause?: NotAgreedBecause;
  readonly endedAt: string;
  readonly decisionRule: AgreementTerms['decisionRule'];
  readonly quorum: number;
  readonly counts: Readonly<Record<Choice | 'electors' | 'joining', number>>;
}

export interface Participant {
  readonly personId: string;
  readonly upToPence: number;
  /** The day on which their notice ends. */
  readonly leavesOn?: string;
  /** Later sessions whose money was set aside before: it stays so until the notice ends. */
  readonly heldAfter?: readonly number[];
  /** The last day that they pay for, once their notice is over. */
  readonly lastDay?: string;
}

/** `held` is `planned` with its money set aside. */
export type SessionStatus = 'planned' | 'held' | 'not-funded' | 'delivered' | 'disputed' | 'released' | 'cancelled';

export type CommissionStatus = 'requested' | 'accepted' | 'refused' | 'expired' | 'cancelled' | 'done';

/** How a session that is delivered or disputed is being settled, and how one was whose price does not say it. */
export interface SessionSettlement {
  /** Released by itself at this instant, unless somebody objects. */
  readonly releasesAt?: string;
  /** Of those who came, who has confirmed it. */
  readonly confirmedBy?: readonly string[];
  /** Since when it is in dispute. */
  readonly disputedAt?: string;
  /** What the members' side says should be paid, and what the enterprise's side says. */
  readonly poolPence?: number;
  readonly enterprisePence?: number;
  /** Of a session that is over: what was paid, where it was not the whole price. */
  readonly paidPence?: number;
  /** Of a session that is over: what each participant paid, in their order, where not all who came paid the same. */
  readonly paidShares?: readonly number[];
}

export interface Commission extends Order {
  readonly status: CommissionStatus;
  /** A request that is not answered by then expires. */
  readonly answerBy: string;
  /** In a fixed order, by which odd pennies go: who has paid the fewest of them before comes first. */
  readonly participants: readonly Participant[];
  /** Session → those of them who said in time that they cannot come, and pay nothing for it. */
  readonly absentees?: Readonly<Record<string, readonly string[]>>;
  /** What is held of each lot for session 1, 2 and so on, in pence. */
  readonly heldByLot: Readonly<Record<string, readonly number[]>>;
  /** What the enterprise has earned by it, by custody of the money, in pence. */
  readonly earnedByCustody: Readonly<Record<string, number>>;
  readonly sessionStatuses: readonly SessionStatus[];
  readonly settlements: Readonly<Record<string, SessionSettlement>>;
  readonly endedAt?: string;
}

/** Gone from the state when used up or taken back; one past its last day may still be there until the next event. */
export interface Invitation {
  readonly by: string;
  /** The last day on which it can be used. */
  readonly endsOn: string;
  readonly usesLeft: number;
}
/** Whether somebody can still join by it on a day. */
export const isOpenInvitation = ({ endsOn }: Invitation, day: string): boolean => endsOn >= day;

export interface PoolState {
  /** Empty before the pool is opened. */
  readonly id: string;
  readonly outcomes: readonly string[];
  readonly agreement: Agreement;
  /** Agreed by the pool, in force once every member has signed it. */
  readonly pendingAgreement?: Agreement;
  readonly members: Readonly<Record<string, Member>>;
  /** People who have left and whose money is held until `endsOn`. */
  readonly leaving: Readonly<Record<string, { readonly endsOn: string }>>;
  readonly invitations: Readonly<Record<string, Invitation>>;
  readonly lots: Readonly<Record<string, Lot>>;
  /** How many lots have ever been made: the next one has the next number. */
  readonly lotsMade: number;
  /** Open or waiting. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** The last few that are over. */
  readonly decidedProposals: Readonly<Record<string, DecidedProposal>>;
  readonly commissions: Readonly<Record<string, Commission>>;
  /** Paid out of holds, ever. */
  readonly releasedPence: number;
  /** Of orders that are no longer here, for each group of people that came to their sessions: who paid how many odd pennies more. */
  readonly oddPennies: readonly Readonly<Record<string, number>>[];
}

export const EMPTY_POOL: PoolState = {
  id: '',
  outcomes: [],
  agreement: {
    version: 0,
    decisionRule: 'everyone',
    quorum: 1,
    votingDays: 1,
    noticeWeeks: 0,
    openBooks: false,
    absence: 'pay',
  },
  members: {},
  leaving: {},
  invitations: {},
  lots: {},
  lotsMade: 0,
  proposals: {},
  decidedProposals: {},
  commissions: {},
  releasedPence: 0,
  oddPennies: [],
};

/** What is true of a pool until an event says otherwise. */
export type PoolChange =
  | {
      readonly type: 'opened';
      readonly id: string;
      readonly outcomes: readonly string[];
      readonly agreement: Agreement;
    }
  | { readonly type: 'joined'; readonly personId: string; readonly signedVersion: number }
  | { readonly type: 'standing-paused' | 'standing-resumed'; readonly personId: string }
  | { readonly type: 'left' | 'notice-ended'; readonly personId: string; readonly endsOn: string }
  | ({ readonly type: 'invited'; readonly id: string } & Invitation)
  | { readonly type: 'invitation-used' | 'invitation-revoked'; readonly id: string }
  | ({ readonly type: 'lot-made'; readonly lot: string } & Omit<Lot, 'freePence' | 'standing'>)
  | { readonly type: 'lot-standing' | 'lot-forgotten'; readonly lot: string }
  | { readonly type: 'proposed'; readonly id: string; readonly proposal: Proposal }
  | { readonly type: 'voted'; readonly id: string; readonly personId: string; readonly vote: Vote }
  | { readonly type: 'vote-withdrawn'; readonly id: string; readonly personId: string }
  | {
      readonly type: 'proposal-status';
      readonly id: string;
      readonly status: 'waiting' | ProposalOutcome;
      readonly notAgreedBecause?: NotAgreedBecause;
    }
  | { readonly type: 'agreement-agreed'; readonly agreement: Agreement }
  | { readonly type: 'signed'; readonly personId: string; readonly version: number }
  | { readonly type: 'agreement-in-force' }
  | { readonly type: 'commissioned'; readonly id: string; readonly commission: Commission }
  | { readonly type: 'commission-status'; readonly id: string; readonly status: CommissionStatus }
  | {
      readonly type: 'session-status';
      readonly id: string;
      readonly n: number;
      readonly status: SessionStatus;
      readonly settlement?: SessionSettlement;
      /** What is held of each lot for this session from now on, where that changes; nothing is held of one that is over. */
      readonly heldByLot?: Readonly<Record<string, number>>;
    }
  | { readonly type: 'limit-changed'; readonly id: string; readonly personId: string; readonly upToPence: number }
  | { readonly type: 'absent' | 'attending'; readonly id: string; readonly n: number; readonly personId: string };

/** The named thing of a map. Throws when it is not there: an event that speaks of it cannot have been decided. */
export function getOrThrow<Value>(all: Readonly<Record<string, Value>>, name: string): Value {
  const found = all[name];
  if (found === undefined) throw new Error('an event names something that is not in the state');
  return found;
}
