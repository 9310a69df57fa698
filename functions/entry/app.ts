// The API as one Hono app: every room's routes. Lambda and local differ only in the adapter.
import type { Hono } from 'hono';
import { allocationRoutes } from '../allocations/allocations.routes.ts';
import { auditRoutes } from '../audits/audits.routes.ts';
import { commissionRoutes } from '../commissions/commissions.routes.ts';
import { enterpriseRoutes } from '../enterprises/enterprises.routes.ts';
import { healthRoutes } from '../health/health.routes.ts';
import { offerRoutes } from '../offers/offers.routes.ts';
import { actFor } from '../people/people.actions.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import type { Authenticate } from '../platform/auth.ts';
import { httpApp } from '../platform/http.ts';
import type { Route } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import { poolRoutes } from '../pools/pools.routes.ts';
import { proposalRoutes } from '../proposals/proposals.routes.ts';

export const allRoutes: readonly Route<World>[] = [
  ...healthRoutes,
  ...peopleRoutes,
  ...enterpriseRoutes,
  ...offerRoutes,
  ...allocationRoutes,
  ...poolRoutes,
  ...proposalRoutes,
  ...commissionRoutes,
  ...auditRoutes,
];

export const createApp = (world: World, authenticate: Authenticate): Hono =>
  httpApp({ world, authenticate, actFor }, allRoutes);
