// One session from planned to paid: delivered, confirmed, disputed, resolved; and what time does to it (design §3).
import { addDays, addHours, dayOf } from '../kernel/clock.ts';
import { refuse } from '../kernel/result.ts';
import { the } from '../pools/pools.apply.ts';
import type { Draft } from '../pools/pools.draft.ts';
import { type Commission, OPEN_SESSIONS, type PoolState, type SessionTalk } from '../pools/pools.state.ts';
import { cancelAll, cancelSession, paidInPart } from './cancelling.rules.ts';
import { daysSince, hold, holdAhead, participants, sessionDay, sessionPrice, unhold } from './money.rules.ts';

/** After delivery the members have this long to object. */
const OBJECTION_DAYS = 7;
/** The money for a session must be there this long before it. */
const FUNDED_DAYS = 7;
/** A session that nobody marks as delivered is given up after this long. */
const FORGOTTEN_DAYS = 90;

/** Who says something about a commission: for the enterprise, as somebody who took part, or as broker or funder. */
export type Side = 'enterprise' | 'pool' | 'referee';

const takesPart = (commission: Commission, n: number, person: string): boolean =>
  participants(commission, n).some(({ id }) => id === person);

const found = (state: PoolState, id: string, n: number): Commission | undefined => {
  const commission = state.commissions[id];
  return commission && n >= 1 && n <= commission.sessions ? commission : undefined;
};

export function answer(draft: Draft, id: string, runs: readonly string[], accepts: boolean) {
  const commission = draft.state.commissions[id];
  if (!commission || !runs.includes(commission.enterprise)) return refuse('not-found');
  if (commission.status !== 'requested') return refuse('already-answered');
  if (accepts) draft.change({ is: 'commission', id, status: 'accepted' });
  else cancelAll(draft, id, 'refused');
  return undefined;
}

/** The enterprise cancels all that it has not delivered, or one session: everything goes back. */
export function cancelByEnterprise(draft: Draft, id: string, runs: readonly string[], n?: number) {
  const commission = draft.state.commissions[id];
  if (!commission || !runs.includes(commission.enterprise)) return refuse('not-found');
  if (commission.status !== 'requested' && commission.status !== 'accepted') return refuse('commission-over');
  if (n === undefined) {
    cancelAll(draft, id, 'cancelled');
    return undefined;
  }
  const status = commission.states[n - 1];
  if (status === undefined) return refuse('not-found');
  if (status !== 'planned' && status !== 'held') return refuse('session-over');
  cancelSession(draft, id, n);
  return undefined;
}

export function deliver(draft: Draft, id: string, n: number, runs: readonly string[]) {
  const commission = found(draft.state, id, n);
  if (!commission || !runs.includes(commission.enterprise)) return refuse('not-found');
  if (commission.status === 'requested') return refuse('not-accepted');
  const status = commission.states[n - 1];
  // What had taken place when the rest was cancelled is still to be settled.
  if (commission.status !== 'accepted' && status !== 'held') return refuse('commission-over');
  if (status === 'planned' || status === 'not-funded') return refuse('not-funded');
  if (status !== 'held') return refuse('session-over');
  if (sessionDay(commission, n) > dayOf(draft.at)) return refuse('not-yet');
  draft.change({
    is: 'session',
    id,
    n,
    status: 'delivered',
    talk: { releases: addHours(draft.at, 24 * OBJECTION_DAYS) },
  });
  return undefined;
}

export function confirm(draft: Draft, id: string, n: number, person: string, runs: readonly string[]) {
  const commission = found(draft.state, id, n);
  if (!commission || !takesPart(commission, n, person)) return refuse('not-found');
  if (runs.includes(commission.enterprise)) return refuse('own-enterprise');
  const status = commission.states[n - 1];
  if (status !== 'delivered')
    return refuse(status === 'planned' || status === 'held' ? 'not-delivered' : 'session-over');
  release(draft, id, n);
  return undefined;
}

export function dispute(draft: Draft, id: string, n: number, person: string, runs: readonly string[]) {
  const commission = found(draft.state, id, n);
  if (!commission || !takesPart(commission, n, person)) return refuse('not-found');
  if (runs.includes(commission.enterprise)) return refuse('own-enterprise');
  const status = commission.states[n - 1];
  const happened = sessionDay(commission, n) <= dayOf(draft.at) && commission.status !== 'requested';
  if (status !== 'delivered' && !(status === 'held' && happened))
    return refuse(status === 'planned' || status === 'held' ? 'not-yet' : 'session-over');
  draft.change({ is: 'session', id, n, status: 'disputed', talk: {} });
  return undefined;
}

