// What functions/README.md promises of time, sessions, holds, charges and reductions, checked on what one event changed.
import type { AllocationChange, AllocationState } from '../../functions/allocations/journal/allocation-state.ts';
import { type PoolAccount, readPoolAccount } from '../../functions/journal/accounts.ts';
import type { Event, Posting } from '../../functions/journal/journal.types.ts';
import { addDays, dayOf, daysBetween } from '../../functions/kernel/clock.ts';
import type {
  Commission,
  PoolChange,
  PoolState,
  Proposal,
  SessionStatus,
} from '../../functions/pools/journal/pool-state.ts';
import { sessionDay, sessionStart } from '../../functions/pools/journal/sessions.ts';
import { comers, dearest, heldShares } from './holds.ts';
import { must, Violation } from './violation.ts';

const WEEK_MS = 7 * 86_400_000;

type SessionChange = Extract<PoolChange, { type: 'session-status' }>;
type AttendanceChange = Extract<PoolChange, { type: 'absent' | 'attending' }>;

/** Between which accounts a posting moves money. */
export const accountsOf = ({ from, to }: Posting): [from: PoolAccount, to: PoolAccount] => [
  readPoolAccount(from),
  readPoolAccount(to),
];

/** From which status to which a session may go (functions/README.md, “Money”); `released` is looked at more closely. */
export const EXPECTED_SESSION_TRANSITIONS: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  planned: ['planned', 'held', 'not-funded', 'cancelled'],
  held: ['planned', 'held', 'delivered', 'disputed', 'released', 'cancelled'],
  delivered: ['delivered', 'disputed', 'released'],
  disputed: ['disputed', 'released', 'cancelled'],
  'not-funded': [],
  released: [],
  cancelled: [],
};
/** From which status to which a commission may go. */
export const EXPECTED_COMMISSION_TRANSITIONS: Readonly<Record<Commission['status'], readonly Commission['status'][]>> =
  {
    requested: ['accepted', 'refused', 'expired', 'cancelled'],
    accepted: ['cancelled', 'done'],
    refused: [],
    expired: [],
    cancelled: [],
    done: [],
  };
/** The kinds of event that end a session of each status by paying for it; the pool's own cancelling is the other way. */
const PAYING: Readonly<Record<string, SessionStatus>> = {
  confirmed: 'delivered',
  'session-released': 'delivered',
  resolved: 'disputed',
};

/** Who runs each enterprise: one of them is a member of some pools. */
export const ownersOf = (enterpriseId: string | undefined): string[] => (enterpriseId === 'x' ? ['cat'] : []);

/** What must be remembered between events of one pool. */
export interface Memory {
  /** When each session was delivered, by commission and number. */
  readonly delivered: Map<string, string>;
  /** When somebody first confirmed it. */
  readonly confirmed: Map<string, string>;
}
export const newMemory = (): Memory => ({ delivered: new Map(), confirmed: new Map() });

export function checkPoolPromises(was: PoolState, state: PoolState, event: Event<PoolChange>, memory: Memory): void {
  if (event.actorId !== 'clock') checkNothingOverdue(was, event.at);
  const now = new Map<string, SessionStatus>();
  const heldDays = new Map<string, string>();
  for (const change of event.changes) {
    if (change.type === 'commissioned') {
      evenly(state, change.id);
      heldInTime(state, change.id, event.at);
    }
    if (change.type === 'commission-status') {
      const before = was.commissions[change.id]?.status ?? 'requested';
      must(
        EXPECTED_COMMISSION_TRANSITIONS[before].includes(change.status),
        `a commission went from ${before} to ${change.status}`,
      );
    }
    // Who leaves and has not the money is not asked to a session.
    if ((change.type === 'absent' || change.type === 'attending') && event.type !== 'left')
      attends(was, state, change, event.at);
    if (change.type !== 'session-status') continue;
    const name = `${change.id} ${change.n}`;
    const commission = state.commissions[change.id] ?? was.commissions[change.id];
    const before = now.get(name) ?? was.commissions[change.id]?.sessionStatuses[change.n - 1] ?? 'planned';
    now.set(name, change.status);
    must(
      EXPECTED_SESSION_TRANSITIONS[before].includes(change.status),
      `a session went from ${before} to ${change.status}`,
    );
    if (commission && change.status === 'delivered' && before !== 'delivered') {
      memory.delivered.set(name, event.at);
      must(event.at >= sessionStart(commission, change.n), 'a session was delivered before it began');
    }
    if (event.type === 'confirmed' && !memory.confirmed.has(name)) memory.confirmed.set(name, event.at);
    if (!commission) continue;
    if (before === 'held' && change.status === 'planned') givenBack(commission, change, event);
    if (change.status === 'held') {
      const day = sessionDay(commission, change.n);
      if (day > (heldDays.get(change.id) ?? '')) heldDays.set(change.id, day);
      must(
        coming(commission, change.n) >= commission.minPeople,
        'a session is held for fewer people than the offer wants',
      );
      if (before === 'planned') hasAgreed(commission, change.n);
    }
    if (change.status === 'not-funded')
      must(
        lacks(was, was.commissions[change.id] ?? commission, change.n),
        'a session was given up although its money was there',
      );
    if (change.status === 'released') checkPayment(was, commission, change, before, event, memory);
  }
  if (event.type === 'left') owesNothing(state, event.onBehalfOf ?? event.actorId);
  if (heldDays.size > 0) earliestFirst(state, event, heldDays);
  for (const posting of event.postings) {
    const [from, to] = accountsOf(posting);
    if (to.type !== 'payable') continue;
    const lot = from.type === 'held' ? was.lots[from.lot ?? ''] : undefined;
    must(lot !== undefined && lot.custody === to.custody, 'money was paid out of another custody');
  }
  for (const id in state.commissions) {
    const commission = state.commissions[id];
    if (commission && commission !== was.commissions[id]) checkProgress(state, commission, event.at);
  }
  for (const id in state.proposals) {
    const proposal = state.proposals[id];
    if (proposal?.status === 'waiting') checkWaiting(state, proposal, event.at);
  }
}

