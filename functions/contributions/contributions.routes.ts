// /v1/pools/{id}/contributions, withdrawals and departure: money between a person's allocations and a pool.
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { poolParams } from '../pools/pools.schema.ts';
import { changeStanding, contribute, leavePool, pauseStanding, withdraw } from './contributions.actions.ts';
import * as s from './contributions.schema.ts';

const route = routes<AppContext>();
const MEMBER = 'a member of the pool';

export const contributionRoutes = [
  route({
    method: 'POST',
    path: '/v1/pools/{id}/contributions',
    summary: 'Put money of one of my allocations into the pool, once or with every instalment',
    who: 'holder',
    relation: `${MEMBER}, with an allocation of their own`,
    scope: 'pay',
    params: poolParams,
    body: s.newContribution,
    answer: s.contributed,
    status: 201,
    codes: [
      'not-available',
      'not-started',
      'allocation-ended',
      'no-pooling',
      'no-instalments',
      'no-shared-outcome',
      'too-many-lots',
      'pool-has-most-money',
      'full',
    ],
    handle: ({ context, params, body, actor, meta }) => contribute(context, actor, meta, params.id, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/pools/{id}/contributions/standing',
    summary: 'Change what I put in with every instalment; 0 stops it',
    who: 'holder',
    relation: 'whoever set it up',
    scope: 'pay',
    params: poolParams,
    body: s.standing,
    status: 204,
    codes: ['nothing-standing'],
    handle: ({ context, params, body, actor, meta }) => changeStanding(context, actor, meta, params.id, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/pools/{id}/contributions/standing/pause',
    summary: 'Pause all that I put into this pool with every instalment, or resume it',
    who: 'holder',
    relation: MEMBER,
    scope: 'pay',
    params: poolParams,
    body: s.standingPause,
    status: 204,
    codes: ['already-paused', 'not-paused', 'full'],
    handle: ({ context, params, body, actor, meta }) => pauseStanding(context, actor, meta, params.id, body.paused),
  }),
  route({
    method: 'POST',
    path: '/v1/pools/{id}/withdrawals',
    summary: 'Take some of my own free money back to my allocation',
    who: 'holder',
    relation: `${MEMBER}, with a lot of their own`,
    scope: 'pay',
    params: poolParams,
    body: s.withdrawal,
    answer: s.contributed,
    status: 201,
    codes: ['not-available'],
    handle: ({ context, params, body, actor, meta }) => withdraw(context, actor, meta, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/v1/pools/{id}/departure',
    summary: 'Leave the pool: free money goes back to its allocation now, held money stays until the notice ends',
    who: 'signed-in',
    relation: MEMBER,
    scope: 'pay',
    params: poolParams,
    body: s.departure,
    answer: s.departed,
    handle: ({ context, params, actor, meta }) => leavePool(context, actor, meta, params.id),
  }),
];
