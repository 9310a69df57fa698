// What must be true after every event, checked independently of how the rules came to it.

import { allocationReducer } from '../../functions/allocations/journal/allocation-reducer.ts';
import type { AllocationChange, AllocationState } from '../../functions/allocations/journal/allocation-state.ts';
import { readPoolAccount } from '../../functions/journal/accounts.ts';
import { stateAfter } from '../../functions/journal/audit.ts';
import type { Entry, Event } from '../../functions/journal/journal.types.ts';
import { journalName } from '../../functions/journal/journal.types.ts';
import { addDays } from '../../functions/kernel/clock.ts';
import { poolReducer } from '../../functions/pools/journal/pool-reducer.ts';
import type { Commission, PoolChange, PoolState, Proposal } from '../../functions/pools/journal/pool-state.ts';
import { sessionDay, sessionStart } from '../../functions/pools/journal/sessions.ts';
import { checkHeldSessions, checkLots, comers, heldPence, priceOf } from './holds.ts';
import { checkAllocationPromises, checkPoolPromises, type Memory, newMemory, ownersOf } from './promises.ts';
import { must, Violation } from './violation.ts';

const whole = (pence: number): boolean => Number.isSafeInteger(pence) && pence >= 0;

export interface Books {
  readonly pools: Map<string, PoolState>;
  readonly allocations: Map<string, AllocationState>;
  events: number;
  /** Checks the entries of one step, just written. */
  check(entries: readonly Entry[], before: readonly (Entry | undefined)[]): void;
}

export function books(): Books {
  const pools = new Map<string, PoolState>();
  const allocations = new Map<string, AllocationState>();
  const ops = new Map<string, Set<string>>();
  /** Sessions that have been paid for, by pool: none is ever paid twice. */
  const paid = new Map<string, Set<string>>();
  const memories = new Map<string, Memory>();
  /** When the newest event of each journal was: time never goes back. */
  const lastAt = new Map<string, string>();
  const self: Books = {
    pools,
    allocations,
    events: 0,
    check(entries, before) {
      // What moves from an allocation into a pool in one step, less what comes back, must be the same on both sides.
      let intoPools = 0;
      let outOfAllocations = 0;
      for (const [i, entry] of entries.entries()) {
        const name = journalName(entry.key);
        const seen = ops.get(name) ?? new Set<string>();
        ops.set(name, seen);
        must(!seen.has(entry.idempotencyHash), `${name}: the same request was carried out twice`);
        seen.add(entry.idempotencyHash);
        const last = before[i];
        self.events++;
        if (entry.key.kind === 'POOL') {
          const was = pools.get(entry.key.id) ?? poolReducer.empty;
          const event: Event<PoolChange> = JSON.parse(entry.text);
          const state = stateAfter(poolReducer, last, entry, was, event);
          if (!state) throw new Violation(`${name}: event ${entry.seq} does not follow`);
          checkPool(was, state, event);
          checkPause(was, event);
          checkPaid(paid, entry.key.id, was, state, event);
          checkIncoming(allocations, entry.key.id, was, event);
          const memory = memories.get(name) ?? newMemory();
          memories.set(name, memory);
          checkPoolPromises(was, state, event, memory);
          checkTogether(name, event, entries, lastAt);
          intoPools += moneyIn(state) - moneyIn(was);
          pools.set(entry.key.id, state);
        } else {
          const was = allocations.get(entry.key.id);
          const event: Event<AllocationChange> = JSON.parse(entry.text);
          const state = stateAfter(allocationReducer, last, entry, was ?? allocationReducer.empty, event);
          if (!state) throw new Violation(`${name}: event ${entry.seq} does not follow`);
          checkAllocation(state, was);
          checkMembership(pools, state);
          checkAllocationPromises(was ?? allocationReducer.empty, state, event);
          checkTogether(name, event, entries, lastAt);
          outOfAllocations += sum(state.pooledPence) - sum(was?.pooledPence ?? {});
          allocations.set(entry.key.id, state);
        }
      }
      must(intoPools === outOfAllocations, `${intoPools} went into pools and ${outOfAllocations} out of allocations`);
    },
  };
  return self;
}

