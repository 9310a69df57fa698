// states.md is drawn from the tables that the rules go by, which are also those that the simulation checks on its own.
import { expect, test } from 'vitest';
import {
  COMMISSION_TRANSITIONS,
  PROPOSAL_TRANSITIONS,
  SESSION_TRANSITIONS,
} from '../../functions/pools/journal/statuses.ts';
import { EXPECTED_COMMISSION_TRANSITIONS, EXPECTED_SESSION_TRANSITIONS } from '../simulation/promises.ts';

const chart = (transitions: Readonly<Record<string, readonly string[]>>, first: string): string => {
  const name = (status: string): string => status.replaceAll('-', '_');
  const arrows = Object.entries(transitions).flatMap(([from, all]) =>
    all.map((to) => `  ${name(from)} --> ${name(to)}`),
  );
  const ends = Object.entries(transitions).flatMap(([from, all]) =>
    all.length === 0 ? [`  ${name(from)} --> [*]`] : [],
  );
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${name(first)}`, ...arrows, ...ends, '```', ''].join('\n');
};

const DRAWN = `# How a session, a commission and a proposal go on

Drawn from the tables in \`statuses.ts\` by \`npx vitest run --project quick charts -u\`; a test fails while the two differ.

A session. A held one is shown to people as planned and funded. It becomes planned again when somebody who pays for it leaves or
cannot come; it is released at once when the pool cancels it with something due.

${chart(SESSION_TRANSITIONS, 'planned')}
A commission.

${chart(COMMISSION_TRANSITIONS, 'requested')}
A proposal. It waits when the members agreed, but some who come lack money or have not agreed to what it comes to.

${chart(PROPOSAL_TRANSITIONS, 'open')}`;

test('states.md shows every transition of the rules, and no other', async () => {
  await expect(DRAWN).toMatchFileSnapshot('../../functions/pools/journal/states.md');
});

test('the simulation checks the same transitions of sessions and commissions', () => {
  const sorted = (all: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(all).map(([from, to]) => [from, [...to].sort()]));
  expect(sorted(SESSION_TRANSITIONS)).toEqual(sorted(EXPECTED_SESSION_TRANSITIONS));
  expect(sorted(COMMISSION_TRANSITIONS)).toEqual(sorted(EXPECTED_COMMISSION_TRANSITIONS));
});
