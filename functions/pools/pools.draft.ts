// A decision in the making: changes and postings are applied as they are added, so that later ones see earlier ones.
import type { Decision, Posting } from '../journal/journal.types.ts';
import { applyChange, applyPosting } from './pools.apply.ts';
import type { PoolChange, PoolState } from './pools.state.ts';

export class Draft {
  state: PoolState;
  readonly at: string;
  private changes: PoolChange[] = [];
  private moved = new Map<string, Posting>();

  constructor(state: PoolState, at: string) {
    this.state = state;
    this.at = at;
  }

  change(change: PoolChange): void {
    this.changes.push(change);
    this.state = applyChange(this.state, change, this.at);
  }

  /** Moves pence between accounts; several moves between the same two become one posting. */
  move(from: string, to: string, pence: number): void {
    if (pence <= 0) return;
    const key = `${from}>${to}`;
    this.moved.set(key, [from, to, (this.moved.get(key)?.[2] ?? 0) + pence]);
    this.state = applyPosting(this.state, [from, to, pence]);
  }

  /** Tries something: what it did stays only when it answers true. */
  attempt(work: () => boolean): boolean {
    const { state, changes, moved } = this;
    this.changes = [...changes];
    this.moved = new Map(moved);
    if (work()) return true;
    this.state = state;
    this.changes = changes;
    this.moved = moved;
    return false;
  }

  decision(kind: string): Decision<PoolChange> {
    return { kind, postings: [...this.moved.values()], changes: this.changes };
  }
}
