// /v1/totals: what has become of a funder's money, as totals and never by person.
import * as z from 'zod';
import { ok, refuse } from '../kernel/result.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import { totalsOf } from './views.actions.ts';

const route = routes<World>();
const pence = z.int();

export const viewRoutes = [
  route({
    method: 'GET',
    path: '/v1/totals',
    summary:
      'What has become of all that my body granted: granted = not in pools + free + held + paid + returned; up to 5 seconds late',
    who: 'funder',
    answer: z.object({
      allocations: z.int(),
      pools: z.int(),
      grantedPence: pence,
      notInPoolsPence: pence,
      freePence: pence,
      heldPence: pence,
      paidPence: pence,
      returnedPence: pence,
    }),
    handle: async ({ world, actor }) =>
      actor.funder === undefined ? refuse('not-found') : ok(await totalsOf(world, actor.place, actor.funder)),
  }),
];