/** Names what should be paid. It ends the dispute when both sides name the same sum, or when a referee decides. */
export function resolve(
  draft: Draft,
  id: string,
  n: number,
  side: Side,
  person: string,
  runs: readonly string[],
  pence: number,
) {
  const commission = found(draft.state, id, n);
  if (!commission) return refuse('not-found');
  const forEnterprise = runs.includes(commission.enterprise);
  if (side === 'enterprise' ? !forEnterprise : side === 'pool' && !takesPart(commission, n, person))
    return refuse('not-found');
  if (side !== 'enterprise' && forEnterprise) return refuse('own-enterprise');
  if (commission.states[n - 1] !== 'disputed') return refuse('not-disputed');
  const price = sessionPrice(commission, participants(commission, n).length);
  if (pence > price) return refuse('more-than-price');
  const said: SessionTalk = side === 'referee' ? {} : { ...the(commission.talks, String(n)), [side]: pence };
  if (side === 'referee' || said.pool === said.enterprise) {
    unhold(draft, id, n, pence);
    draft.change({ is: 'session', id, n, ...paidInPart(pence) });
  } else draft.change({ is: 'session', id, n, status: 'disputed', talk: said });
  return undefined;
}

function release(draft: Draft, id: string, n: number): void {
  const commission = the(draft.state.commissions, id);
  unhold(draft, id, n, sessionPrice(commission, participants(commission, n).length));
  draft.change({ is: 'session', id, n, status: 'released' });
}

/** A participant changes the most that they pay for a session from now on. */
export function changeLimit(draft: Draft, id: string, person: string, upTo: number) {
  const commission = draft.state.commissions[id];
  if (!commission?.people.some((one) => one.id === person && one.until === undefined)) return refuse('not-found');
  if (commission.status !== 'requested' && commission.status !== 'accepted') return refuse('commission-over');
  draft.change({ is: 'limit', id, person, upTo });
  return undefined;
}

/** Holds what can be held and ends what is over; run after every command. */
export function settleCommissions(draft: Draft): void {
  for (const [id, { status, states }] of Object.entries(draft.state.commissions)) {
    if (status !== 'requested' && status !== 'accepted') continue;
    if (states.includes('planned')) holdAhead(draft, id);
    const now = the(draft.state.commissions, id);
    if (!now.states.some((one) => OPEN_SESSIONS.has(one)))
      draft.change({ is: 'commission', id, status: now.status === 'accepted' ? 'done' : 'cancelled' });
  }
}

export type SessionStep =
  | { readonly step: 'expire'; readonly id: string }
  | { readonly step: 'fund' | 'release' | 'forget'; readonly id: string; readonly n: number };

/** The steps that time has due in one commission at `at`; with no `at`, the next ones whenever they come. */
export function sessionSteps(id: string, commission: Commission, at?: string): { due: string; step: SessionStep }[] {
  const steps: { due: string; step: SessionStep }[] = [];
  if (commission.status === 'requested' && (at === undefined || commission.answerBy <= at))
    steps.push({ due: commission.answerBy, step: { step: 'expire', id } });
  for (const n in commission.talks) {
    const { releases } = the(commission.talks, n);
    if (releases !== undefined && (at === undefined || releases <= at))
      steps.push({ due: releases, step: { step: 'release', id, n: Number(n) } });
  }
  const since = at === undefined ? undefined : daysSince(commission, dayOf(at));
  for (let n = 1; n <= commission.states.length; n++) {
    const status = commission.states[n - 1];
    if (status !== 'planned' && status !== 'held') continue;
    const step = status === 'planned' ? 'fund' : 'forget';
    const days = status === 'planned' ? -FUNDED_DAYS : FORGOTTEN_DAYS;
    if (since && since(n) < days) continue;
    steps.push({ due: addDays(sessionDay(commission, n), days), step: { step, id, n } });
  }
  return steps;
}

export function takeStep(draft: Draft, step: SessionStep): string {
  const { id } = step;
  switch (step.step) {
    case 'expire':
      cancelAll(draft, id, 'expired');
      return 'commission-expired';
    case 'release':
      release(draft, id, step.n);
      return 'session-released';
    case 'forget':
      cancelSession(draft, id, step.n);
      return 'session-forgotten';
    case 'fund':
      if (hold(draft, id, step.n)) return 'session-funded';
      draft.change({ is: 'session', id, n: step.n, status: 'not-funded' });
      return 'session-not-funded';
  }
}
