// /v1/pools/{id}/proposals: propose, vote, withdraw.
import { requestOf } from '../platform/request.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import { poolParams } from '../pools/pools.schema.ts';
import { propose, seeProposal, vote, withdrawProposal, withdrawVote } from './proposals.actions.ts';
import * as s from './proposals.schema.ts';

const route = routes<World>();
const MEMBER = 'a member of the pool';

export const proposalRoutes = [
  route({
    method: 'POST',
    path: '/v1/pools/{id}/proposals',
    summary: 'Propose to buy sessions of an offer, to cancel a commission, or a new agreement',
    who: 'signed-in',
    relation: MEMBER,
    scope: 'vote',
    params: poolParams,
    body: s.newProposal,
    answer: s.proposed,
    status: 201,
    codes: [
      'no-such-offer',
      'no-such-commission',
      'starts-in-the-past',
      'too-many-proposals',
      'too-many-commissions',
      'commission-over',
      'full',
    ],
    handle: ({ world, params, body, ...call }) => propose(world, call.actor, requestOf(call), params.id, body),
  }),
  route({
    method: 'GET',
    path: '/v1/pools/{id}/proposals/{pid}',
    summary: 'A proposal with its note and people’s reasons',
    who: 'signed-in',
    relation: MEMBER,
    scope: 'see',
    params: s.proposalParams,
    answer: s.proposalPage,
    handle: ({ world, actor, params }) => seeProposal(world, actor, params.id, params.pid),
  }),
  route({
    method: 'PUT',
    path: '/v1/pools/{id}/proposals/{pid}/vote',
    summary: 'Vote, or change my vote; the vote that meets the rule makes the order and holds the money',
    who: 'signed-in',
    relation: 'a member of the pool since before it was proposed',
    scope: 'vote',
    params: s.proposalParams,
    body: s.vote,
    answer: s.voted,
    codes: ['not-an-elector', 'already-decided', 'own-enterprise', 'no-places-left', 'full'],
    handle: ({ world, params, body, ...call }) => vote(world, call.actor, requestOf(call), params.id, params.pid, body),
  }),
  route({
    method: 'POST',
    path: '/v1/pools/{id}/proposals/{pid}/vote/withdrawal',
    summary: 'Take my vote back, for instance one that a supporter gave for me',
    who: 'signed-in',
    relation: MEMBER,
    scope: 'vote',
    params: s.proposalParams,
    body: s.nothing,
    status: 204,
    codes: ['already-decided', 'not-voted'],
    handle: ({ world, params, ...call }) => withdrawVote(world, call.actor, requestOf(call), params.id, params.pid),
  }),
  route({
    method: 'POST',
    path: '/v1/pools/{id}/proposals/{pid}/withdrawal',
    summary: 'Withdraw my own proposal before it is decided',
    who: 'signed-in',
    relation: 'the member who proposed it',
    scope: 'vote',
    params: s.proposalParams,
    body: s.nothing,
    status: 204,
    codes: ['already-decided', 'not-the-proposer'],
    handle: ({ world, params, ...call }) => withdrawProposal(world, call.actor, requestOf(call), params.id, params.pid),
  }),
];
