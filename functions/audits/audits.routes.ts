// /v1/journals: re-computes a journal's chain for those whose money it records.

import * as z from 'zod/mini';
import { maySeeAllocation } from '../allocations/allocations.access.ts';
import { allocationReducer } from '../allocations/journal/allocation-reducer.ts';
import { audit } from '../journal/audit.ts';
import { allocationKey, poolKey } from '../journal/journal.types.ts';
import { read } from '../journal/read.ts';
import { id } from '../kernel/fields.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { poolReducer } from '../pools/journal/pool-reducer.ts';
import { maySeePool } from '../pools/pools.access.ts';

const route = routes<AppContext>();
const params = z.object({ id });
const answer = z.object({ events: z.int(), valid: z.boolean(), brokenAt: z.optional(z.int()) });

export const auditRoutes = [
  route({
    method: 'GET',
    path: '/v1/journals/pools/{id}/audit',
    summary: 'Re-compute a pool’s chain of events and name the first that does not fit',
    who: 'signed-in',
    relation: 'a member of the pool; a funder whose money is in it',
    scope: 'see',
    params,
    answer,
    handle: async ({ context, actor, params }) => {
      const key = poolKey(actor.place, params.id);
      const found = await read(context.journals, poolReducer, key);
      if (!found.ok) return found;
      if (!found.value || !maySeePool(found.value.state, actor)) return refuse('not-found');
      return ok(await audit(context.journals.store, poolReducer, key));
    },
  }),
  route({
    method: 'GET',
    path: '/v1/journals/allocations/{id}/audit',
    summary: 'Re-compute an allocation’s chain of events and name the first that does not fit',
    who: 'signed-in',
    relation: 'the person it was granted to; the funder who granted it',
    scope: 'see',
    params,
    answer,
    handle: async ({ context, actor, params }) => {
      const key = allocationKey(actor.place, params.id);
      const found = await read(context.journals, allocationReducer, key);
      if (!found.ok) return found;
      if (!found.value || !maySeeAllocation(found.value.state, actor)) return refuse('not-found');
      return ok(await audit(context.journals.store, allocationReducer, key));
    },
  }),
];
