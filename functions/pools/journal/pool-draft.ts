// A decision in the making: changes and postings are applied as they are added, so that later ones see earlier ones.
import { inPence } from '../../journal/accounts.ts';
import type { Decided, Posting } from '../../journal/journal.types.ts';
import { applyChange, applyPosting } from './apply.ts';
import { forgetFinished } from './forget-finished.ts';
import type { PoolChange, PoolState } from './pool-state.ts';

export class PoolDraft {
  state: PoolState;
  readonly at: string;
  #changes: PoolChange[] = [];
  #postings = new Map<string, Posting>();

  constructor(state: PoolState, at: string) {
    this.state = state;
    this.at = at;
  }

  change(change: PoolChange): void {
    this.#changes.push(change);
    this.state = applyChange(this.state, change, this.at);
  }

  /** Moves pence between accounts; several moves between the same two become one posting. */
  move(from: string, to: string, pence: number): void {
    if (pence <= 0) return;
    const name = `${from}>${to}`;
    const before = this.#postings.get(name)?.amount ?? 0;
    this.#postings.set(name, inPence(from, to, before + pence));
    this.state = applyPosting(this.state, inPence(from, to, pence));
  }

  /** Tries something: what it did stays only when it answers true. */
  attempt(work: () => boolean): boolean {
    const state = this.state;
    const changes = this.#changes;
    const postings = this.#postings;
    this.#changes = [...changes];
    this.#postings = new Map(postings);
    if (work()) return true;
    this.state = state;
    this.#changes = changes;
    this.#postings = postings;
    return false;
  }

  /** The decision, and the state that it leaves. */
  decided(type: string): Decided<PoolState, PoolChange> {
    return {
      decision: { type, postings: [...this.#postings.values()], changes: this.#changes },
      state: forgetFinished(this.state, this.at),
    };
  }
}
