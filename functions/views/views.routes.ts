// /v1/totals: what has become of a funder's money, as totals and never by person.
import { ok, refuse } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { totalsOf } from './views.actions.ts';
import { totals } from './views.schema.ts';

const route = routes<AppContext>();

export const viewRoutes = [
  route({
    method: 'GET',
    path: '/v1/totals',
    summary:
      'What has become of all that my body granted: granted = not in pools + free + held + paid + returned; up to 5 seconds late',
    who: 'funder',
    answer: totals,
    handle: async ({ context, actor }) =>
      actor.funder === undefined ? refuse('not-found') : ok(await totalsOf(context, actor.place, actor.funder)),
  }),
];
