// /v1/disputes: what nobody has decided for 14 days.
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { listDisputes } from './disputes.actions.ts';
import { disputeList, disputeQuery } from './disputes.schema.ts';

const route = routes<AppContext>();

export const disputeRoutes = [
  route({
    method: 'GET',
    path: '/v1/disputes',
    summary:
      'Sessions that have been in dispute for 14 days, the oldest first: for a broker those of the place, for a funder those that hold its money; up to 5 seconds late',
    who: 'signed-in',
    relation: 'a broker of the place; a funder',
    query: disputeQuery,
    answer: disputeList,
    handle: ({ context, actor, query }) => listDisputes(context, actor, query),
  }),
];
