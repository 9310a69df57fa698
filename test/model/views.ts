// What each person must see, in the model's keys: compared with what the API shows them.

import { joiners } from './deciding.ts';
import { available, heldOf, inPools, returned, spentOf } from './grants.ts';
import { freeOfPerson, heldOfPerson, isMember } from './leaving.ts';
import { heldFor } from './money.ts';
import { coming, isOver, participant, plannedShares, priceFor } from './orders.ts';
import { totals } from './putting.ts';
import type { Allocation, Order, Pool, World } from './types.ts';
import { missingNow } from './voting.ts';

/** Whether somebody sees a pool: a member, or somebody who left and has money in it. */
export const sees = (pool: Pool, who: string): boolean => isMember(pool, who) || heldOfPerson(pool, who) > 0;

/** Silent: whether somebody who left with nothing set aside still looks while their notice runs. */
export const maySee = (pool: Pool, who: string): boolean =>
  sees(pool, who) || pool.leavers.some((one) => one.who === who);

export const ordersOver = ({ status }: Order): boolean => status !== 'requested' && status !== 'accepted';

export function poolView(world: World, pool: Pool, who: string) {
  const { free, held } = totals(pool);
  return {
    freePence: free,
    heldPence: held,
    releasedPence: pool.released,
    version: pool.version,
    pending: pool.pending?.version,
    notYetSigned: pool.pending
      ? pool.members.map((one) => one.who).filter((one) => !pool.pending?.signed.includes(one))
      : undefined,
    members: pool.members.map((one) => one.who).sort(),
    myFree: freeOfPerson(pool, who),
    myHeld: heldOfPerson(pool, who),
    lots: Object.fromEntries(
      pool.lots
        .filter((lot) => lot.owner === who && lot.free + heldOf(pool, lot) > 0)
        .map((lot) => [lot.alloc, `${lot.free}+${heldOf(pool, lot)}`]),
    ),
    paused: pool.paused.includes(who),
    proposals: Object.fromEntries(
      pool.proposals.map((p) => [
        p.key,
        {
          status: p.status,
          electors: p.electors.length,
          closesAt: new Date(p.closesAt).toISOString(),
          joining: joiners(p).length,
          because: p.because,
          missing: missingNow(world, pool, p)
            .map((one) => `${one.who}${one.mustAgreeToMore ? ' more' : ''}${one.who === who ? ` ${one.pence}` : ''}`)
            .sort(),
        },
      ]),
    ),
    orders: Object.fromEntries(
      pool.orders.map((order) => [
        order.key,
        {
          status: order.status,
          held: order.sessions.reduce((sum, session) => sum + heldFor(session), 0),
          released: order.sessions.filter(({ status }) => status === 'released').length,
        },
      ]),
    ),
  };
}

export function orderView(order: Order, who: string) {
  const shares = plannedShares(order);
  return {
    status: order.status,
    sessions: order.sessions.map((s) => {
      const people = coming(order, s);
      const paid = s.paid ? Object.values(s.paid).reduce((sum, pence) => sum + pence, 0) : undefined;
      // Silent: whether a session that is over is still shown as funded, with who came and a share of those who paid nothing.
      if (isOver(s))
        return {
          status: s.status,
          ...(paid === undefined ? {} : { paidPence: paid }),
          ...(s.paid?.[who] ? { mySharePence: s.paid[who] } : {}),
        };
      return {
        status: s.status,
        funded: s.held,
        people: people.length,
        pricePence: priceFor(order, people.length),
        coming: participant(order, who) ? people.includes(who) : undefined,
        mySharePence: people.includes(who) ? shares.get(s.n)?.[who] : undefined,
        paidPence: undefined,
        releasesAt: s.releasesAt && s.status === 'delivered' ? new Date(s.releasesAt).toISOString() : undefined,
      };
    }),
  };
}

export const allocationView = (world: World, a: Allocation) => ({
  availablePence: available(world, a),
  pooledPence: inPools(world, a),
  spentPence: spentOf(world, a),
  returnedPence: returned(world, a),
});