/** A person's command is judged after everything that time had due by then. */
function checkNothingOverdue(was: PoolState, at: string): void {
  for (const id in was.proposals) {
    const proposal = was.proposals[id];
    must(proposal?.status !== 'open' || proposal.closesAt > at, 'somebody was let in after a deadline');
  }
  for (const id in was.commissions) {
    const talks = was.commissions[id]?.settlements ?? {};
    for (const n in talks) must((talks[n]?.releasesAt ?? '9') > at, 'somebody was let in after a release was due');
  }
  for (const commission of Object.values(was.commissions))
    for (const [i, status] of commission.sessionStatuses.entries())
      must(
        status !== 'held' || addDays(sessionDay(commission, i + 1), 14) > dayOf(at),
        'a session that nobody marked was left for over two weeks',
      );
  for (const person in was.leaving)
    must((was.leaving[person]?.endsOn ?? '') > dayOf(at), 'somebody was let in after a notice had ended');
}

/** When an order is made, every session whose money must be there by then is held. */
function heldInTime(state: PoolState, id: string, at: string): void {
  const commission = state.commissions[id];
  // The same event may end it again: a vote to cancel it may have waited for nothing but this.
  if (commission?.status !== 'requested') return;
  for (const [i, status] of commission.sessionStatuses.entries())
    must(
      status === 'held' || addDays(sessionDay(commission, i + 1), -7) > dayOf(at),
      'an order was made without the money of a session that is near',
    );
}

/** When an order is made, what is held of each who comes differs by a penny at most, over all its sessions. */
function evenly(state: PoolState, id: string): void {
  const commission = state.commissions[id];
  if (!commission) return;
  const held = new Map(commission.participants.map((one): [string, number] => [one.personId, 0]));
  for (let n = 1; n <= commission.sessions; n++)
    for (const [person, pence] of heldShares(state, commission, n)) held.set(person, (held.get(person) ?? 0) + pence);
  const amounts = [...held.values()];
  must(Math.max(...amounts) - Math.min(...amounts) <= 1, 'somebody pays more of the odd pennies than others');
}

/** Who leaves has set aside their share of every session to which they still come, or is not asked to it. */
function owesNothing(state: PoolState, leaver: string): void {
  for (const commission of Object.values(state.commissions))
    for (const [i, status] of commission.sessionStatuses.entries()) {
      const people = comers(commission, i + 1);
      if (status !== 'planned' || !people.includes(leaver)) continue;
      const set = heldShares(state, commission, i + 1).get(leaver) ?? 0;
      must(set === dearest(commission, people.length), 'somebody left and owes for a session within their notice');
    }
}

/** Whoever comes to a session that is held has agreed to its dearest share. */
function hasAgreed(commission: Commission, n: number): void {
  const people = comers(commission, n);
  const share = dearest(commission, people.length);
  for (const { personId, upToPence } of commission.participants)
    must(!people.includes(personId) || share <= upToPence, 'the dearest share is more than somebody agreed to');
}

/** Only what is later than a leaver's notice is given back and waits. */
function givenBack(commission: Commission, change: SessionChange, event: Event<PoolChange>): void {
  const ended = event.changes.flatMap((one) => (one.type === 'notice-ended' ? [one.endsOn] : []))[0];
  must(
    ended !== undefined && sessionDay(commission, change.n) > ended,
    'the money of a session within the notice was given back',
  );
}

