// An enterprise's commissions and earnings, from the views.
import { ownedEnterpriseIdsOf } from '../enterprises/owned-enterprises.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { EMPTY_POOL } from '../pools/journal/pool-state.ts';
import { earnedPenceOf } from '../pools/journal/pool-sums.ts';
import { recordsOf } from './commissions.store.ts';
import { commissionViewOf } from './commissions.view.ts';

/** What an enterprise has been asked to do, and has done, newest first. */
export async function listCommissionsOf(context: AppContext, actor: Actor, enterpriseId: string) {
  if (!(await ownedEnterpriseIdsOf(context.table, actor)).includes(enterpriseId)) return refuse('not-found');
  const records = await recordsOf(context.table, actor.place, enterpriseId);
  const items = records
    .map(({ id, poolId, poolName, title, commission }) =>
      commissionViewOf(id, { ...EMPTY_POOL, id: poolId }, commission, { poolName, title }),
    )
    .sort((a, b) => ((b.sessions[0]?.on ?? '') > (a.sessions[0]?.on ?? '') ? 1 : -1));
  return ok({ items, next: null });
}

/** What an enterprise has earned; settling it is for the settlement room, so until that is built all of it is payable. */
export async function earningsOf(context: AppContext, actor: Actor, enterpriseId: string) {
  if (!(await ownedEnterpriseIdsOf(context.table, actor)).includes(enterpriseId)) return refuse('not-found');
  const records = await recordsOf(context.table, actor.place, enterpriseId);
  const items = records.map(({ id, poolName, title, commission }) => ({
    commissionId: id,
    poolName,
    title,
    earnedPence: earnedPenceOf(commission),
  }));
  const total = items.reduce((sum, item) => sum + item.earnedPence, 0);
  return ok({
    earnedPence: total,
    settledPence: 0,
    payablePence: total,
    items: items.filter((item) => item.earnedPence > 0),
  });
}
