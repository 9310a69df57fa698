// /v1/enterprises: micro-enterprises and who they are.
import { ok } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { changeOwnEnterprise, listOwnEnterprises, registerEnterprise, seeEnterprise } from './enterprises.actions.ts';
import {
  enterpriseAnswer,
  enterpriseBody,
  enterpriseMade,
  enterpriseParams,
  enterprisesAnswer,
} from './enterprises.schema.ts';

const route = routes<AppContext>();

export const enterpriseRoutes = [
  route({
    method: 'POST',
    path: '/v1/enterprises',
    summary: 'Register a micro-enterprise that I run; a person may run several',
    who: 'signed-in',
    body: enterpriseBody,
    answer: enterpriseMade,
    status: 201,
    handle: ({ context, actor, body, meta }) => registerEnterprise(context, actor, body, meta),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises',
    summary: 'The enterprises that I run',
    who: 'signed-in',
    answer: enterprisesAnswer,
    handle: async ({ context, actor }) => ok(await listOwnEnterprises(context, actor)),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises/{id}',
    summary: 'One enterprise and what it offers',
    who: 'signed-in',
    params: enterpriseParams,
    answer: enterpriseAnswer,
    handle: ({ context, actor, params }) => seeEnterprise(context, actor, params.id),
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
    handle: ({ context, actor, params, body, meta }) => changeOwnEnterprise(context, actor, params.id, body, meta),
  }),
];
