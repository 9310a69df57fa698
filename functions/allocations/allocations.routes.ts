// /v1/allocations: what funders grant and people have.

import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { allocationsGrantedTo, announceReduction, myAllocations, statement } from './allocations.actions.ts';
import * as s from './allocations.schema.ts';

const route = routes<AppContext>();

export const allocationRoutes = [
  route({
    method: 'GET',
    path: '/v1/allocations',
    summary: 'My allocations: granted, available, in pools, spent',
    who: 'signed-in',
    scope: 'see',
    answer: s.allocationList,
    handle: ({ context, actor }) => myAllocations(context, actor),
  }),
  route({
    method: 'GET',
    path: '/v1/allocations/granted',
    summary: 'What my body granted to the person whom it knows by a reference',
    who: 'funder',
    query: s.grantedQuery,
    answer: s.granted,
    handle: ({ context, actor, query }) => allocationsGrantedTo(context, actor, query.personRef),
  }),
  route({
    method: 'GET',
    path: '/v1/allocations/{id}/statement',
    summary: 'Every event of an allocation, with the balance after it',
    who: 'signed-in',
    relation: 'the person it was granted to; the funder who granted it',
    scope: 'see',
    params: s.allocationParams,
    query: s.statementQuery,
    answer: s.statement,
    handle: ({ context, actor, params, query }) => statement(context, actor, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/v1/allocations/{id}/reductions',
    summary: 'Reduce an allocation from a day at least 28 days ahead, with a reason; what is held is never touched',
    who: 'funder',
    relation: 'the funder who granted it',
    params: s.allocationParams,
    body: s.reduction,
    answer: s.reduced,
    status: 201,
    codes: ['too-soon', 'too-much', 'allocation-ended'],
    handle: ({ context, params, body, actor, meta }) => announceReduction(context, actor, meta, params.id, body),
  }),
];
