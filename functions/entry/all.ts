// All routes, whichever Lambda serves them: for running locally and for the OpenAPI document.
import { importRoutes } from '../allocations/import.routes.ts';
import type { AppContext } from '../platform/app-context.ts';
import type { Route } from '../platform/route.ts';
import { apiRoutes } from './api.routes.ts';

export const allRoutes = [...apiRoutes, ...importRoutes] satisfies readonly Route<AppContext>[];
