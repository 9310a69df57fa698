// The queue of disputes that a broker or a funder should decide.
import type * as z from 'zod/mini';
import { ok, refuse } from '../kernel/result.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppContext } from '../platform/app-context.ts';
import { decidesDispute, decidesDisputes } from './disputes.access.ts';
import type { disputeList } from './disputes.schema.ts';
import { getDispute, queueOf } from './disputes.store.ts';

/** Disputes that have stood for 14 days, the oldest first, up to a few seconds late. */
export async function listDisputes(
  { table, now }: AppContext,
  actor: Actor,
  { after = '', limit }: { after?: string | undefined; limit: number },
) {
  if (!decidesDisputes(actor)) return refuse('not-found');
  const queue = (await queueOf(table, actor.place, now())).filter(({ position }) => position > after);
  const items: z.input<typeof disputeList>['items'] = [];
  let last = '';
  for (let from = 0; from < queue.length; from += limit) {
    const some = queue.slice(from, from + limit);
    const found = await Promise.all(some.map((queued) => getDispute(table, queued)));
    for (const [i, dispute] of found.entries()) {
      if (!dispute || !decidesDispute(actor, dispute.funders)) continue;
      if (items.length === limit) return ok({ items, next: last });
      items.push(dispute);
      last = some[i]?.position ?? '';
    }
  }
  return ok({ items, next: null });
}
