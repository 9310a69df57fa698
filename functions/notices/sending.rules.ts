// When a notice goes out, and whether there is still any point in it.
import { addDays, addHours, addMinutes, dayOf, londonInstant } from '../kernel/clock.ts';
import { notReady } from '../pools/journal/decide.ts';
import type { PoolState, Proposal } from '../pools/journal/pool-state.ts';
import { attends, sessionDay } from '../pools/journal/sessions.ts';
import type { Notice } from './notices.state.ts';

/** No text message rings between these, London time. */
const QUIET_FROM = '21:00';
const QUIET_UNTIL = '08:00';
const DIGEST_AT = '17:00';
/** What could not be sent for so long is not sent any more. */
const MAX_AGE_HOURS = 48;
/** A notice that goes out later than this is first compared with how things are by then. */
const FRESH_MINUTES = 15;

/** Nobody is at one message for so long: whoever took it is gone (a Lambda ends within a minute). */
const UNFINISHED_MINUTES = 5;

export const isUnfinished = (takenAt: string, now: string): boolean => addMinutes(takenAt, UNFINISHED_MINUTES) < now;

/** When the quiet hours that `at` lies in end; undefined outside them. */
export function quietUntil(at: string): string | undefined {
  const today = dayOf(at);
  const morning = londonInstant(today, QUIET_UNTIL);
  if (at < morning) return morning;
  return at >= londonInstant(today, QUIET_FROM) ? londonInstant(addDays(today, 1), QUIET_UNTIL) : undefined;
}

/** The next time after `at` that digests go out. */
export function nextDigest(at: string): string {
  const today = londonInstant(dayOf(at), DIGEST_AT);
  return today > at ? today : londonInstant(addDays(dayOf(at), 1), DIGEST_AT);
}

/** With a digest to come at `digestAt`, would it be too late for this? */
export const cannotWait = ({ when }: Notice, digestAt: string): boolean => when !== undefined && when <= digestAt;

/** Nobody is notified at `now` of what came about before this. */
export const oldestSent = (now: string): string => addHours(now, -MAX_AGE_HOURS);

export const isTooOld = (happenedAt: string, now: string): boolean => happenedAt < oldestSent(now);

/** Members are told only while they are members; and nobody is told late of what is over. `pool` is as it stands now. */
export function stillConcerns(notice: Notice, person: string, pool: PoolState | undefined, now: string): boolean {
  if (notice.as === 'member' && !pool?.members[person]) return false;
  if (addMinutes(notice.at, FRESH_MINUTES) > now) return true;
  return pool === undefined || stillTrue(notice, person, pool, now);
}

function stillTrue({ kind, about = '', session = 0 }: Notice, person: string, pool: PoolState, now: string): boolean {
  const proposal: Proposal | undefined = pool.proposals[about];
  const commission = pool.commissions[about];
  const status = commission?.sessionStatuses[session - 1];
  switch (kind) {
    case 'decide':
      return proposal?.status === 'open' && proposal.electors.includes(person) && !proposal.votes[person];
    case 'money-short':
      return (
        proposal?.kind === 'buy' &&
        proposal.status === 'waiting' &&
        notReady(pool, proposal, now).some(({ personId }) => personId === person)
      );
    case 'agreement-to-sign':
      return (
        pool.pendingAgreement !== undefined &&
        (pool.members[person]?.signedVersion ?? 0) < pool.pendingAgreement.version
      );
    case 'offer-requested':
      return commission?.status === 'requested';
    case 'session-tomorrow':
      return (
        commission !== undefined &&
        status === 'held' &&
        sessionDay(commission, session) === addDays(dayOf(now), 1) &&
        (!pool.members[person] || attends(commission, session, person))
      );
    case 'session-to-confirm':
      return status === 'delivered';
    case 'session-wrong':
      return status === 'disputed';
    default:
      return true;
  }
}
