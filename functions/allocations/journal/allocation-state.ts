// The state of one allocation's journal: what a funder granted one person, and where its money is. Ids only, no texts.
import type { CUSTODIES, INSTALMENTS, STREAMS } from '../../kernel/words.ts';

/** What a funder grants: fixed for the allocation's life. */
export interface Grant {
  readonly id: string;
  readonly personId: string;
  readonly funder: string;
  readonly stream: (typeof STREAMS)[number];
  readonly custody: (typeof CUSTODIES)[number];
  readonly grantedPence: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly instalment: (typeof INSTALMENTS)[number];
  readonly outcomes: readonly string[];
  /** The funder's consent to pool, recorded at import. */
  readonly pooling: boolean;
}

/** Takes pence off what is granted, from a day on. */
interface Reduction {
  readonly from: string;
  readonly pence: number;
}

/** The same sum for a pool with every instalment. */
interface StandingContribution {
  readonly amountPence: number;
  /** The number of the last instalment that was dealt with. */
  readonly instalmentsDone: number;
}

export interface AllocationState extends Grant {
  /** Granted, and neither in a pool nor returned: available or not yet. */
  readonly balancePence: number;
  /** For each pool, what was put in less what came back (what was spent there is still counted). */
  readonly pooledPence: Readonly<Record<string, number>>;
  /** Gone back to the funder. */
  readonly returnedPence: number;
  /** Announced and not yet in force. */
  readonly reductions: readonly Reduction[];
  /** Reductions in force. */
  readonly reducedPence: number;
  /** The part of them that is still in pools; it returns as free money comes back. */
  readonly owedPence: number;
  readonly standing: Readonly<Record<string, StandingContribution>>;
  readonly ended: boolean;
}

export const EMPTY_ALLOCATION: AllocationState = {
  id: '',
  personId: '',
  funder: '',
  stream: 'social-care',
  custody: 'funder',
  grantedPence: 0,
  startsOn: '',
  endsOn: '',
  instalment: 'once',
  outcomes: [],
  pooling: false,
  balancePence: 0,
  pooledPence: {},
  returnedPence: 0,
  reductions: [],
  reducedPence: 0,
  owedPence: 0,
  standing: {},
  ended: false,
};

export type AllocationChange =
  | ({ readonly type: 'granted' } & Grant)
  | ({ readonly type: 'standing-set'; readonly poolId: string } & StandingContribution)
  | ({ readonly type: 'reduction-announced' } & Reduction)
  | ({ readonly type: 'reduction-applied'; readonly owedPence: number } & Reduction)
  | { readonly type: 'owed-money-returned'; readonly pence: number }
  | { readonly type: 'ended' };

export const totalPooledPence = (state: AllocationState): number =>
  Object.values(state.pooledPence).reduce((sum, pence) => sum + pence, 0);
