// /v1/offers: what enterprises offer, and the search that is open to all.

import {
  offerAnswer,
  offerBody,
  offerMade,
  offerParams,
  offerQuery,
  offersAnswer,
} from '../catalogue/catalogue.schema.ts';
import { enterpriseParams } from '../enterprises/enterprises.schema.ts';
import type { AppContext } from '../platform/app-context.ts';
import { routes } from '../platform/route.ts';
import { changeOwnOffer, findOffers, listOffer, seeOffer, withdrawOwnOffer } from './offers.actions.ts';

const route = routes<AppContext>();

export const offerRoutes = [
  route({
    method: 'GET',
    path: '/v1/offers',
    summary: 'Search offers: near a postcode or place, by category, words and price; the nearest first',
    who: 'anyone',
    query: offerQuery,
    answer: offersAnswer,
    handle: ({ context, actor, query }) => findOffers(context, actor, query),
  }),
  route({
    method: 'GET',
    path: '/v1/offers/{id}',
    summary: 'One offer; when it is withdrawn, only for those who run the enterprise',
    who: 'anyone',
    params: offerParams,
    answer: offerAnswer,
    handle: ({ context, actor, params }) => seeOffer(context, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/v1/enterprises/{id}/offers',
    summary: 'List an offer of an enterprise that I run',
    who: 'signed-in',
    relation: 'the enterprise’s owners',
    params: enterpriseParams,
    body: offerBody,
    answer: offerMade,
    status: 201,
    handle: ({ context, actor, params, body, meta }) => listOffer(context, actor, params.id, body, meta),
  }),
  route({
    method: 'PUT',
    path: '/v1/offers/{id}',
    summary: 'Change an offer; what is left out is removed. Commissions that are agreed keep their own terms',
    who: 'signed-in',
    relation: 'the enterprise’s owners',
    params: offerParams,
    body: offerBody,
    status: 204,
    codes: ['offer-withdrawn'],
    handle: ({ context, actor, params, body, meta }) => changeOwnOffer(context, actor, params.id, body, meta),
  }),
  route({
    method: 'DELETE',
    path: '/v1/offers/{id}',
    summary: 'Withdraw an offer; commissions that are agreed go on',
    who: 'signed-in',
    relation: 'the enterprise’s owners',
    params: offerParams,
    status: 204,
    handle: ({ context, actor, params }) => withdrawOwnOffer(context, actor, params.id),
  }),
];
