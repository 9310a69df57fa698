// One thing that somebody does, or time that passes. Everything is named by keys, so that a shortened list of steps still makes sense.
import type { Allocation, Choice, Offer, Terms } from './types.ts';

export type Step =
  | { do: 'grant'; grant: Grant }
  | { do: 'list'; offer: Offer }
  | { do: 'open'; who: string; key: string; outcomes: readonly string[]; terms: Terms }
  | { do: 'invite'; who: string; pool: string; key: string; uses: number; days: number }
  | { do: 'join'; who: string; code: string; version: number }
  | { do: 'sign'; who: string; pool: string; version: number }
  | { do: 'put'; who: string; pool: string; alloc: string; pence: number; standing: boolean }
  | { do: 'standing'; who: string; pool: string; alloc: string; pence: number }
  | { do: 'pause'; who: string; pool: string; paused: boolean }
  | { do: 'take'; who: string; pool: string; alloc: string; pence: number }
  | { do: 'leave'; who: string; pool: string }
  | {
      do: 'buy';
      who: string;
      pool: string;
      key: string;
      offer: string;
      sessions: number;
      startsOn: string;
      time: string;
      everyDays: number;
      heldAhead?: number;
    }
  | { do: 'cancel'; who: string; pool: string; key: string; order: string; session?: number }
  | { do: 'terms'; who: string; pool: string; key: string; terms: Terms }
  | { do: 'vote'; who: string; pool: string; proposal: string; choice: Choice; joining: boolean; upTo?: number }
  | { do: 'unvote'; who: string; pool: string; proposal: string }
  | { do: 'withdraw'; who: string; pool: string; proposal: string }
  | { do: 'answer'; order: string; yes: boolean }
  | { do: 'stop'; order: string; session?: number }
  | { do: 'deliver'; order: string; session: number }
  | { do: 'confirm'; who: string; order: string; session: number }
  | { do: 'dispute'; who: string; order: string; session: number }
  | { do: 'resolve'; who: string; order: string; session: number; pence: number }
  | { do: 'limit'; who: string; order: string; pence: number }
  | { do: 'attend'; who: string; order: string; session: number; coming: boolean }
  /** Time passes; Kitty’s clock runs at each moment at which something is due, or, `late`, only once at the end. */
  | { do: 'wait'; minutes: number; late: boolean };

export type Grant = Omit<Allocation, 'reductions' | 'returned' | 'lastInstalment' | 'standing'>;

/** Steps sent at the same moment: each in as many copies, all with one key. */
export interface Batch {
  readonly steps: readonly { readonly step: Step; readonly copies: number }[];
}
