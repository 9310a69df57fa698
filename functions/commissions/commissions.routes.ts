// /v1/commissions and an enterprise's work and earnings.
import * as z from 'zod/mini';
import { id } from '../kernel/fields.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import {
  answerRequest,
  cancelSessions,
  changeAttendance,
  changeLimit,
  reportOnSession,
  resolveDispute,
} from './commissions.actions.ts';
import * as s from './commissions.schema.ts';
import { seeCommission } from './see-commission.actions.ts';
import { earningsOf, listCommissionsOf } from './work.actions.ts';

const route = routes<AppContext>();
const ENTERPRISE = 'somebody who runs the enterprise';
const PARTICIPANT = 'somebody who takes part';
const after = z.pick(s.commission, { id: true, status: true, sessions: true });
const enterpriseParams = z.object({ id });

const answering = (verb: 'acceptance' | 'refusal', summary: string) =>
  route({
    method: 'POST',
    path: `/v1/commissions/{id}/${verb}`,
    summary,
    who: 'signed-in',
    relation: ENTERPRISE,
    params: s.commissionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['already-answered', 'commission-over'],
    handle: ({ context, params, body, actor, meta }) =>
      answerRequest(context, actor, meta, params.id, verb === 'acceptance' ? 'accept' : 'refuse', body.reason),
  });

export const commissionRoutes = [
  route({
    method: 'GET',
    path: '/v1/commissions/{id}',
    summary: 'A commission and its sessions',
    who: 'signed-in',
    relation: `a member of its pool; ${ENTERPRISE}; a broker of the place; a funder whose money is in it`,
    scope: 'see',
    params: s.commissionParams,
    answer: s.commission,
    handle: ({ context, actor, params }) => seeCommission(context, actor, params.id),
  }),
  answering('acceptance', 'Accept what a pool has asked for'),
  answering('refusal', 'Refuse what a pool has asked for: all its money goes back'),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/cancellation',
    summary: 'Cancel all sessions that have not been delivered: their money goes back',
    who: 'signed-in',
    relation: ENTERPRISE,
    params: s.commissionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['commission-over'],
    handle: ({ context, params, body, actor, meta }) =>
      cancelSessions(context, actor, meta, params.id, undefined, body.reason),
  }),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/sessions/{n}/cancellation',
    summary: 'Cancel one session that has not been delivered: its money goes back',
    who: 'signed-in',
    relation: ENTERPRISE,
    params: s.sessionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['commission-over', 'session-over'],
    handle: ({ context, params, body, actor, meta }) =>
      cancelSessions(context, actor, meta, params.id, params.n, body.reason),
  }),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/sessions/{n}/delivery',
    summary: 'Say that a session took place',
    who: 'signed-in',
    relation: ENTERPRISE,
    params: s.sessionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['not-accepted', 'not-funded', 'not-yet', 'session-over', 'commission-over'],
    handle: ({ context, params, body, actor, meta }) =>
      reportOnSession(context, actor, meta, params.id, params.n, 'deliver', body.reason),
  }),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/sessions/{n}/confirmation',
    summary: 'Confirm that a session took place: its money goes to the enterprise',
    who: 'signed-in',
    relation: PARTICIPANT,
    scope: 'vote',
    params: s.sessionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['not-delivered', 'already-confirmed', 'session-over', 'commission-over', 'own-enterprise'],
    handle: ({ context, params, body, actor, meta }) =>
      reportOnSession(context, actor, meta, params.id, params.n, 'confirm', body.reason),
  }),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/sessions/{n}/dispute',
    summary: 'Say that something was wrong: nothing is paid until it is settled',
    who: 'signed-in',
    relation: PARTICIPANT,
    scope: 'vote',
    params: s.sessionParams,
    body: s.reasonOnly,
    answer: after,
    codes: ['not-yet', 'session-over', 'commission-over', 'own-enterprise'],
    handle: ({ context, params, body, actor, meta }) =>
      reportOnSession(context, actor, meta, params.id, params.n, 'dispute', body.reason),
  }),
  route({
    method: 'POST',
    path: '/v1/commissions/{id}/sessions/{n}/resolution',
    summary: 'Name what should be paid: it is settled when both sides name the same, or a broker or funder decides',
    who: 'signed-in',
    relation: `${PARTICIPANT}; ${ENTERPRISE}; a broker of the place; a funder whose money is in it`,
    scope: 'vote',
    params: s.sessionParams,
    body: s.resolution,
    answer: after,
    codes: ['not-disputed', 'more-than-price', 'commission-over', 'own-enterprise'],
    handle: ({ context, params, body, actor, meta }) =>
      resolveDispute(context, actor, meta, params.id, params.n, body.payPence, body.reason),
  }),
  route({
    method: 'PUT',
    path: '/v1/commissions/{id}/limit',
    summary: 'Change the most that I pay for one session from now on',
    who: 'signed-in',
    relation: PARTICIPANT,
    scope: 'pay',
    params: s.commissionParams,
    body: s.limit,
    answer: after,
    codes: ['commission-over'],
    handle: ({ context, params, body, actor, meta }) => changeLimit(context, actor, meta, params.id, body.upToPence),
  }),
  route({
    method: 'PUT',
    path: '/v1/commissions/{id}/sessions/{n}/attendance',
    summary:
      'Say that I cannot come to one session, or can after all; in time and where the agreement says so, it costs me nothing',
    who: 'signed-in',
    relation: PARTICIPANT,
    scope: 'vote',
    params: s.sessionParams,
    body: s.attendance,
    answer: after,
    codes: [
      'absence-is-paid',
      'too-late-for-absence',
      'others-would-not-cover',
      'still-leaving',
      'session-over',
      'commission-over',
    ],
    handle: ({ context, params, body, actor, meta }) =>
      changeAttendance(context, actor, meta, params.id, params.n, body.coming),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises/{id}/commissions',
    summary: 'What the enterprise has been asked to do and has done; up to 5 seconds late',
    who: 'signed-in',
    relation: ENTERPRISE,
    params: enterpriseParams,
    answer: s.commissionList,
    handle: ({ context, actor, params }) => listCommissionsOf(context, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/v1/enterprises/{id}/earnings',
    summary: 'What the enterprise has earned, been paid and is still to be paid; up to 5 seconds late',
    who: 'signed-in',
    relation: ENTERPRISE,
    params: enterpriseParams,
    answer: s.earnings,
    handle: ({ context, actor, params }) => earningsOf(context, actor, params.id),
  }),
];
