// API Gateway requires a token for the routes that need one, and only for those; each request reaches the Lambda that serves it.
import { expect, test } from 'vitest';
import { importRoutes } from '../../functions/allocations/import.routes.ts';
import { apiRoutes } from '../../functions/entry/api.routes.ts';
import { IMPORT_ROUTES, OPEN_ROUTES } from '../../infra/aws/routes.ts';

test('the routes that API Gateway opens are those that are open to anyone, and are for reading', () => {
  const open = apiRoutes.filter(({ who }) => who === 'anyone');
  expect(open.map(({ path }) => path).sort()).toEqual([...OPEN_ROUTES].sort());
  expect(new Set(open.map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('every import, and nothing else, goes to the Lambda for imports, signed in', () => {
  expect(importRoutes.map(({ path }) => path)).toEqual([...IMPORT_ROUTES]);
  expect(importRoutes.filter(({ method, who }) => method !== 'POST' || who === 'anyone')).toEqual([]);
});
