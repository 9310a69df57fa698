// What members, the enterprise, a broker and a funder each see of a commission.
import type * as z from 'zod';
import type { Commission, PoolState, SessionStatus } from '../pools/pools.state.ts';
import { absenceUntil } from './absence.rules.ts';
import type { commission as wire } from './commissions.schema.ts';
import { invited, participants, sessionDay, sessionPrice, sharesOf } from './money.rules.ts';

type CommissionView = z.input<typeof wire>;

interface More {
  readonly person?: string;
  readonly accessNeeds?: string[];
  /** When it is looked at, in a pool where who cannot come pays nothing. */
  readonly freeAt?: string;
}

/** What everybody who may see a commission sees of it. */
export function commissionViewOf(
  id: string,
  poolId: string,
  commission: Commission,
  words: { readonly poolName: string; readonly title: string },
  more: More = {},
): CommissionView {
  const own = commission.people.find((one) => one.id === more.person);
  return {
    id,
    poolId,
    ...words,
    offerId: commission.offer,
    enterpriseId: commission.enterprise,
    status: commission.status,
    answerBy: commission.answerBy,
    priceModel: commission.priceModel,
    pricePence: commission.price,
    cancellation: { hours: commission.hours, chargePercent: commission.charge },
    people: commission.people.filter((one) => one.until === undefined).length,
    earnedPence: earnedPence(commission),
    ...(more.accessNeeds ? { accessNeeds: more.accessNeeds } : {}),
    ...(more.person === undefined ? {} : { participants: commission.people.map((one) => one.id) }),
    ...(own ? { myUpToPence: own.upTo } : {}),
    sessions: commission.states.map((status, i) => sessionViewOf(commission, i + 1, status, own?.id, more.freeAt)),
  };
}

function sessionViewOf(
  commission: Commission,
  n: number,
  status: SessionStatus,
  person: string | undefined,
  freeAt: string | undefined,
): CommissionView['sessions'][number] {
  const talk = commission.talks[n];
  const share = person === undefined ? undefined : sharesOf(commission, n, talk?.paid).get(person);
  const coming = participants(commission, n);
  const pricePence = sessionPrice(commission, coming.length);
  const isAsked = invited(commission, n).some(({ id }) => id === person);
  const isOpen = commission.status === 'requested' || commission.status === 'accepted';
  const until = isAsked && isOpen && (status === 'planned' || status === 'held') ? absenceUntil(commission, n) : '';
  return {
    n,
    on: sessionDay(commission, n),
    time: commission.time,
    status: status === 'held' ? 'planned' : status,
    funded: status !== 'planned' && status !== 'not-funded',
    people: coming.length,
    pricePence,
    ...(isAsked ? { coming: coming.some(({ id }) => id === person) } : {}),
    ...(freeAt !== undefined && freeAt <= until ? { absenceUntil: until } : {}),
    ...(status === 'released' ? { paidPence: talk?.paid ?? pricePence } : {}),
    ...(share === undefined ? {} : { mySharePence: share }),
    ...(talk?.releases === undefined ? {} : { releasesAt: talk.releases }),
    ...(talk?.pool === undefined && talk?.enterprise === undefined
      ? {}
      : {
          saidPence: {
            ...(talk.pool === undefined ? {} : { pool: talk.pool }),
            ...(talk.enterprise === undefined ? {} : { enterprise: talk.enterprise }),
          },
        }),
  };
}

export const earnedPence = (commission: Commission): number =>
  Object.values(commission.earned).reduce((sum, pence) => sum + pence, 0);

/** A funder sees the commissions that its own money is, or was, part of. */
export const fundsCommission = (state: PoolState, commission: Commission, funder: string | undefined): boolean =>
  funder !== undefined &&
  commission.people.some(({ id }) =>
    Object.values(state.lots).some((lot) => lot.person === id && lot.funder === funder),
  );
