// /v1/allocations/imports: a Lambda of its own, because it works longer and carries a CSV library.
import { requestOf } from '../platform/request.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import * as s from './allocations.schema.ts';
import { importAllocations } from './import.actions.ts';

const route = routes<World>();

export const importRoutes = [
  route({
    method: 'POST',
    path: '/v1/allocations/imports',
    summary: 'Import a file of allocations: good lines are taken, each bad line is rejected with its number and reason',
    who: 'funder',
    takes: 'text/csv',
    body: s.importBody,
    answer: s.imported,
    codes: ['bad-file'],
    handle: ({ world, body, ...call }) => importAllocations(world, call.actor, requestOf(call), body),
  }),
];
