// The OpenAPI document is valid, complete, and holds the core on which clients may rely (functions/README.md, “The API”).
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { allRoutes } from '../../functions/entry/all.ts';
import { docsApp } from '../../infra/local/docs.ts';
import { codesOf, openApiDocument, operationIdOf } from '../../infra/openapi.ts';

/** Every operation of that core, names of parameters left open. */
const CORE = [
  'GET /v1/health',
  'GET /v1/me',
  'POST /v1/allocations/imports',
  'GET /v1/allocations',
  'GET /v1/allocations/{}/statement',
  'PUT /v1/me/supporters/{}',
  'DELETE /v1/me/supporters/{}',
  'POST /v1/pools',
  'GET /v1/pools',
  'GET /v1/pools/{}',
  'POST /v1/pools/{}/invitations',
  'POST /v1/invitations/{}/acceptance',
  'POST /v1/pools/{}/contributions',
  'POST /v1/pools/{}/proposals',
  'PUT /v1/pools/{}/proposals/{}/vote',
  'GET /v1/pools/{}/history',
  'POST /v1/pools/{}/departure',
  'POST /v1/enterprises',
  'GET /v1/enterprises/{}',
  'GET /v1/enterprises/{}/earnings',
  'POST /v1/enterprises/{}/offers',
  'GET /v1/offers',
  'GET /v1/commissions/{}',
  'POST /v1/commissions/{}/acceptance',
  'POST /v1/commissions/{}/refusal',
  'POST /v1/commissions/{}/cancellation',
  'POST /v1/commissions/{}/sessions/{}/delivery',
  'POST /v1/commissions/{}/sessions/{}/confirmation',
  'POST /v1/commissions/{}/sessions/{}/dispute',
  'POST /v1/commissions/{}/sessions/{}/resolution',
  'GET /v1/journals/pools/{}/audit',
];

/** What is not built yet. */
const notYet: readonly string[] = [];

const named = (route: { method: string; path: string }) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`;

const operation = z.looseObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  tags: z.tuple([z.string()]),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(
    z.looseObject({ name: z.string().optional(), in: z.string().optional(), $ref: z.string().optional() }),
  ),
  requestBody: z.unknown().optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string(), content: z.record(z.string(), z.unknown()).optional() }),
  ),
  'x-who': z.enum(['anyone', 'signed-in', 'holder', 'enterprise', 'broker', 'funder']),
});
const paths = z.record(z.string(), z.record(z.string(), operation)).parse(openApiDocument().paths);
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, found]) => ({ path, method: method.toUpperCase(), ...found })),
);

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(openApiDocument()) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect(validator.version).toBe('3.1');
    // Throws when a reference has no target.
    validator.resolveRefs();
  });

  test('holds every route, once', () => {
    expect(operations.map(named).sort()).toEqual(allRoutes.map(named).sort());
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(allRoutes.length);
  });

  test.each(operations)('$method $path says what it does, what it answers and who may call it', (found) => {
    const success = Object.keys(found.responses).filter((status) => status.startsWith('2'));
    expect(success).toHaveLength(1);
    if (success[0] !== '204')
      expect(found.responses[success[0] ?? '']?.content).toHaveProperty('application/json.schema');
    for (const [status, answer] of Object.entries(found.responses))
      if (!status.startsWith('2')) expect(answer.content).toHaveProperty(['application/problem+json']);
    expect(found.security).toEqual(found['x-who'] === 'anyone' ? [] : undefined);
    const inPath = found.parameters.flatMap((one) => (one.in === 'path' ? [one.name] : []));
    expect(inPath).toEqual([...found.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    const takesKey = found.parameters.some((one) => one.$ref === '#/components/parameters/IdempotencyKey');
    expect(takesKey).toBe(found.method === 'POST' || found.method === 'PUT');
  });

  test('says what a refusal says besides', () => {
    for (const name of ['POST /v1/invitations/{}/acceptance', 'POST /v1/pools/{}/agreement/signatures']) {
      const found = operations.find((one) => named(one) === name);
      expect(JSON.stringify(found?.responses[409])).toMatch(/"agreementVersion":\{"type":"integer".*"agreement":\{/);
    }
  });

  test('holds the core that callers may rely on, but for what is marked as not yet built', () => {
    const there = new Set(allRoutes.map(named));
    expect(CORE.filter((one) => !there.has(one) && !notYet.includes(one))).toEqual([]);
    expect(notYet.filter((one) => there.has(one) || !CORE.includes(one))).toEqual([]);
  });

  test('is the same bytes each time', () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(openApiDocument()));
  });

  test('names operations readably and lists the refusals that come from the description', () => {
    expect(operationIdOf({ method: 'GET', path: '/v1/pools/{id}/history' })).toBe('getPoolsByIdHistory');
    const open = { method: 'GET', path: '/v1/x', summary: 's', who: 'anyone', status: 200, codes: [] } as const;
    expect(codesOf(open)).toEqual(['went-wrong', 'busy', 'being-updated']);
    expect(codesOf({ ...open, method: 'POST', who: 'funder', body: z.string(), contentType: 'text/csv' })).toEqual(
      expect.arrayContaining(['wrong-type', 'too-large', 'bad-input', 'key-missing', 'not-signed-in', 'not-found']),
    );
  });
});

describe('the docs', () => {
  const app = docsApp();

  test.each([
    ['/openapi.json', 'application/json', '"openapi":"3.1'],
    ['/docs', 'text/html', '<script src="/docs/start.js">'],
    ['/docs/start.js', 'text/javascript', '/openapi.json'],
    ['/docs/swagger-ui.css', 'text/css', '.swagger-ui'],
    ['/docs/swagger-ui-bundle.js', 'text/javascript', 'SwaggerUIBundle'],
  ])('serve %s as %s', async (path, type, part) => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(await answer.text()).toContain(part);
  });

  test('carry no inline script', async () => {
    const page = await (await app.request('/docs')).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/\son\w+=/);
  });

  test.each([
    '/docs/../package.json',
    '/docs/..%2fpackage.json',
    '/docs/%2e%2e/package.json',
    '/docs/....//package.json',
    '/docs/package.json',
    '/docs/index.js',
    '/docs//etc/passwd',
  ])('serve nothing else: %s', async (path) => {
    expect((await app.request(new Request(`http://kitty.example${path}`))).status).toBe(404);
  });
});
