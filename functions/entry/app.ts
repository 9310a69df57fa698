// The API as one Hono app: every room's routes. Lambda and local differ only in the adapter.
import type { Hono } from 'hono';
import { healthRoutes } from '../health/health.routes.ts';
import { actFor } from '../people/people.actions.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import type { Authenticate } from '../platform/auth.ts';
import { httpApp } from '../platform/http.ts';
import type { Route } from '../platform/route.ts';
import type { World } from '../platform/world.ts';

export const allRoutes: readonly Route<World>[] = [...healthRoutes, ...peopleRoutes];

export const createApp = (world: World, authenticate: Authenticate): Hono =>
  httpApp({ world, authenticate, actFor }, allRoutes);
