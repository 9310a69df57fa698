// /v1/enterprises: micro-enterprises and who they are.
import { ok } from '../kernel/result.ts';
import { routes } from '../platform/route.ts';
import type { World } from '../platform/world.ts';
import { changeMine, listMine, lookAt, register } from './enterprises.actions.ts';
import {
  enterpriseAnswer,
  enterpriseBody,
  enterpriseMade,
  enterpriseParams,
  enterprisesAnswer,
} from './enterprises.schema.ts';

const route = routes<World>();

export const enterpriseRoutes = [
  route({
    method: 'POST',
    path: '/v1/enterprises',
    summary: 'Register a micro-enterprise that I run; a person may run several',
    who: 'signed-in',
    body: enterpriseBody,
    answer: enterpriseMade,
    status: 201,
    handle: ({ world, actor, body, op, bodyHash }) => register(world, actor, body, { op, bodyHash }),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises',
    summary: 'The enterprises that I run',
    who: 'signed-in',
    answer: enterprisesAnswer,
    handle: async ({ world, actor }) => ok(await listMine(world, actor)),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises/{id}',
    summary: 'One enterprise and what it offers',
    who: 'signed-in',
    params: enterpriseParams,
    answer: enterpriseAnswer,
    handle: ({ world, actor, params }) => lookAt(world, actor, params.id),
  }),
  route({
    method: 'PUT',
    path: '/v1/enterprises/{id}',
    summary: 'Change what an enterprise says of itself; what is left out is removed',
    who: 'signed-in',
    relation: 'its owners',
    params: enterpriseParams,
    body: enterpriseBody,
    status: 204,
    handle: ({ world, actor, params, body, op, bodyHash }) =>
      changeMine(world, actor, params.id, body, { op, bodyHash }),
  }),
];
