// /v1/me: who is signed in, how they are notified, and the supporters who may act for them.
import { ok } from '../kernel/result.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { changeContact, getMyContact, grantSupport, mySupporters, revokeSupport, whoAmI } from './people.actions.ts';
import { contact, me, myContact, supporter, supporterParams, supporters } from './people.schema.ts';

const route = routes<AppContext>();

export const peopleRoutes = [
  route({
    method: 'GET',
    path: '/v1/me',
    summary: 'Who is signed in, and whom they may act for',
    who: 'signed-in',
    answer: me,
    handle: async ({ context, actor }) => ok(await whoAmI(context, actor)),
  }),
  route({
    method: 'GET',
    path: '/v1/me/contact',
    summary: 'How I am told of things: by email, each at once, unless I chose otherwise',
    who: 'signed-in',
    answer: myContact,
    handle: ({ context, actor }) => getMyContact(context, actor),
  }),
  route({
    method: 'PUT',
    path: '/v1/me/contact',
    summary: 'Choose how I am told of things; digest: all of a day in one message',
    who: 'signed-in',
    body: contact,
    status: 204,
    handle: ({ context, actor, body, meta }) => changeContact(context, actor, body, meta),
  }),
  route({
    method: 'GET',
    path: '/v1/me/supporters',
    summary: 'Who may act for me now',
    who: 'signed-in',
    answer: supporters,
    handle: async ({ context, actor }) => ok(await mySupporters(context, actor)),
  }),
  route({
    method: 'PUT',
    path: '/v1/me/supporters/{personId}',
    summary: 'Let a supporter see, vote or pay for me; replaces what they were granted before',
    who: 'signed-in',
    params: supporterParams,
    body: supporter,
    status: 204,
    codes: ['own-supporter'],
    handle: ({ context, actor, params, body, meta }) => grantSupport(context, actor, params.personId, body, meta),
  }),
  route({
    method: 'DELETE',
    path: '/v1/me/supporters/{personId}',
    summary: 'Take a supporter’s grant back, at once',
    who: 'signed-in',
    params: supporterParams,
    status: 204,
    handle: ({ context, actor, params }) => revokeSupport(context, actor, params.personId),
  }),
];
