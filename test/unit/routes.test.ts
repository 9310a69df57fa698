// The first route that fits a request answers it, so no route may stand behind one that fits all its requests.
import { expect, test } from 'vitest';
import { apiRoutes } from '../../functions/entry/api.routes.ts';

interface Address {
  readonly method: string;
  readonly path: string;
}

/** Whether the earlier route would answer requests that are meant for the later one. */
function hides(earlier: Address, later: Address): boolean {
  const [one, other] = [earlier.path.split('/'), later.path.split('/')];
  const fits = one.every((part, i) => part === other[i] || part.startsWith('{'));
  return earlier.method === later.method && one.length === other.length && fits;
}

const hiddenAmong = (routes: readonly Address[]): string[] =>
  routes.flatMap((later, i) =>
    routes.slice(0, i).flatMap((earlier) => (hides(earlier, later) ? [`${later.path} is behind ${earlier.path}`] : [])),
  );

test('no route of the API hides a later one', () => {
  expect(apiRoutes.length).toBeGreaterThan(50);
  expect(hiddenAmong(apiRoutes)).toEqual([]);
});

test('a parameter hides a fixed word that comes after it, and only then', () => {
  const [fixed, open] = [
    { method: 'GET', path: '/v1/pools/{id}/members/count' },
    { method: 'GET', path: '/v1/pools/{id}/members/{personId}' },
  ];
  expect(hiddenAmong([open, fixed])).toEqual([`${fixed.path} is behind ${open.path}`]);
  expect(hiddenAmong([fixed, open])).toEqual([]);
  expect(hiddenAmong([open, { ...fixed, method: 'PUT' }])).toEqual([]);
});
