// Counting votes: against a definition of its own, in any order, and without those who have left.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHOICES, DECISION_RULES } from '../../functions/kernel/words.ts';
import { passes } from '../../functions/pools/journal/decide.ts';
import type { Choice } from '../../functions/pools/journal/pool-state.ts';
import { people, TestPool } from './test-pool.ts';

type Votes = Record<string, { choice: Choice }>;

const choice = fc.constantFrom(...CHOICES);
const rule = fc.constantFrom(...DECISION_RULES);
const quorum = fc.integer({ min: 1, max: 50 });
/** Up to nine electors, of whom some have voted. */
const ballots = fc.array(fc.option(choice, { nil: undefined }), { minLength: 1, maxLength: 9 });

const votesOf = (cast: readonly (Choice | undefined)[]): Votes =>
  Object.fromEntries(cast.flatMap((one, i) => (one ? [[`p${i}`, { choice: one }]] : [])));

/** What functions/README.md says of deciding, in its own words. */
function shouldPass(
  how: (typeof DECISION_RULES)[number],
  agreed: number,
  cast: readonly (Choice | undefined)[],
): boolean {
  const said = cast.filter((one) => one !== undefined);
  const smaller = agreed < cast.length ? agreed : cast.length;
  if (said.length < smaller) return false;
  const yes = said.filter((one) => one === 'agree').length;
  const no = said.filter((one) => one === 'disagree' || one === 'block').length;
  // Nobody is for it: then nothing is agreed, whatever the rule.
  if (yes === 0) return false;
  if (how === 'everyone') return no === 0;
  if (how === 'consent') return !said.includes('block');
  return how === 'majority' ? yes > no : yes / 2 >= no;
}

describe('the tally', () => {
  test('is what the agreement’s words say, for each of the four rules', () => {
    fc.assert(
      fc.property(rule, quorum, ballots, (how, agreed, cast) => {
        expect(passes(how, agreed, people(cast.length), votesOf(cast))).toBe(shouldPass(how, agreed, cast));
      }),
      { numRuns: 1000 },
    );
  });

  test('ignores the order of electors and of votes', () => {
    fc.assert(
      fc.property(
        rule,
        quorum,
        ballots.chain((cast) =>
          fc.tuple(
            fc.constant(cast),
            fc.shuffledSubarray(people(cast.length), { minLength: cast.length }),
            fc.shuffledSubarray(Object.entries(votesOf(cast)), { minLength: Object.keys(votesOf(cast)).length }),
          ),
        ),
        (how, agreed, [cast, electors, votes]) => {
          const straight = passes(how, agreed, people(cast.length), votesOf(cast));
          expect(passes(how, agreed, electors, Object.fromEntries(votes))).toBe(straight);
        },
      ),
    );
  });

  test('does not count the vote of anybody who is not an elector', () => {
    fc.assert(
      fc.property(rule, quorum, ballots, fc.array(choice, { maxLength: 5 }), (how, agreed, cast, others) => {
        const strangers = Object.fromEntries(others.map((one, i) => [`stranger${i}`, { choice: one }]));
        const electors = people(cast.length);
        expect(passes(how, agreed, electors, { ...votesOf(cast), ...strangers })).toBe(
          passes(how, agreed, electors, votesOf(cast)),
        );
      }),
    );
  });

  test('of nobody agrees to nothing', () => {
    fc.assert(
      fc.property(rule, quorum, (how, agreed) => {
        expect(passes(how, agreed, [], {})).toBe(false);
      }),
    );
  });
});

test('a pool decides as its rule says about those who are still there, whoever has voted and left', () => {
  const voter = fc.record({ choice: fc.option(choice, { nil: undefined }), leaves: fc.boolean() });
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: 1, max: 8 }),
      fc.array(voter, { minLength: 2, maxLength: 7 }),
      (how, agreed, all) => {
        // Somebody always stays, and does not vote, so that the deadline decides.
        const voters = [{ choice: undefined, leaves: false }, ...all];
        const pool = new TestPool(people(voters.length), { decisionRule: how, quorum: agreed });
        pool.does('p0', {
          type: 'propose',
          id: 'new',
          barred: [],
          idea: { kind: 'agreement', agreement: { ...pool.state.agreement } },
        });
        for (const [i, { choice: said }] of voters.entries())
          if (said)
            pool.does(`p${i}`, {
              type: 'vote',
              id: 'new',
              vote: { choice: said, joining: false },
              ownedEnterpriseIds: [],
            });
        for (const [i, { leaves }] of voters.entries()) if (leaves) pool.does(`p${i}`, { type: 'leave' });
        pool.wait(7);
        const staying = voters.filter(({ leaves }) => !leaves).map(({ choice: said }) => said);
        expect(pool.state.decidedProposals.new?.status).toBe(
          shouldPass(how, agreed, staying) ? 'agreed' : 'not-agreed',
        );
        expect(pool.state.decidedProposals.new?.counts.electors).toBe(staying.length);
      },
    ),
  );
});

test('votes that change count as they were last', () => {
  fc.assert(
    fc.property(
      rule,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), choice), { minLength: 1, maxLength: 12 }),
      (how, said) => {
        const pool = new TestPool(people(4), { decisionRule: how, quorum: 2 });
        pool.does('p0', {
          type: 'propose',
          id: 'new',
          barred: [],
          idea: { kind: 'agreement', agreement: { ...pool.state.agreement } },
        });
        for (const [i, one] of said)
          pool.does(`p${i}`, {
            type: 'vote',
            id: 'new',
            vote: { choice: one, joining: false },
            ownedEnterpriseIds: [],
          });
        pool.wait(7);
        const last = new Map(said);
        const cast = [undefined, last.get(1), last.get(2), last.get(3)];
        expect(pool.state.decidedProposals.new?.status).toBe(shouldPass(how, 2, cast) ? 'agreed' : 'not-agreed');
      },
    ),
  );
});
