// What the scripts of a place's pools start from: its people, their allocations and the offers.
import type { Actor } from '../../../functions/platform/actor.ts';
import type { AppContext } from '../../../functions/platform/app-context.ts';
import type { DemoOffer } from './enterprises.ts';

/** Somebody with a budget, and the allocation that they pay from. */
export interface Holder extends Actor {
  readonly allocation: string;
}

export interface Stage {
  readonly context: AppContext;
  /** The date on which the demo is loaded. Days of scripts are counted from it: -1 is yesterday. */
  readonly today: string;
  /** A persona by key, or another pool member by number, with their allocation of a funding stream. */
  readonly holder: (name: string | number, stream?: string) => Holder;
  readonly offer: (title: string) => DemoOffer;
}
