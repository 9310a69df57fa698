// The whole government of one pool: members, agreement, lots, proposals, votes, commissions, sessions. Ids only, no texts.
import type { ABSENCES, CHOICES, CUSTODIES, DECISION_RULES, PRICE_MODELS, STREAMS } from '../kernel/words.ts';

/** A member's limits, and a pool's. */
export const MOST_MEMBERS = 50;
export const MOST_LOTS = 10;
export const MOST_OPEN_COMMISSIONS = 20;
export const MOST_OPEN_PROPOSALS = 20;
export const MOST_INVITATIONS = 50;

export type Choice = (typeof CHOICES)[number];

export interface Terms {
  readonly decisionRule: (typeof DECISION_RULES)[number];
  readonly quorum: number;
  readonly votingDays: number;
  readonly noticeWeeks: number;
  readonly openBooks: boolean;
  readonly absence: (typeof ABSENCES)[number];
}

export interface Agreement extends Terms {
  readonly version: number;
}

interface Member {
  /** The version of the agreement that they signed last. */
  readonly signed: number;
}

/** One allocation's money inside this pool; `free` plus what commissions hold of it is what it has left. */
export interface Lot {
  readonly person: string;
  readonly allocation: string;
  readonly stream: (typeof STREAMS)[number];
  readonly custody: (typeof CUSTODIES)[number];
  readonly funder: string;
  readonly ends: string;
  readonly free: number;
}

/** An offer's price and terms, copied when it was proposed. */
export interface Deal {
  readonly offer: string;
  readonly enterprise: string;
  readonly priceModel: (typeof PRICE_MODELS)[number];
  readonly price: number;
  readonly least: number;
  readonly most: number;
  /** Cancelling later than this many hours before a session costs `charge` per cent of its price. */
  readonly hours: number;
  readonly charge: number;
  readonly sessions: number;
  readonly startsOn: string;
  readonly time: string;
  readonly every: number;
  /** How many sessions are held at once. */
  readonly ahead: number;
}

export interface Vote {
  readonly choice: Choice;
  readonly joining: boolean;
  /** The most that this person pays for one session, in pence. */
  readonly upTo: number;
}

interface ProposalBase {
  readonly by: string;
  readonly closes: string;
  /** The members when it was made; those who have left no longer count. */
  readonly electors: readonly string[];
  readonly rule: Terms['decisionRule'];
  readonly quorum: number;
  readonly votes: Readonly<Record<string, Vote>>;
  /** `waiting`: agreed, but some who come lack money or have not agreed to so much. */
  readonly status: 'open' | 'waiting';
}

export type Proposal = ProposalBase &
  (
    | { readonly kind: 'buy'; readonly deal: Deal }
    | { readonly kind: 'cancel'; readonly commission: string; readonly session?: number }
    | { readonly kind: 'agreement'; readonly terms: Terms }
  );

export type Outcome = 'agreed' | 'not-agreed' | 'withdrawn';

/** A proposal that is over: what it came to. Who voted what is in the history alone. */
export interface Ended {
  readonly kind: Proposal['kind'];
  readonly by: string;
  readonly status: Outcome;
  readonly endedAt: string;
  readonly rule: Terms['decisionRule'];
  readonly quorum: number;
  readonly counted: Readonly<Record<Choice | 'electors' | 'joining', number>>;
}

export interface Participant {
  readonly id: string;
  readonly upTo: number;
  /** The last day that they pay for, once they have left. */
  readonly until?: string;
}

/** `held` is `planned` with its money set aside. */
export type SessionStatus = 'planned' | 'held' | 'not-funded' | 'delivered' | 'disputed' | 'released' | 'cancelled';

/** What is being said about a session that is delivered or disputed. */
export interface SessionTalk {
  /** Released by itself at this instant, unless somebody objects. */
  readonly releases?: string;
  /** What the members' side says should be paid, and what the enterprise's side says. */
  readonly pool?: number;
  readonly enterprise?: number;
  /** Of a session that is over: what was paid, where it was not the whole price. */
  readonly paid?: number;
}

