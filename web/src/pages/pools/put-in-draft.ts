// What somebody has answered about putting money in: which questions they are asked, and what is wrong with an answer.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Allocation, Pool } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { standingPence, whyNot } from './put-in.rules.ts';
import { putInText as t } from './put-in.text.ts';

export interface PutInDraft {
  /** The id of an allocation. */
  readonly from: string;
  readonly amount: string;
  /** `once` or `standing`. */
  readonly often: string;
}

export const EMPTY: PutInDraft = { from: '', amount: '', often: '' };

export type Question = 'which' | 'how-much' | 'how-often';

export interface Choices {
  readonly pool: Pick<Pool, 'id' | 'outcomes'>;
  readonly allocations: readonly Allocation[];
}

export const possibleIn = ({ pool, allocations }: Choices): Allocation[] =>
  allocations.filter((one) => whyNot(one, pool) === undefined);

/** When only one is possible, it is chosen already. */
export function chosenFrom(choices: Choices, { from }: PutInDraft): Allocation | undefined {
  const possible = possibleIn(choices);
  return possible.length === 1 && from === '' ? possible[0] : possible.find(({ id }) => id === from);
}

/** With a single allocation, which is put in from, there is nothing to choose and nothing to explain. */
const isPlain = ({ pool, allocations }: Choices): boolean => {
  const [only, ...others] = allocations;
  return only !== undefined && others.length === 0 && !whyNot(only, pool) && standingPence(only, pool.id) === 0;
};

const mayRepeat = (allocation: Allocation | undefined, poolId: string): boolean =>
  allocation !== undefined && allocation.instalment !== 'once' && standingPence(allocation, poolId) === 0;

export const questionsFor = (choices: Choices, draft: PutInDraft): Question[] => [
  ...(isPlain(choices) ? [] : (['which'] as const)),
  'how-much',
  ...(mayRepeat(chosenFrom(choices, draft), choices.pool.id) ? (['how-often'] as const) : []),
];

export const isStanding = (choices: Choices, draft: PutInDraft): boolean =>
  questionsFor(choices, draft).includes('how-often') && draft.often === 'standing';

export function mistakesIn(choices: Choices, draft: PutInDraft, question: Question): FieldError[] {
  const chosen = chosenFrom(choices, draft);
  switch (question) {
    case 'which':
      return chosen ? [] : [{ field: 'from', message: say(t.whichError) }];
    case 'how-much': {
      const pence = penceOf(draft.amount);
      const available = chosen?.availablePence ?? 0;
      if (!pence) return [{ field: 'amount', message: say(t.amountError) }];
      return pence > available ? [{ field: 'amount', message: say(t.tooMuchError, { sum: pounds(available) }) }] : [];
    }
    case 'how-often':
      return draft.often === '' ? [{ field: 'often', message: say(t.howOftenError) }] : [];
  }
}
