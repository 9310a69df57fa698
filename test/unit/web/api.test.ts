// The client's calls: the request made of a route's name and input, and what the compiler refuses (`tsc -p web` checks it).
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Answer, Api, CommandName, Inputs, ReadName, RouteName } from '../../../web/src/api/api.ts';
import { requestTo } from '../../../web/src/api/request.ts';

describe('a request', () => {
  test('has its parameters in the path, encoded', () => {
    expect(requestTo('GET /v1/pools/{id}/proposals/{pid}', { params: { id: 'a/b', pid: 'c d' } })).toEqual({
      method: 'GET',
      path: '/v1/pools/a%2Fb/proposals/c%20d',
    });
  });

  test('has in its query only what was given', () => {
    const { path } = requestTo('GET /v1/offers', { query: { near: 'RM10 9XX', withinKm: 1.61, q: undefined } });
    expect(path).toBe('/v1/offers?near=RM10+9XX&withinKm=1.61');
    expect(requestTo('GET /v1/offers', { query: {} }).path).toBe('/v1/offers');
    expect(requestTo('GET /v1/offers', {}).path).toBe('/v1/offers');
  });

  test('carries its body as it is, a file as text', () => {
    expect(requestTo('PUT /v1/commissions/{id}/limit', { params: { id: 'x' }, body: { upToPence: 500 } })).toEqual({
      method: 'PUT',
      path: '/v1/commissions/x/limit',
      body: { upToPence: 500 },
    });
    expect(requestTo('POST /v1/allocations/imports', { body: 'a,b\n1,2' }).body).toBe('a,b\n1,2');
  });
});

describe('the types of a route', () => {
  test('are those of its description', () => {
    expectTypeOf<Api['GET /v1/pools/{id}']['params']>().toEqualTypeOf<{ readonly id: string | number }>();
    expectTypeOf<Answer<'GET /v1/pools'>['items'][number]['freePence']>().toEqualTypeOf<number>();
    expectTypeOf<Answer<'POST /v1/pools'>>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Answer<'DELETE /v1/offers/{id}'>>().toEqualTypeOf<undefined>();
    expectTypeOf<Api['POST /v1/allocations/imports']['body']>().toEqualTypeOf<string>();
    expectTypeOf<ReadName>().extract<'GET /v1/me'>().toEqualTypeOf<'GET /v1/me'>();
    expectTypeOf<CommandName>().extract<`GET ${string}`>().toBeNever();
  });

  test('refuse what the API would refuse', () => {
    // @ts-expect-error no such route
    const name: RouteName = 'GET /v1/pool/{id}';
    // @ts-expect-error no such method on this path
    const method: RouteName = 'DELETE /v1/pools/{id}';
    // @ts-expect-error the parameter is `id`
    const params: Inputs['GET /v1/pools/{id}'] = { params: { poolId: 'x' } };
    // @ts-expect-error the parameters are missing
    const none: Inputs['GET /v1/pools/{id}'] = {};
    // @ts-expect-error `n` is missing
    const session: Inputs['POST /v1/commissions/{id}/sessions/{n}/delivery'] = { params: { id: 'x' }, body: {} };
    // @ts-expect-error the body is missing
    const body: Inputs['POST /v1/pools/{id}/departure'] = { params: { id: 'x' } };
    // @ts-expect-error `drink` is no choice
    const vote: Api['PUT /v1/pools/{id}/proposals/{pid}/vote']['body'] = { choice: 'drink', joining: true };
    // @ts-expect-error amounts are numbers of pence
    const pence: Api['POST /v1/pools/{id}/contributions']['body'] = { allocationId: 'x', amountPence: '12' };
    // @ts-expect-error a field that the route does not take
    const more: Api['POST /v1/pools/{id}/contributions']['body'] = { allocationId: 'x', amountPence: 1, note: '' };
    // @ts-expect-error this route takes no query
    const query: Inputs['GET /v1/pools/{id}'] = { params: { id: 'x' }, query: { limit: 1 } };
    // @ts-expect-error the query is needed
    const noQuery: Inputs['GET /v1/allocations/granted'] = {};
    // @ts-expect-error `limit` is a number
    const text: Inputs['GET /v1/pools/{id}/history'] = { params: { id: 'x' }, query: { limit: 'ten' } };
    // @ts-expect-error no such kind of proposal
    const proposal: Api['POST /v1/pools/{id}/proposals']['body'] = { kind: 'sell', offerId: 'x' };
    // @ts-expect-error an answer has no such field
    type Wrong = Answer<'GET /v1/me'>['age'];
    expectTypeOf<Wrong>();
    const refused = [name, method, params, none, session, body, vote, pence, more, query, noQuery, text, proposal];
    expect(refused).toHaveLength(13);
  });
});
