// Reads what version 2 stored in pools' journals. It kept one held sum a lot for a whole order, and did not keep who paid the
// odd pennies: both follow from the rules that it had.
import * as z from 'zod/mini';
import type { Commission, PoolChange, PoolState, SessionSettlement } from './pool-state.ts';
import { attendeesOf, noticeIn, sessionDay, sessionPrice } from './sessions.ts';
import { isHeld } from './statuses.ts';

export type CommissionV2 = Omit<Commission, 'heldByLot'> & { readonly heldByLot: Readonly<Record<string, number>> };
export type PoolStateV2 = Omit<PoolState, 'commissions' | 'oddPennies'> & {
  readonly commissions: Readonly<Record<string, CommissionV2>>;
};

const isObject = (stored: unknown): boolean => typeof stored === 'object' && stored !== null;
const stateV2 = z.custom<PoolStateV2>(isObject);
// What a change of version 2 says, it says in the same words now.
const changeV2 = z.custom<PoolChange>(isObject);

export const upgradePoolChangeV2 = (stored: unknown): PoolChange => changeV2.parse(stored);

export function upgradePoolStateV2(stored: unknown): PoolState {
  const was = stateV2.parse(stored);
  const commissions = Object.fromEntries(
    Object.entries(was.commissions).map(([id, commission]) => [id, upgradeCommissionV2(commission, was)]),
  );
  // It did not keep into which lots instalments come: any may be one.
  const lots = Object.fromEntries(Object.entries(was.lots).map(([n, lot]) => [n, { ...lot, standing: true as const }]));
  return { ...was, lots, commissions, oddPennies: [] };
}

/** Without the pool, what is held cannot be told by session and is left out: so are finished orders, which hold nothing. */
export function upgradeCommissionV2(was: CommissionV2, pool?: Pick<PoolStateV2, 'lots' | 'leaving'>): Commission {
  const plain: Commission = { ...was, heldByLot: {} };
  const settlements: Record<string, SessionSettlement> = { ...was.settlements };
  for (const [i, status] of was.sessionStatuses.entries()) {
    const n = i + 1;
    if (status !== 'released') continue;
    const paid = sharesV2(plain, n, was.settlements[n]?.paidPence);
    if (new Set(paid.values()).size > 1)
      settlements[n] = {
        ...settlements[n],
        paidShares: was.participants.map(({ personId }) => paid.get(personId) ?? 0),
      };
  }
  const held = pool ? heldV2(plain, was.heldByLot, pool.lots) : {};
  const participants = was.participants.map((one) => {
    const notice = one.lastDay === undefined ? pool?.leaving[one.personId] : undefined;
    return notice ? { ...one, ...noticeIn(plain, one.personId, notice.endsOn) } : one;
  });
  return { ...plain, settlements, heldByLot: held, participants };
}

/** Each session took its shares from what was held of a person's lots, the earliest-ending first, in the order of the sessions. */
function heldV2(
  commission: Commission,
  heldByLot: CommissionV2['heldByLot'],
  lots: PoolState['lots'],
): Commission['heldByLot'] {
  const left = new Map(Object.entries(heldByLot));
  const held: Record<string, number[]> = {};
  for (const [i, status] of commission.sessionStatuses.entries()) {
    if (!isHeld(status)) continue;
    const day = sessionDay(commission, i + 1);
    for (const [personId, share] of sharesV2(commission, i + 1)) {
      let due = share;
      const own = [...left].filter(([n]) => lots[n]?.personId === personId && lots[n].endsOn >= day);
      const ends = ([n]: [string, number]): string => `${lots[n]?.endsOn} ${n.padStart(9, '0')}`;
      for (const [n, pence] of own.toSorted((a, b) => (ends(a) < ends(b) ? -1 : 1))) {
        const part = Math.min(pence, due);
        if (part === 0) continue;
        const sums = held[n] ?? [];
        while (sums.length <= i) sums.push(0);
        sums[i] = part;
        held[n] = sums;
        left.set(n, pence - part);
        due -= part;
      }
    }
  }
  return held;
}

/** Odd pennies started where the session before left off. */
function sharesV2(commission: Commission, n: number, pence?: number): Map<string, number> {
  const people = attendeesOf(commission, n).map(({ personId }) => personId);
  const price = sessionPrice(commission, n);
  const [whole, odd] = [Math.floor((pence ?? price) / people.length), (pence ?? price) % people.length];
  const first = ((n - 1) * (price % people.length)) % people.length;
  return new Map(
    people.map((personId, i) => [personId, whole + ((i - first + people.length) % people.length < odd ? 1 : 0)]),
  );
}
