// What somebody has typed to take money back: from which lot, how much, and what is wrong with it.

import { pounds } from '../../../../functions/kernel/money.ts';
import type { Pool } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { takeBackText as t } from './take-back.text.ts';

export interface TakeBackDraft {
  readonly lot: string;
  readonly amount: string;
}

export type Lots = Pool['mine']['lots'];

/** With a single lot there is nothing to choose. */
export const chosenLot = (lots: Lots, { lot }: TakeBackDraft): Lots[number] | undefined =>
  lots.length === 1 ? lots[0] : lots.find((one) => one.lot === lot);

export function mistakesIn(lots: Lots, draft: TakeBackDraft): FieldError[] {
  const chosen = chosenLot(lots, draft);
  const wrong: FieldError[] = chosen ? [] : [{ field: 'lot', message: say(t.whichError) }];
  const pence = penceOf(draft.amount);
  if (!pence) wrong.push({ field: 'amount', message: say(t.amountError) });
  else if (chosen && pence > chosen.freePence)
    wrong.push({ field: 'amount', message: say(t.tooMuchError, { sum: pounds(chosen.freePence) }) });
  return wrong;
}