/** Time in a journal never goes back, and each event of a step names the others. */
function checkTogether(
  name: string,
  event: Event<unknown>,
  entries: readonly Entry[],
  lastAt: Map<string, string>,
): void {
  must(event.at >= (lastAt.get(name) ?? ''), `${name}: time went back`);
  lastAt.set(name, event.at);
  const peers = event.peers ?? [];
  must(peers.length === entries.length - 1, `${name}: an event does not name those of the same step`);
  for (const [journal, seq] of peers)
    must(
      entries.some((one) => journalName(one.key) === journal && one.seq === seq),
      `${name}: an event names another that is not of the same step`,
    );
}

function sum(amounts: Readonly<Record<string, number>>): number {
  let total = 0;
  for (const pence of Object.values(amounts)) total += pence;
  return total;
}

/** Everything that was ever put into a pool and has not gone home: free, held and paid. */
function moneyIn(state: PoolState): number {
  let total = state.releasedPence;
  for (const n in state.lots) total += state.lots[n]?.freePence ?? 0;
  for (const id in state.commissions) total += heldPence(state.commissions[id]);
  return total;
}

/** Nothing stands for a pool that its owner has left. */
function checkMembership(pools: ReadonlyMap<string, PoolState>, { personId, standing }: AllocationState): void {
  for (const pool in standing)
    must(pools.get(pool)?.members[personId] !== undefined, 'something stands for a pool that its owner has left');
}

/** What came in on the last day for a session's money, or before, is in the pool before the session is given up. */
function checkIncoming(
  allocations: ReadonlyMap<string, AllocationState>,
  pool: string,
  was: PoolState,
  event: Event<PoolChange>,
): void {
  for (const change of event.changes) {
    if (change.type !== 'session-status' || change.status !== 'not-funded') continue;
    const commission = was.commissions[change.id];
    if (!commission) continue;
    const lastDay = addDays(sessionDay(commission, change.n), -7);
    for (const { allocationId } of Object.values(was.lots)) {
      const from = allocations.get(allocationId);
      const done = from?.standing[pool]?.instalmentsDone;
      if (!from || done === undefined || from.ended) continue;
      const every = from.instalment === 'weekly' ? 7 : 28;
      // Instalments are whole periods.
      const isOver = addDays(from.startsOn, (done + 1) * every - 1) > from.endsOn;
      must(
        isOver || addDays(from.startsOn, done * every) > lastDay,
        'a session was given up before what came in on its last day',
      );
    }
  }
}

/** Nothing is put in by time itself for somebody whose standing contributions are paused. */
function checkPause(was: PoolState, { type, actorId, postings }: Event<PoolChange>): void {
  if (type !== 'contributed' || actorId !== 'clock') return;
  for (const { to } of postings) {
    const owner = was.lots[to.slice('lot:'.length)]?.personId ?? '';
    must(!was.members[owner]?.standingPaused, 'a paused standing contribution was paid');
  }
}

function checkAllocation(state: AllocationState, was: AllocationState | undefined): void {
  must(
    whole(state.balancePence) && whole(state.returnedPence) && whole(state.owedPence) && whole(state.reducedPence),
    'an allocation has a negative sum',
  );
  for (const pool in state.pooledPence)
    must(whole(state.pooledPence[pool] ?? -1), 'an allocation has less than nothing in a pool');
  must(
    state.balancePence + sum(state.pooledPence) + state.returnedPence === state.grantedPence,
    'an allocation does not add up to what was granted',
  );
  if (was) {
    must(state.grantedPence === was.grantedPence && state.personId === was.personId, 'a grant has changed');
    must(state.returnedPence >= was.returnedPence, 'returned money has come back');
    must(!was.ended || (state.ended && state.balancePence === 0), 'an ended allocation has money');
  }
}

