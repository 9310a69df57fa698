// /v1/journals: re-computes a journal's chain for those whose money it records.

import * as z from 'zod';
import { allocationReducer } from '../allocations/allocations.rules.ts';
import { audit } from '../journal/audit.ts';
import { read } from '../journal/journal.ts';
import { allocationKey, poolKey } from '../journal/journal.types.ts';
import { id } from '../kernel/fields.ts';
import { ok, refuse } from '../kernel/result.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import { poolReducer } from '../pools/pools.reducer.ts';
import { funds, maySee } from '../pools/pools.view.ts';

const route = routes<World>();
const params = z.object({ id });
const answer = z.object({ events: z.int(), valid: z.boolean(), brokenAt: z.int().optional() });

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
    handle: async ({ world, actor, params: { id: pool } }) => {
      const key = poolKey(actor.place, pool);
      const found = await read(world.journals, poolReducer, key);
      if (!found.ok) return found;
      const state = found.value?.state;
      if (!state || !(maySee(state, actor.person) || (actor.roles.includes('funder') && funds(state, actor.funder))))
        return refuse('not-found');
      return ok(await audit(world.journals.store, poolReducer, key));
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
    handle: async ({ world, actor, params: { id: allocation } }) => {
      const key = allocationKey(actor.place, allocation);
      const found = await read(world.journals, allocationReducer, key);
      if (!found.ok) return found;
      const state = found.value?.state;
      if (
        !state ||
        !(state.person === actor.person || (actor.roles.includes('funder') && state.funder === actor.funder))
      )
        return refuse('not-found');
      return ok(await audit(world.journals.store, allocationReducer, key));
    },
  }),
];
