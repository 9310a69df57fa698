// Says that the API is up.
import * as z from 'zod';
import { ok } from '../kernel/result.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';

const route = routes<World>();

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
