// /v1/allocations/imports: a Lambda of its own, because it works longer and carries a CSV library.

import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { importAllocations } from './import.actions.ts';
import * as s from './import.schema.ts';

const route = routes<AppContext>();

export const importRoutes = [
  route({
    method: 'POST',
    path: '/v1/allocations/imports',
    summary: 'Import a file of allocations: good lines are taken, each bad line is rejected with its number and reason',
    who: 'funder',
    contentType: 'text/csv',
    body: s.importBody,
    answer: s.imported,
    codes: ['bad-file'],
    handle: ({ context, body, actor, meta }) => importAllocations(context, actor, meta, body),
  }),
];
