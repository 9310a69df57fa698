// /v1/health: whether the API is up.
import * as z from 'zod/mini';
import { ok } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';

const route = routes<AppContext>();

export const healthRoutes = [
  route({
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether Kitty is up',
    who: 'anyone',
    answer: z.object({ status: z.literal('ok') }),
    handle: async () => ok({ status: 'ok' as const }),
  }),
];