/** Paid after confirmation, or a week after delivery, or as a dispute ended; else it is the price of cancelling late. */
function checkPayment(
  was: PoolState,
  commission: Commission,
  change: SessionChange,
  before: SessionStatus,
  event: Event<PoolChange>,
  memory: Memory,
): void {
  const paying = PAYING[event.type];
  if (paying !== undefined) {
    must(before === paying, `a session that was ${before} was paid for: ${event.type}`);
    const name = `${change.id} ${change.n}`;
    const past = (at: string | undefined, ms: number): boolean => Date.parse(event.at) >= Date.parse(at ?? '') + ms;
    if (event.type === 'session-released')
      must(
        past(memory.delivered.get(name), WEEK_MS) || past(memory.confirmed.get(name), WEEK_MS / 7),
        'a session was paid for before all who came had their time to object',
      );
    if (event.type === 'confirmed') {
      const before = was.commissions[change.id]?.settlements[change.n]?.confirmedBy ?? [];
      const said = [...before, event.onBehalfOf ?? event.actorId];
      must(
        comers(commission, change.n).every((person) => said.includes(person)),
        'one confirmation left the others no time to object',
      );
    }
    return;
  }
  must(before === 'held', 'a session was paid for by cancelling it, and had been delivered');
  const noticeMs = commission.cancellation.hours * 3_600_000;
  must(
    Date.parse(event.at) + noticeMs > Date.parse(sessionStart(commission, change.n)),
    'a session that was cancelled in time was charged for',
  );
  if (event.changes.filter((one) => one.type === 'session-status').length > 1) return;
  const price = commission.pricePence * (commission.priceModel === 'per-person' ? coming(commission, change.n) : 1);
  const paid = event.postings
    .filter(({ to }) => readPoolAccount(to).type === 'payable')
    .reduce((sum, { amount }) => sum + amount, 0);
  must(
    paid === Math.floor((price * commission.cancellation.chargePercent) / 100),
    'cancelling cost other than its terms say',
  );
}

const coming = (commission: Commission, n: number): number => comers(commission, n).length;

/** Who says in time that they cannot come pays nothing, if the agreement says so; nobody pays more than they agreed to for it. */
function attends(
  was: PoolState,
  state: PoolState,
  { id, n, personId: person, type }: AttendanceChange,
  at: string,
): void {
  const [before, after] = [was.commissions[id], state.commissions[id]];
  if (!before || !after) throw new Violation('somebody came to, or stayed away from, an order that is not there');
  must(was.agreement.absence === 'free-with-notice', 'somebody stays away for nothing where all pay');
  const noticeMs = before.cancellation.hours * 3_600_000;
  must(Date.parse(at) + noticeMs <= Date.parse(sessionStart(before, n)), 'it was too late to say who comes');
  // A session that waited for somebody's money is held at last when the others cover it without them.
  const [status, now] = [before.sessionStatuses[n - 1], after.sessionStatuses[n - 1]];
  must(
    status === now || (status === 'planned' && now === 'held'),
    'a session ended or lost its money because somebody said whether they come',
  );
  const [camePeople, people] = [comers(before, n), comers(after, n)];
  must(people.includes(person) === (type === 'attending'), 'who stays away pays, or who comes does not');
  must(people.length >= after.minPeople, 'somebody was let off and too few come');
  const share = dearest(after, people.length);
  const rises = share > dearest(before, camePeople.length);
  for (const { personId: one, upToPence: upTo } of after.participants)
    if (people.includes(one) && (rises || !camePeople.includes(one)))
      must(share <= upTo, 'somebody pays more than they agreed to for who stays away');
}

/** No lot is used while one of the same person that ends earlier, yet late enough, still has money. */
function earliestFirst(state: PoolState, event: Event<PoolChange>, heldDays: ReadonlyMap<string, string>): void {
  // Money that came free in the same event may have done so after the hold.
  if (event.postings.some(({ from }) => readPoolAccount(from).type === 'held')) return;
  for (const posting of event.postings) {
    const [from, to] = accountsOf(posting);
    if (from.type !== 'lot' || to.type !== 'held') continue;
    const used = state.lots[from.lot];
    const day = heldDays.get(to.commissionId) ?? '';
    for (const n in state.lots) {
      const lot = state.lots[n];
      must(
        !lot ||
          !used ||
          lot.personId !== used.personId ||
          lot.endsOn < day ||
          lot.endsOn >= used.endsOn ||
          lot.freePence === 0,
        'a lot was used before one that ends earlier',
      );
    }
  }
}

const OPEN: ReadonlySet<SessionStatus> = new Set(['planned', 'held', 'delivered', 'disputed']);

