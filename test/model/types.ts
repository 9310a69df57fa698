// What the model knows: every pool, allocation and order of one small world, as plain data. People are keys (`h0`, `h1` …) that sort as
// their ids do in Kitty, because odd pennies go by id where nothing else decides.
export interface Allocation {
  readonly key: string;
  readonly owner: string;
  readonly stream: string;
  readonly granted: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly instalment: 'once' | 'weekly' | 'four-weekly';
  readonly pooling: boolean;
  readonly outcomes: readonly string[];
  reductions: { from: string; pence: number; taken: boolean }[];
  returned: number;
  /** The last day whose instalment has been looked at for standing contributions. */
  lastInstalment: number;
  standing: { pool: string; pence: number }[];
}

export interface Terms {
  readonly decisionRule: 'everyone' | 'consent' | 'two-thirds' | 'majority';
  readonly quorum: number;
  readonly votingDays: number;
  readonly noticeWeeks: number;
  readonly absence: 'pay' | 'free-with-notice';
  readonly openBooks: boolean;
}

export interface Lot {
  /** The order in which lots were made. */
  n: number;
  readonly owner: string;
  readonly alloc: string;
  readonly endsOn: string;
  free: number;
  /** What was paid out of it. */
  spent: number;
}

export type Choice = 'agree' | 'abstain' | 'disagree' | 'block';
export interface Vote {
  choice: Choice;
  joining: boolean;
  upTo: number;
}

export interface Offer {
  readonly key: string;
  readonly runner: string;
  readonly priceModel: 'per-session' | 'per-person';
  readonly pricePence: number;
  readonly minPeople: number;
  readonly maxPeople: number;
  readonly cancellation: { readonly hours: number; readonly chargePercent: number };
}

export interface Purchase {
  readonly offer: Offer;
  readonly sessions: number;
  readonly startsOn: string;
  readonly time: string;
  readonly everyDays: number;
  readonly heldAhead: number;
}

export type Wish =
  | { kind: 'buy'; buy: Purchase }
  | { kind: 'cancel'; order: string; session?: number | undefined }
  | { kind: 'agreement'; terms: Terms };

export interface Proposal {
  readonly key: string;
  readonly by: string;
  readonly wish: Wish;
  readonly rule: Terms['decisionRule'];
  readonly quorum: number;
  readonly closesAt: number;
  electors: string[];
  votes: Record<string, Vote>;
  status: 'open' | 'waiting' | 'agreed' | 'not-agreed' | 'withdrawn';
  /** Every reason that the rules give; the API names one. */
  because?: string[];
}

export interface Hold {
  readonly who: string;
  readonly lot: number;
  pence: number;
}

export interface Session {
  readonly n: number;
  readonly on: string;
  readonly time: string;
  readonly start: number;
  status: 'planned' | 'not-funded' | 'delivered' | 'disputed' | 'released' | 'cancelled';
  /** Everybody's share is set aside. A leaver's alone may be while this is false. */
  held: boolean;
  /** Who comes, once it is held or over; before, it follows from `away` and from who leaves. */
  people: string[];
  away: string[];
  holds: Hold[];
  releasesAt?: number;
  confirmed: string[];
  said: { pool?: number; enterprise?: number };
  disputedAt?: number;
  /** What each paid, when it is over and something was paid. */
  paid?: Record<string, number>;
}

export interface Participant {
  readonly who: string;
  upTo: number;
  /** Of somebody who left: the last day of their notice. */
  lastDay?: string;
}

export interface Order {
  readonly key: string;
  readonly buy: Purchase;
  status: 'requested' | 'accepted' | 'refused' | 'expired' | 'cancelled' | 'done';
  readonly answerBy: number;
  participants: Participant[];
  /** In which order odd pennies are given where nothing else decides. */
  readonly list: readonly string[];
  sessions: Session[];
}

export interface Member {
  readonly who: string;
  /** The last day of the notice of somebody who has left and still has money held. */
  leavingOn?: string;
}

export interface Pool {
  readonly key: string;
  readonly outcomes: readonly string[];
  terms: Terms;
  version: number;
  pending?: { terms: Terms; version: number; signed: string[] };
  members: Member[];
  /** Who may still look, because something of theirs is not settled; and until when they cannot join again. */
  leavers: Member[];
  lots: Lot[];
  paused: string[];
  proposals: Proposal[];
  orders: Order[];
  released: number;
  invitations: { key: string; left: number; endsAt: number }[];
}

export interface World {
  now: number;
  allocations: Allocation[];
  pools: Pool[];
  offers: Offer[];
}

/** What the API must answer: success with these fields, or a refusal for one of these reasons. */
export type Expected =
  /** `perhaps`: refusals that would be as right, where the rules are silent. */
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>>; readonly perhaps: readonly string[] }
  | { readonly ok: false; readonly codes: readonly string[] };

export const refused = (...codes: string[]): Expected => ({ ok: false, codes });
export const fine = (fields: Readonly<Record<string, unknown>> = {}, perhaps: readonly string[] = []): Expected => ({
  ok: true,
  fields,
  perhaps,
});