function checkPool(was: PoolState, state: PoolState, event: Event<PoolChange>): void {
  checkLots(was, state, event);
  for (const n in state.lots) must(whole(state.lots[n]?.freePence ?? -1), `lot ${n} is overdrawn`);
  for (const id in state.commissions) {
    const commission = state.commissions[id];
    if (!commission || was.commissions[id] === commission) continue;
    checkCommission(commission);
    checkHeldSessions(state, id, commission);
  }
  for (const id in state.proposals) {
    const proposal = state.proposals[id];
    if (proposal && was.proposals[id] !== proposal) checkProposal(state, proposal);
  }
  for (const change of event.changes)
    if (change.type === 'proposal-status') checkDecision(was, state, change.id, event);
  for (const { from, to, amount: pence } of event.postings) {
    must(whole(pence) && pence > 0 && from !== to, 'a posting moves nothing or less');
    // A lot's money goes to its own holds, its own release or home: never to another lot.
    const lotOf = (name: string): string | undefined => {
      const account = readPoolAccount(name);
      return account.type === 'lot' || account.type === 'held' ? account.lot : undefined;
    };
    const [a, b] = [lotOf(from), lotOf(to)];
    must(a === undefined || b === undefined || a === b, 'money went from one lot to another');
  }
}

/** What is said about sessions fits what became of them; what they hold is checked in holds.ts. */
function checkCommission(commission: Commission): void {
  for (const n in commission.settlements) {
    const status = commission.sessionStatuses[Number(n) - 1];
    const isOver = status !== 'delivered' && status !== 'disputed';
    must(!isOver || status === 'released', 'something is said about a session that is over');
    const { paidPence, paidShares } = commission.settlements[n] ?? {};
    must(isOver === ((paidPence ?? paidShares) !== undefined), 'what was paid is kept of sessions that are over');
    must(whole(paidPence ?? 0), 'what was paid has fractions of a penny');
    if (!paidShares) continue;
    const paid = paidShares.reduce((sum, pence) => sum + pence, 0);
    const people = comers(commission, Number(n)).length;
    must(paid === (paidPence ?? priceOf(commission, people)), 'what each paid does not add up to what was paid');
  }
}

/** An independent count, so that a wrong tally does not check itself. */
function passes(proposal: Pick<Proposal, 'electors' | 'votes' | 'decisionRule' | 'quorum'>): boolean {
  const said = { agree: 0, abstain: 0, disagree: 0, block: 0 };
  let cast = 0;
  for (const person of proposal.electors) {
    const vote = proposal.votes[person];
    if (!vote) continue;
    cast++;
    said[vote.choice]++;
  }
  if (cast === 0 || cast < Math.min(proposal.quorum, proposal.electors.length) || said.agree === 0) return false;
  const no = said.disagree + said.block;
  if (proposal.decisionRule === 'everyone') return no === 0;
  if (proposal.decisionRule === 'consent') return said.block === 0;
  if (proposal.decisionRule === 'two-thirds') return said.agree / (said.agree + no) >= 2 / 3 - 1e-12;
  return said.agree > no;
}

/** The electors and votes of a proposal as they were when this event decided it. */
function atDecision(
  before: Proposal,
  id: string,
  event: Event<PoolChange>,
): Pick<Proposal, 'electors' | 'votes' | 'decisionRule' | 'quorum'> {
  let { electors, votes } = before;
  for (const change of event.changes) {
    if (change.type === 'voted' && change.id === id) votes = { ...votes, [change.personId]: change.vote };
    if (change.type === 'vote-withdrawn' && change.id === id)
      votes = Object.fromEntries(Object.entries(votes).filter(([person]) => person !== change.personId));
    if (change.type === 'left') {
      electors = electors.filter((person) => person !== change.personId);
      votes = Object.fromEntries(Object.entries(votes).filter(([person]) => person !== change.personId));
    }
  }
  return { electors, votes, decisionRule: before.decisionRule, quorum: before.quorum };
}

function checkProposal(state: PoolState, proposal: Proposal): void {
  const order =
    proposal.kind === 'buy'
      ? proposal.order
      : proposal.kind === 'cancel'
        ? state.commissions[proposal.commissionId]
        : undefined;
  for (const person of proposal.electors)
    must(!ownersOf(order?.enterpriseId).includes(person), 'somebody decides about their own enterprise');
  for (const person of proposal.electors) must(state.members[person] !== undefined, 'somebody who left may still vote');
  for (const person in proposal.votes)
    must(proposal.electors.includes(person), 'a vote of somebody who is not an elector counts');
}

