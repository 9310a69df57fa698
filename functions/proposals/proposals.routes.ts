// /v1/pools/{id}/proposals: propose, vote, withdraw.

import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { poolParams } from '../pools/pools.schema.ts';
import { propose, seeProposal, vote, withdrawProposal, withdrawVote } from './proposals.actions.ts';
import * as s from './proposals.schema.ts';

const route = routes<AppContext>();
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
      'own-enterprise',
      'full',
    ],
    handle: ({ context, params, body, actor, meta }) => propose(context, actor, meta, params.id, body),
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
    handle: ({ context, actor, params }) => seeProposal(context, actor, params.id, params.pid),
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
    codes: ['not-an-elector', 'already-decided', 'own-enterprise', 'no-places-left'],
    handle: ({ context, params, body, actor, meta }) => vote(context, actor, meta, params.id, params.pid, body),
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
    handle: ({ context, params, actor, meta }) => withdrawVote(context, actor, meta, params.id, params.pid),
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
    handle: ({ context, params, actor, meta }) => withdrawProposal(context, actor, meta, params.id, params.pid),
  }),
];
