// When a notice is sent, and whether it is still relevant.
import { addDays, addHours, addMinutes, dayOf, londonInstant } from '../kernel/clock.ts';
import { notReady } from '../pools/journal/decide.ts';
import type { PoolState, Proposal } from '../pools/journal/pool-state.ts';
import { attends, sessionDay } from '../pools/journal/sessions.ts';
import type { Notice } from './notices.state.ts';

/** No text message is sent between these, London time. */
const QUIET_FROM = '21:00';
const QUIET_UNTIL = '08:00';
const DIGEST_AT = '17:00';
/** A notice older than this is not sent. */
const MAX_AGE_HOURS = 48;
/** A notice sent later than this is first compared with the pool's state. */
const FRESH_MINUTES = 15;

/** Longer than any attempt to send lasts, because the Lambda times out after a minute. */
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

/** Whether the digest at `digestAt` would be too late for this notice. */
export const isDueBefore = ({ when }: Notice, digestAt: string): boolean => when !== undefined && when <= digestAt;

/** Nobody is notified at `now` of what happened before this. */
export const oldestToSend = (now: string): string => addHours(now, -MAX_AGE_HOURS);

export const isTooOld = (happenedAt: string, now: string): boolean => happenedAt < oldestToSend(now);

/** Members are notified only while they are members, and nobody is notified late of what is over. `pool` is the current state. */
export function isStillRelevant(notice: Notice, personId: string, pool: PoolState | undefined, now: string): boolean {
  if (notice.as === 'member' && !pool?.members[personId]) return false;
  if (addMinutes(notice.at, FRESH_MINUTES) > now) return true;
  return pool === undefined || isStillTrue(notice, personId, pool, now);
}

function isStillTrue(
  { kind, about = '', session = 0 }: Notice,
  personId: string,
  pool: PoolState,
  now: string,
): boolean {
  const proposal: Proposal | undefined = pool.proposals[about];
  const commission = pool.commissions[about];
  const status = commission?.sessionStatuses[session - 1];
  switch (kind) {
    case 'decide':
      return proposal?.status === 'open' && proposal.electors.includes(personId) && !proposal.votes[personId];
    case 'money-short':
      return (
        proposal?.kind === 'buy' &&
        proposal.status === 'waiting' &&
        notReady(pool, proposal, now).some((one) => one.personId === personId)
      );
    case 'agreement-to-sign':
      return (
        pool.pendingAgreement !== undefined &&
        (pool.members[personId]?.signedVersion ?? 0) < pool.pendingAgreement.version
      );
    case 'offer-requested':
      return commission?.status === 'requested';
    case 'session-tomorrow':
      return (
        commission !== undefined &&
        status === 'held' &&
        sessionDay(commission, session) === addDays(dayOf(now), 1) &&
        (!pool.members[personId] || attends(commission, session, personId))
      );
    case 'session-to-confirm':
      return status === 'delivered' && !commission?.settlements[session]?.confirmedBy?.includes(personId);
    case 'session-wrong':
      return status === 'disputed';
    default:
      return true;
  }
}
