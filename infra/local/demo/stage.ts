// What the scripts of a place's pools find when they begin: its people, their money, and what is on offer.
import type { Actor } from '../../../functions/platform/actor.ts';
import type { AppContext } from '../../../functions/platform/app-context.ts';
import type { DemoOffer } from './enterprises.ts';

/** Somebody with a budget, and the allocation that they pay from. */
export interface Holder extends Actor {
  readonly allocation: string;
}

export interface Stage {
  readonly world: AppContext;
  /** The day on which the demo is loaded, which every day of a script is told from: -1 is yesterday. */
  readonly today: string;
  /** A persona by key or another member of the demo's pools by number, with their allocation of a stream. */
  readonly holder: (name: string | number, stream?: string) => Holder;
  readonly offer: (title: string) => DemoOffer;
}
