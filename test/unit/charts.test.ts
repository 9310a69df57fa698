// The drawn state charts are the same as those that the simulation checks after every event.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COURSES, MOVES } from '../simulation/promises.ts';

const chart = (moves: Readonly<Record<string, readonly string[]>>, first: string): string => {
  const name = (status: string): string => status.replaceAll('-', '_');
  const arrows = Object.entries(moves).flatMap(([from, all]) => all.map((to) => `  ${name(from)} --> ${name(to)}`));
  const ends = Object.entries(moves).flatMap(([from, all]) => (all.length === 0 ? [`  ${name(from)} --> [*]`] : []));
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${name(first)}`, ...arrows, ...ends, '```'].join('\n');
};

test('the charts show every move that a session and a commission may make, and no other', () => {
  const drawn = readFileSync(new URL('../../functions/commissions/states.md', import.meta.url), 'utf8');
  expect(drawn).toContain(chart(MOVES, 'planned'));
  expect(drawn).toContain(chart(COURSES, 'requested'));
});