/** A decision follows the rule that the proposal was made under, and is made once. */
function checkDecision(was: PoolState, state: PoolState, id: string, event: Event<PoolChange>): void {
  const before = was.proposals[id];
  const after = state.decidedProposals[id];
  const passed = after ? after.status === 'agreed' : state.proposals[id]?.status === 'waiting';
  must(before !== undefined, 'a decision was changed');
  if (before === undefined) return;
  const last = atDecision(before, id, event);
  must(
    before.status === 'open' || event.type !== 'proposal-withdrawn',
    'somebody alone took back what the group has agreed',
  );
  if (before.status === 'open' && after?.status !== 'withdrawn' && event.at < before.closesAt)
    must(
      last.electors.every((person) => last.votes[person] !== undefined),
      'a proposal was decided before its deadline and before everybody had voted',
    );
  if (before.status === 'open' && passed) must(passes(last), 'a proposal passed against its rule');
  if (after?.status === 'not-agreed' && before.status === 'open') {
    const joiners = Object.values(last.votes).filter(({ joining }) => joining).length;
    const isLate = before.kind === 'buy' && sessionStart(before.order, 1) <= event.at;
    const isFew = before.kind === 'buy' && joiners < before.order.minPeople;
    const because = !passes(last) ? 'votes' : isFew ? 'too-few-people' : isLate ? 'too-late' : undefined;
    must(because !== undefined, 'a proposal failed against its rule');
    must(because === after.notAgreedBecause, `a proposal failed because of ${because}, and it says otherwise`);
  }
  if (after?.status !== 'agreed' || before.kind !== 'buy') return;
  must(sessionStart(before.order, 1) > event.at, 'an order was made after its first session had begun');
  const commission = state.commissions[id];
  must(commission !== undefined, 'an agreed proposal has no commission');
  const people = commission?.participants ?? [];
  for (const { personId: person, upToPence: upTo } of people) {
    must(last.votes[person]?.joining === true, 'somebody pays who did not say that they come');
    must(upTo === last.votes[person]?.upToPence, 'a limit was not taken over');
  }
  must(people.length >= before.order.minPeople && people.length <= before.order.maxPeople, 'too few or too many come');
}

/** Money for a session is paid at most once, never more than its price, and never by a lot that had ended. */
function checkPaid(
  paid: Map<string, Set<string>>,
  pool: string,
  was: PoolState,
  state: PoolState,
  event: Event<PoolChange>,
): void {
  const done = paid.get(pool) ?? new Set<string>();
  paid.set(pool, done);
  const priceOf = new Map<string, number>();
  for (const change of event.changes) {
    if (change.type !== 'session-status') continue;
    const commission = was.commissions[change.id];
    if (change.status !== 'released' || !commission) continue;
    const name = `${change.id} ${change.n}`;
    must(!done.has(name), 'a session was paid for twice');
    done.add(name);
    const people = comers(commission, change.n).length;
    priceOf.set(
      change.id,
      (priceOf.get(change.id) ?? 0) +
        (commission.priceModel === 'per-person' ? commission.pricePence * people : commission.pricePence),
    );
  }
  const paying = new Map<string, number>();
  for (const { to, amount: pence } of event.postings) {
    const account = readPoolAccount(to);
    if (account.type === 'payable') paying.set(account.commissionId, (paying.get(account.commissionId) ?? 0) + pence);
  }
  for (const [id, pence] of paying) must(pence <= (priceOf.get(id) ?? 0), 'more was paid than the price');
  const whole = ['confirmed', 'session-released'].includes(event.type);
  if (whole) for (const [id, price] of priceOf) must(paying.get(id) === price, 'less was paid than the price');
  if (['refused', 'commission-expired'].includes(event.type)) {
    const change = event.changes.find((one) => one.type === 'commission-status');
    const before = change ? heldPence(was.commissions[change.id]) : 0;
    const back = event.postings
      .filter(({ from }) => readPoolAccount(from).type === 'held')
      .reduce((total, { amount }) => total + amount, 0);
    must(back >= before && paying.size === 0, 'a refusal did not give everything back');
  }
  if (event.type !== 'left') return;
  // What a session gives back in the same event goes home with the next: a vote that the departure decides may have cancelled it.
  if (event.changes.some((change) => change.type === 'session-status' && change.status !== 'planned')) return;
  const leaver = event.onBehalfOf ?? event.actorId;
  for (const n in state.lots)
    must(state.lots[n]?.personId !== leaver || state.lots[n].freePence === 0, 'somebody left without their free money');
}
