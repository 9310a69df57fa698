// What members, the enterprise, a broker and a funder each see of a commission.
import type * as z from 'zod/mini';
import { saidPenceOf } from '../disputes/disputes.rules.ts';
import { absenceUntil } from '../pools/journal/attend.ts';
import type { Commission, PoolState } from '../pools/journal/pool-state.ts';
import { earnedPenceOf } from '../pools/journal/pool-sums.ts';
import { attendeesOf, inviteesOf, priceFor, sessionDay } from '../pools/journal/sessions.ts';
import { sharesOf } from '../pools/journal/split.ts';
import { isRunning, isUpcoming } from '../pools/journal/statuses.ts';
import type { commission as wire } from './commissions.schema.ts';

type CommissionView = z.input<typeof wire>;

/** What only some readers see. */
export interface ViewDetails {
  /** The reader, when they belong to the pool or take part. */
  readonly personId?: string;
  readonly accessNeeds?: string[];
  /** The current time, in a pool where somebody who cannot come pays nothing. */
  readonly absenceAt?: string;
}

/** What everybody who may see a commission sees of it. */
export function commissionViewOf(
  id: string,
  state: PoolState,
  commission: Commission,
  names: { readonly poolName: string; readonly title: string },
  details: ViewDetails = {},
): CommissionView {
  const { offerId, enterpriseId, status, answerBy, priceModel, pricePence, cancellation, participants } = commission;
  const { personId, accessNeeds } = details;
  const participant = participants.find((one) => one.personId === personId);
  return {
    id,
    poolId: state.id,
    ...names,
    offerId,
    enterpriseId,
    status,
    answerBy,
    priceModel,
    pricePence,
    cancellation,
    people: participants.filter(({ lastDay }) => lastDay === undefined).length,
    earnedPence: earnedPenceOf(commission),
    ...(accessNeeds ? { accessNeeds } : {}),
    ...(personId === undefined ? {} : { participants: participants.map((one) => one.personId) }),
    ...(participant ? { myUpToPence: participant.upToPence } : {}),
    sessions: commission.sessionStatuses.map((_, i) => sessionViewOf(state, commission, i + 1, details)),
  };
}

function sessionViewOf(
  state: PoolState,
  commission: Commission,
  n: number,
  { personId, absenceAt }: ViewDetails,
): CommissionView['sessions'][number] {
  const status = commission.sessionStatuses[n - 1] ?? 'planned';
  const settlement = commission.settlements[n];
  const attendees = attendeesOf(commission, n);
  const pricePence = priceFor(commission, attendees.length);
  const share = personId === undefined ? undefined : sharesOf(state, commission, n).get(personId);
  const isInvited = inviteesOf(commission, n).some((one) => one.personId === personId);
  const mayChange = isInvited && isRunning(commission) && isUpcoming(status);
  const until = mayChange ? absenceUntil(commission, n) : '';
  return {
    n,
    on: sessionDay(commission, n),
    time: commission.time,
    status: status === 'held' ? 'planned' : status,
    funded: status !== 'planned' && status !== 'not-funded',
    people: attendees.length,
    pricePence,
    ...(isInvited ? { coming: attendees.some((one) => one.personId === personId) } : {}),
    ...(absenceAt !== undefined && absenceAt <= until ? { absenceUntil: until } : {}),
    ...(status === 'released' ? { paidPence: settlement?.paidPence ?? pricePence } : {}),
    ...(share === undefined ? {} : { mySharePence: share }),
    ...(settlement?.releasesAt === undefined ? {} : { releasesAt: settlement.releasesAt }),
    ...(status === 'delivered' && personId !== undefined && share !== undefined
      ? { confirmedByMe: settlement?.confirmedBy?.includes(personId) === true }
      : {}),
    ...saidPenceOf(settlement),
  };
}
