// One pool driven straight through its reducer: no engine, no append loop; time passes when a test says so.
import { allocationReducer } from '../../functions/allocations/allocations.rules.ts';
import type { Decision } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf } from '../../functions/kernel/clock.ts';
import { type PoolCommand, poolReducer } from '../../functions/pools/pools.reducer.ts';
import { sourceOf } from '../../functions/pools/pools.rules.ts';
import {
  type Deal,
  EMPTY_POOL,
  type PoolChange,
  type PoolState,
  type Terms,
} from '../../functions/pools/pools.state.ts';

export const START = '2026-03-02T09:00:00.000Z';
export const TODAY = dayOf(START);
export const ENTERPRISE = 'dawn';
export const OWNER = 'owner';

export const TERMS: Terms = {
  decisionRule: 'consent',
  quorum: 1,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
};

export const DEAL: Deal = {
  offer: 'dance',
  enterprise: ENTERPRISE,
  priceModel: 'per-session',
  price: 5400,
  least: 1,
  most: 50,
  hours: 48,
  charge: 50,
  sessions: 4,
  startsOn: addDays(TODAY, 14),
  time: '10:00',
  every: 7,
  ahead: 4,
};

/** A number of a few people: p0, p1 … */
export const people = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);

export class TestPool {
  state: PoolState = EMPTY_POOL;
  at = START;
  /** Every decision so far, oldest first. */
  readonly decisions: Decision<PoolChange>[] = [];
  private names = 0;

  constructor(members: readonly string[], terms: Partial<Terms> = {}) {
    const agreement = { version: 1, ...TERMS, ...terms };
    this.does(members[0] ?? '', { do: 'open', id: 'pool', outcomes: ['friendship'], agreement });
    if (members.length < 2) return;
    const until = addDays(TODAY, 90);
    this.does(members[0] ?? '', { do: 'invite', id: 'i', until, uses: members.length - 1 });
    for (const person of members.slice(1)) this.does(person, { do: 'join', invitation: 'i' });
  }

  /** Carries a command out; answers the code of a refusal, or undefined. */
  try(by: string, command: PoolCommand): string | undefined {
    this.catchUp();
    return this.decide(by, command);
  }

  /** Carries a command out. Throws when it is refused. */
  does(by: string, command: PoolCommand): Decision<PoolChange> {
    const refused = this.try(by, command);
    if (refused !== undefined) throw new Error(`${command.do} was refused: ${refused}`);
    return this.last;
  }

  /** The newest decision. Throws when there is none. */
  get last(): Decision<PoolChange> {
    const last = this.decisions.at(-1);
    if (!last) throw new Error('nothing has been decided');
    return last;
  }

  /** Lets days go by, and takes the steps that fall due. */
  wait(days: number): void {
    this.at = new Date(Date.parse(this.at) + days * 86_400_000).toISOString();
    this.catchUp();
  }

  /** Puts money of one allocation in. */
  give(person: string, pence: number, ends = addDays(TODAY, 364), allocation = `${person}-${ends}`): void {
    const source = sourceOf({
      ...allocationReducer.empty,
      id: allocation,
      person,
      funder: 'council',
      endsOn: ends,
      outcomes: ['friendship'],
    });
    this.does(person, { do: 'contribute', source, pence });
  }

  /** Proposes and has all members vote for it; answers the id that the proposal and its commission have. */
  agree(deal: Partial<Deal> = {}, upTo?: number): string {
    const id = `c${++this.names}`;
    const [proposer = ''] = Object.keys(this.state.members);
    this.does(proposer, { do: 'propose', id, idea: { kind: 'buy', deal: { ...DEAL, ...deal } } });
    const said = { choice: 'agree' as const, joining: true, ...(upTo === undefined ? {} : { upTo }) };
    for (const person of Object.keys(this.state.members)) this.does(person, { do: 'vote', id, said, runs: [] });
    return id;
  }

  /** The enterprise accepts. */
  accept(id: string): void {
    this.does(OWNER, { do: 'answer', id, accepts: true, runs: [ENTERPRISE] });
  }

  /** Delivers a session, once its day has come. */
  deliver(id: string, n: number): void {
    this.does(OWNER, { do: 'deliver', id, n, runs: [ENTERPRISE] });
  }

  /** The commission. Throws when it is not in the state. */
  commission(id: string) {
    const found = this.state.commissions[id];
    if (!found) throw new Error(`there is no commission ${id}`);
    return found;
  }

  /** The free pence of each lot that has any. */
  free(): Record<string, number> {
    const lots = Object.entries(this.state.lots).map(([n, lot]): [string, number] => [n, lot.free]);
    return Object.fromEntries(lots.filter(([, pence]) => pence > 0));
  }

  private decide(by: string, command: PoolCommand): string | undefined {
    const decided = poolReducer.next(this.state, command, this.at, { op: '', body: '', by });
    if (!decided.ok) return decided.refusal.code;
    this.decisions.push(decided.value);
    this.state = poolReducer.apply(this.state, { ...decided.value, at: this.at });
    return undefined;
  }

  private catchUp(): void {
    for (let step = poolReducer.due(this.state, this.at); step; step = poolReducer.due(this.state, this.at))
      if (this.decide('clock', step.command) !== undefined) throw new Error(`${step.name} was refused`);
  }
}

/** What a decision moves from accounts of one kind to accounts of another, in pence. */
export const moved = ({ postings }: Decision<PoolChange>, from: string, to: string): number =>
  postings.filter(([a, b]) => a.startsWith(from) && b.startsWith(to)).reduce((sum, [, , pence]) => sum + pence, 0);

export const total = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((sum, pence) => sum + pence, 0);