export interface Commission extends Deal {
  readonly status: 'requested' | 'accepted' | 'refused' | 'expired' | 'cancelled' | 'done';
  /** A request that is not answered by then expires. */
  readonly answerBy: string;
  /** In a fixed order: shares and odd pennies go by it. */
  readonly people: readonly Participant[];
  /** Session → those of them who said in time that they cannot come, and pay nothing for it. */
  readonly away?: Readonly<Record<string, readonly string[]>>;
  /** What is held of each lot, for all sessions together. */
  readonly held: Readonly<Record<string, number>>;
  /** What the enterprise has earned by it, by custody of the money. */
  readonly earned: Readonly<Record<string, number>>;
  readonly states: readonly SessionStatus[];
  readonly talks: Readonly<Record<string, SessionTalk>>;
  readonly endedAt?: string;
}

interface Invitation {
  readonly by: string;
  readonly until: string;
  readonly left: number;
}

export interface PoolState {
  readonly id: string;
  readonly outcomes: readonly string[];
  readonly agreement: Agreement;
  /** Agreed by the pool, in force once every member has signed it. */
  readonly pending?: Agreement;
  readonly members: Readonly<Record<string, Member>>;
  /** People who have left and whose money is held until `endsOn`. */
  readonly leaving: Readonly<Record<string, { readonly endsOn: string }>>;
  readonly invitations: Readonly<Record<string, Invitation>>;
  readonly lots: Readonly<Record<string, Lot>>;
  readonly lotsEver: number;
  /** Open or waiting. */
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** The last few that are over. */
  readonly ended: Readonly<Record<string, Ended>>;
  readonly commissions: Readonly<Record<string, Commission>>;
  /** Paid out of holds, ever. */
  readonly released: number;
}

export type PoolChange =
  | { readonly is: 'opened'; readonly id: string; readonly outcomes: readonly string[]; readonly agreement: Agreement }
  | { readonly is: 'joined'; readonly person: string; readonly signed: number }
  | { readonly is: 'left'; readonly person: string; readonly endsOn: string }
  | { readonly is: 'gone'; readonly person: string; readonly endsOn: string }
  | ({ readonly is: 'invited'; readonly id: string } & Invitation)
  | { readonly is: 'invitation-used' | 'invitation-revoked'; readonly id: string }
  | ({ readonly is: 'lot'; readonly n: string } & Omit<Lot, 'free'>)
  | { readonly is: 'proposed'; readonly id: string; readonly proposal: Proposal }
  | { readonly is: 'voted'; readonly id: string; readonly person: string; readonly vote: Vote }
  | { readonly is: 'vote-withdrawn'; readonly id: string; readonly person: string }
  | { readonly is: 'proposal'; readonly id: string; readonly status: 'waiting' | Outcome }
  | { readonly is: 'agreement'; readonly agreement: Agreement }
  | { readonly is: 'signed'; readonly person: string; readonly version: number }
  | { readonly is: 'in-force' }
  | { readonly is: 'commissioned'; readonly id: string; readonly commission: Commission }
  | { readonly is: 'commission'; readonly id: string; readonly status: Commission['status'] }
  | {
      readonly is: 'session';
      readonly id: string;
      readonly n: number;
      readonly status: SessionStatus;
      readonly talk?: SessionTalk;
    }
  | { readonly is: 'limit'; readonly id: string; readonly person: string; readonly upTo: number }
  | { readonly is: 'away' | 'coming'; readonly id: string; readonly n: number; readonly person: string };

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
  lotsEver: 0,
  proposals: {},
  ended: {},
  commissions: {},
  released: 0,
};

/** Sessions that still need somebody to do something. */
export const OPEN_SESSIONS: ReadonlySet<SessionStatus> = new Set(['planned', 'held', 'delivered', 'disputed']);
/** Sessions whose money is set aside. */
export const HELD_SESSIONS: ReadonlySet<SessionStatus> = new Set(['held', 'delivered', 'disputed']);

export const isOpen = (commission: Commission): boolean =>
  commission.status === 'requested' || commission.states.some((status) => OPEN_SESSIONS.has(status));

export const freePence = (state: PoolState): number =>
  Object.values(state.lots).reduce((total, lot) => total + lot.free, 0);

export const heldPence = (state: PoolState): number =>
  Object.values(state.commissions).reduce(
    (total, { held }) => total + Object.values(held).reduce((sum, pence) => sum + pence, 0),
    0,
  );
