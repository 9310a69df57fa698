// The API as a Hono app over some routes. Lambda and local differ only in the adapter.
import { actFor } from '../people/people.actions.ts';
import type { Authenticate } from '../platform/auth.ts';
import { httpApp } from '../platform/http.ts';
import type { Route } from '../platform/route.ts';
import type { World } from '../platform/world.ts';

export const createApp = (world: World, authenticate: Authenticate, routes: readonly Route<World>[]) =>
  httpApp({ world, authenticate, actFor }, routes);
