// Every room's routes but imports: what Lambda `api` serves.
import { allocationRoutes } from '../allocations/allocations.routes.ts';
import { auditRoutes } from '../audits/audits.routes.ts';
import { commissionRoutes } from '../commissions/commissions.routes.ts';
import { contributionRoutes } from '../contributions/contributions.routes.ts';
import { disputeRoutes } from '../disputes/disputes.routes.ts';
import { enterpriseRoutes } from '../enterprises/enterprises.routes.ts';
import { healthRoutes } from '../health/health.routes.ts';
import { offerRoutes } from '../offers/offers.routes.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Route } from '../platform/route.ts';
import { poolRoutes } from '../pools/pools.routes.ts';
import { proposalRoutes } from '../proposals/proposals.routes.ts';
import { viewRoutes } from '../views/views.routes.ts';

export const apiRoutes = [
  ...healthRoutes,
  ...peopleRoutes,
  ...enterpriseRoutes,
  ...offerRoutes,
  ...allocationRoutes,
  ...poolRoutes,
  ...contributionRoutes,
  ...proposalRoutes,
  ...commissionRoutes,
  ...disputeRoutes,
  ...auditRoutes,
  ...viewRoutes,
] satisfies readonly Route<AppContext>[];
