// One pool driven straight through its reducer: no engine, no append loop; time passes when a test says so.

import { expect } from 'vitest';
import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import { sourceOf } from '../../functions/contributions/transfers.ts';
import type { Decision } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf, later } from '../../functions/kernel/clock.ts';
import type { PoolCommand } from '../../functions/pools/journal/pool-commands.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import {
  type AgreementTerms,
  type Commission,
  EMPTY_POOL,
  type Order,
  type PoolChange,
  type PoolState,
} from '../../functions/pools/journal/pool-state.ts';
import { attendeesOf } from '../../functions/pools/journal/sessions.ts';

/** After ten, so that a session has begun when whole days have passed until its day. */
const START = '2026-03-02T11:00:00.000Z';
export const TODAY = dayOf(START);
export const ENTERPRISE = 'dawn';
export const OWNER = 'owner';

export const TERMS: AgreementTerms = {
  decisionRule: 'consent',
  quorum: 1,
  votingDays: 7,
  noticeWeeks: 4,
  openBooks: false,
  absence: 'pay',
};

export const ORDER: Order = {
  offerId: 'dance',
  enterpriseId: ENTERPRISE,
  priceModel: 'per-session',
  pricePence: 5400,
  minPeople: 1,
  maxPeople: 50,
  cancellation: { hours: 48, chargePercent: 50 },
  sessions: 4,
  startsOn: addDays(TODAY, 14),
  time: '10:00',
  everyDays: 7,
  heldAhead: 4,
};

/** A number of a few people: p0, p1 … */
export const people = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);

export class TestPool {
  state: PoolState = EMPTY_POOL;
  at = START;
  /** Every decision so far, oldest first. */
  readonly decisions: Decision<PoolChange>[] = [];
  private names = 0;
  /** When the newest event was. */
  private lastAt = START;

  constructor(members: readonly string[], terms: Partial<AgreementTerms> = {}) {
    const agreement = { version: 1, ...TERMS, ...terms };
    this.does(members[0] ?? '', { type: 'open', id: 'pool', outcomes: ['friendship'], agreement });
    if (members.length < 2) return;
    const until = addDays(TODAY, 90);
    this.does(members[0] ?? '', { type: 'invite', id: 'i', endsOn: until, uses: members.length - 1 });
    for (const person of members.slice(1)) this.does(person, { type: 'join', invitationId: 'i' });
  }

  /** Carries a command out; answers the code of a refusal, or undefined. */
  try(by: string, command: PoolCommand): string | undefined {
    this.catchUp();
    return this.decide(by, command);
  }

  /** Carries a command out. Throws when it is refused. */
  does(by: string, command: PoolCommand): Decision<PoolChange> {
    const refused = this.try(by, command);
    if (refused !== undefined) throw new Error(`${command.type} was refused: ${refused}`);
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
      personId: person,
      funder: 'council',
      endsOn: ends,
      outcomes: ['friendship'],
    });
    this.does(person, { type: 'contribute', source, amountPence: pence });
  }

  /** Proposes and has all members vote for it; answers the id that the proposal and its commission have. */
  agree(deal: Partial<Order> = {}, upTo?: number): string {
    const id = `c${++this.names}`;
    const [proposer = ''] = Object.keys(this.state.members);
    this.does(proposer, { type: 'propose', id, barred: [], idea: { kind: 'buy', order: { ...ORDER, ...deal } } });
    const said = { choice: 'agree' as const, joining: true, ...(upTo === undefined ? {} : { upToPence: upTo }) };
    for (const person of Object.keys(this.state.members))
      this.does(person, { type: 'vote', id, vote: said, ownedEnterpriseIds: [] });
    return id;
  }

  /** The enterprise accepts. */
  accept(id: string): void {
    this.does(OWNER, { type: 'accept', id, ownedEnterpriseIds: [ENTERPRISE] });
  }

  /** Delivers a session, once its day has come. */
  deliver(id: string, n: number): void {
    this.does(OWNER, { type: 'deliver', id, n, ownedEnterpriseIds: [ENTERPRISE] });
  }

  /** Everybody who comes confirms a session: answers the decision that pays for it. */
  confirm(id: string, n: number): Decision<PoolChange> {
    for (const { personId } of attendeesOf(this.commission(id), n))
      this.does(personId, { type: 'confirm', id, n, ownedEnterpriseIds: [] });
    return this.last;
  }

  /** The commission. Throws when it is not in the state. */
  commission(id: string) {
    const found = this.state.commissions[id];
    if (!found) throw new Error(`there is no commission ${id}`);
    return found;
  }

  /** The free pence of each lot that has any. */
  free(): Record<string, number> {
    const lots = Object.entries(this.state.lots).map(([n, lot]): [string, number] => [n, lot.freePence]);
    return Object.fromEntries(lots.filter(([, pence]) => pence > 0));
  }

  private decide(by: string, command: PoolCommand, at = this.at): string | undefined {
    const decided = poolReducer.decide(this.state, command, at, {
      idempotencyHash: '',
      bodyHash: '',
      actorId: by,
    });
    if (!decided.ok) return decided.refusal.code;
    this.decisions.push(decided.value.decision);
    // Applying the decision comes to the same state as deciding it.
    expect(poolReducer.apply(this.state, { ...decided.value.decision, at })).toEqual(decided.value.state);
    this.state = decided.value.state;
    this.lastAt = at;
    return undefined;
  }

  private catchUp(): void {
    for (let step = poolReducer.dueStep(this.state, this.at); step; step = poolReducer.dueStep(this.state, this.at)) {
      const refused = this.decide('clock', step.command, later(this.lastAt, step.due));
      if (refused !== undefined) throw new Error(`${step.name} was refused`);
    }
  }
}

/** What a decision moves from accounts of one kind to accounts of another, in pence. */
export const moved = ({ postings }: Decision<PoolChange>, from: string, to: string): number =>
  postings
    .filter(({ from: a, to: b }) => a.startsWith(from) && b.startsWith(to))
    .reduce((sum, { amount }) => sum + amount, 0);

export const total = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((sum, pence) => sum + pence, 0);

/** What an order holds of each lot, for all its sessions. */
export const heldSumsOf = ({ heldByLot }: Commission): Record<string, number> =>
  Object.fromEntries(
    Object.entries(heldByLot).map(([lot, sums]) => [lot, sums.reduce((sum, pence) => sum + pence, 0)]),
  );
