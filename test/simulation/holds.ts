// What sessions hold, looked at independently of the rules: who comes, what each has set aside and from which of their lots.
import { readPoolAccount } from '../../functions/journal/accounts.ts';
import type { Event } from '../../functions/journal/journal.types.ts';
import type { Commission, PoolChange, PoolState } from '../../functions/pools/journal/pool-state.ts';
import { sessionDay } from '../../functions/pools/journal/sessions.ts';
import { must } from './violation.ts';

/** Who comes to a session and pays for it: reckoned here once more, so that the rules are not judged by themselves. */
export function comers(commission: Commission, n: number): string[] {
  const day = sessionDay(commission, n);
  const away = commission.absentees?.[n] ?? [];
  return commission.participants
    .filter(({ personId, leavesOn, lastDay = leavesOn, heldAfter = [] }) => {
      return (lastDay === undefined || lastDay >= day || heldAfter.includes(n)) && !away.includes(personId);
    })
    .map(({ personId }) => personId);
}

export const priceOf = ({ priceModel, pricePence }: Commission, people: number): number =>
  priceModel === 'per-person' ? pricePence * people : pricePence;

/** The most that one of so many people pays. */
export const dearest = (
  { priceModel, pricePence }: Pick<Commission, 'priceModel' | 'pricePence'>,
  people: number,
): number => (priceModel === 'per-person' ? pricePence : Math.ceil(pricePence / people));

/** What each person has set aside for a session. */
export function heldShares(state: PoolState, commission: Commission, n: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const lot in commission.heldByLot) {
    const person = state.lots[lot]?.personId ?? '';
    const pence = commission.heldByLot[lot]?.[n - 1] ?? 0;
    if (pence > 0) shares.set(person, (shares.get(person) ?? 0) + pence);
  }
  return shares;
}

export function heldPence(commission: Commission | undefined): number {
  let total = 0;
  for (const sums of Object.values(commission?.heldByLot ?? {})) for (const pence of sums) total += pence;
  return total;
}

/** Every session that is held has its price, from who comes, to the penny alike; and from lots that last so long. */
export function checkHeldSessions(state: PoolState, id: string, commission: Commission): void {
  for (const [i, status] of commission.sessionStatuses.entries()) {
    const n = i + 1;
    const held = heldShares(state, commission, n);
    const day = sessionDay(commission, n);
    for (const lot in commission.heldByLot) {
      const pence = commission.heldByLot[lot]?.[i] ?? 0;
      must(Number.isSafeInteger(pence) && pence >= 0, `session ${n} of ${id} holds less than nothing of lot ${lot}`);
      must(pence === 0 || (state.lots[lot]?.endsOn ?? '') >= day, 'a lot is to pay for a session after its end');
    }
    if (status === 'held' || status === 'delivered' || status === 'disputed') {
      const people = comers(commission, n);
      const shares = people.map((person) => held.get(person) ?? 0);
      must(
        [...held.keys()].every((person) => people.includes(person)),
        `others pay for session ${n} of ${id} than those who come`,
      );
      const total = shares.reduce((sum, pence) => sum + pence, 0);
      must(
        total === priceOf(commission, people.length),
        `the shares of session ${n} of ${id} do not add up to its price`,
      );
      must(Math.max(...shares) - Math.min(...shares) <= 1, 'somebody pays over a penny more than another');
    } else if (status === 'planned')
      for (const [person, pence] of held) {
        must(state.members[person] === undefined, 'something is set aside of a member for a session that is not held');
        must(comers(commission, n).includes(person), 'something is set aside of somebody who does not come');
        must(
          pence <= dearest(commission, comers(commission, n).length),
          'more than their share is set aside of a leaver',
        );
      }
    else must(held.size === 0, `session ${n} of ${id} is over and holds money`);
  }
}

/** What the postings of an event move of each lot is what its changes say of the lot's free money and of what orders hold of it. */
export function checkLots(was: PoolState, state: PoolState, event: Event<PoolChange>): void {
  if (event.postings.length === 0 && !event.changes.some(({ type }) => type === 'session-status')) return;
  const moved = new Map<string, number>();
  for (const { from, to, amount } of event.postings)
    for (const [name, pence] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      const account = readPoolAccount(name);
      if (account.type === 'payable' || account.type === 'allocation') continue;
      const key = account.type === 'lot' ? `free ${account.lot}` : `${account.commissionId} ${account.lot}`;
      moved.set(key, (moved.get(key) ?? 0) + pence);
    }
  for (const lot of new Set([...Object.keys(was.lots), ...Object.keys(state.lots)])) {
    const free = (state.lots[lot]?.freePence ?? 0) - (was.lots[lot]?.freePence ?? 0);
    must(free === (moved.get(`free ${lot}`) ?? 0), 'a lot has other free money than was moved');
    for (const id of new Set([...Object.keys(was.commissions), ...Object.keys(state.commissions)])) {
      const [before, after] = [was.commissions[id]?.heldByLot[lot] ?? [], state.commissions[id]?.heldByLot[lot] ?? []];
      if (before === after) continue;
      const change =
        [...after].reduce((sum, pence) => sum + pence, 0) - [...before].reduce((sum, pence) => sum + pence, 0);
      must(change === (moved.get(`${id} ${lot}`) ?? 0), 'an order holds other money of a lot than was moved');
    }
  }
}
