// The API as a Hono app over some routes. Lambda and local differ only in the adapter.
import { actFor } from '../people/people.actions.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Authenticate } from '../platform/auth.ts';
import { httpApp } from '../platform/http.ts';
import type { Route } from '../platform/route.ts';

export const createApp = (context: AppContext, authenticate: Authenticate, routes: readonly Route<AppContext>[]) =>
  httpApp({ context, authenticate, actFor }, routes);