/** An order with nothing left to do is over; while it is not, the next session is held as soon as its money is there. */
function checkProgress(state: PoolState, commission: Commission, at: string): void {
  if (commission.status !== 'requested' && commission.status !== 'accepted') return;
  let [open, next] = [0, 0];
  for (const [i, status] of commission.sessionStatuses.entries()) {
    if (OPEN.has(status)) open++;
    if (status === 'planned' && next === 0) next = i + 1;
  }
  must(open > 0, 'an order with nothing left to do is not over');
  const held = commission.sessionStatuses.filter((status) => status !== 'planned' && OPEN.has(status)).length;
  if (next === 0 || held >= commission.heldAhead || coming(commission, next) < commission.minPeople) return;
  const day = sessionDay(commission, next);
  if (day < dayOf(at)) return;
  const short = lacks(state, commission, next);
  must(short, 'the next session is not held although its money is there');
}

/** Whether somebody of those who come to a session lacks the money for it, or has not agreed to so much, or too few come. */
function lacks(state: PoolState, commission: Commission, n: number): boolean {
  const people = comers(commission, n);
  const share = dearest(commission, people.length);
  const held = heldShares(state, commission, n);
  const day = sessionDay(commission, n);
  return (
    people.length < commission.minPeople ||
    commission.participants.some(({ personId, upToPence }) => {
      if (!people.includes(personId)) return false;
      let has = held.get(personId) ?? 0;
      for (const lot of Object.values(state.lots))
        if (lot.personId === personId && lot.endsOn >= day) has += lot.freePence;
      return upToPence < share || has < share;
    })
  );
}

/** Somebody of those who come lacks money or has not agreed to so much: else the hold should have been made. */
function checkWaiting(state: PoolState, proposal: Proposal, at: string): void {
  if (proposal.kind !== 'buy') return;
  const { order: deal, votes } = proposal;
  const joiners = Object.keys(votes).filter((person) => votes[person]?.joining);
  must(joiners.length >= deal.minPeople, 'a proposal waits for fewer people than the offer wants');
  const share = dearest(deal, joiners.length);
  let held = Math.min(deal.heldAhead, deal.sessions);
  while (held < deal.sessions && addDays(sessionDay(deal, held + 1), -7) <= dayOf(at)) held++;
  const lastDay = sessionDay(deal, held);
  const short = joiners.some((person) => {
    if ((votes[person]?.upToPence ?? 0) < share) return true;
    let lasting = 0;
    for (const n in state.lots) {
      const lot = state.lots[n];
      if (lot?.personId === person && lot.endsOn >= lastDay) lasting += lot.freePence;
    }
    return lasting < share * held;
  });
  must(short, 'a proposal waits although its money is there');
}

const STEP_DAYS = { once: Number.POSITIVE_INFINITY, weekly: 7, 'four-weekly': 28 } as const;

export function checkAllocationPromises(
  was: AllocationState,
  state: AllocationState,
  event: Event<AllocationChange>,
): void {
  const { grantedPence: granted, startsOn, endsOn, instalment } = state;
  const every = STEP_DAYS[instalment];
  // Only whole periods have an instalment, and the shortest allocation has one.
  const all = Math.max(1, Math.floor((daysBetween(startsOn, endsOn) + 1) / every));
  let pooled = 0;
  for (const pool in state.pooledPence) pooled += state.pooledPence[pool] ?? 0;
  must(state.owedPence <= pooled, 'more is owed to the funder than is in pools');
  if (state.ended) must(state.balancePence === 0, 'an ended allocation has kept money');
  else {
    must(state.returnedPence === state.reducedPence - state.owedPence, 'what went back is not what reductions took');
    must(state.owedPence === 0 || state.balancePence === 0, 'money is owed to the funder and kept at home');
  }
  if (event.type === 'contributed') {
    const today = dayOf(event.at);
    must(today >= startsOn && today <= endsOn, 'an allocation paid before its start or after its end');
    const come = Math.min(all, Math.floor(daysBetween(startsOn, today) / every) + 1);
    must(pooled <= Math.floor((granted * come) / all), 'more was put in than had come');
  }
  for (const change of event.changes) {
    if (change.type === 'reduction-announced')
      must(change.from >= addDays(dayOf(event.at), 28), 'a reduction was announced less than 28 days ahead');
    if (change.type === 'standing-set')
      must(change.instalmentsDone <= all, 'something stands for an instalment of less than a whole period');
    if (change.type === 'standing-set' && event.actorId === 'clock')
      must(
        change.instalmentsDone === (was.standing[change.poolId]?.instalmentsDone ?? 0) + 1,
        'a standing instalment was dealt with twice',
      );
  }
}
