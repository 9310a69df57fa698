// The state of the form that reduces an allocation; one form at a time on the page.
import { useState } from 'preact/hooks';
import { addDays } from '../../../../functions/kernel/clock.ts';
import { pounds } from '../../../../functions/kernel/money.ts';
import { today } from '../../api/clock.ts';
import { type CommandState, useCommand } from '../../api/command.ts';
import type { GrantedAllocation } from '../../api/types.ts';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { dayInYear, penceOf } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { dayTyped, NO_DATE, type TypedDate } from '../../text/typed-date.ts';
import { findGrantedText as t } from './find-granted.text.ts';

interface ReductionForm {
  readonly amount: string;
  readonly from: TypedDate;
  readonly reason: string;
}

const EMPTY_FORM: ReductionForm = { amount: '', from: NO_DATE, reason: '' };
const NOTICE_DAYS = 28;
const MAX_REASON = 500;

export const firstDay = (): string => addDays(today(), NOTICE_DAYS);

const mostPence = ({ grantedPence, reductions }: GrantedAllocation): number =>
  grantedPence - reductions.reduce((sum, { pence }) => sum + pence, 0);

function amountError(typed: string, allocation: GrantedAllocation): string | undefined {
  const pence = penceOf(typed);
  if (pence === undefined || pence === 0) return say(t.amountWrong);
  return pence > mostPence(allocation) ? say(t.amountTooMuch, { most: pounds(mostPence(allocation)) }) : undefined;
}

function fromError(typed: TypedDate, allocation: GrantedAllocation): string | undefined {
  const day = dayTyped(typed);
  if (day === undefined) return say(t.fromWrong, { example: dayInYear(firstDay()) });
  if (day < firstDay()) return say(t.fromTooSoon, { first: dayInYear(firstDay()) });
  return day > allocation.endsOn ? say(t.fromTooLate, { last: dayInYear(allocation.endsOn) }) : undefined;
}

function reasonError(reason: string): string | undefined {
  if (reason.trim() === '') return say(t.reasonMissing);
  return reason.trim().length > MAX_REASON ? say(t.reasonLong) : undefined;
}

function errorsIn({ amount, from, reason }: ReductionForm, allocation: GrantedAllocation): FieldError[] {
  const found = {
    amount: amountError(amount, allocation),
    from: fromError(from, allocation),
    reason: reasonError(reason),
  };
  return Object.entries(found).flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]));
}

export interface Reducing {
  readonly command: CommandState;
  readonly errors: readonly FieldError[];
  /** Also of the search field, which is on the same page. */
  setErrors(errors: readonly FieldError[]): void;
  readonly allocation: GrantedAllocation | undefined;
  choose(allocation: GrantedAllocation | undefined): void;
  readonly typed: ReductionForm;
  type(changes: Partial<ReductionForm>): void;
  send(): void;
  /** How many were reduced; a change means that the list must be read again. */
  readonly count: number;
}

export function useReducing(): Reducing {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [allocation, setAllocation] = useState<GrantedAllocation | undefined>();
  const [typed, setTyped] = useState(EMPTY_FORM);
  const [count, setCount] = useState(0);
  const command = useCommand('POST /v1/allocations/{id}/reductions', 'reduce allocation', () => {
    showOnNextPage(say(t.done));
    setCount((before) => before + 1);
    setAllocation(undefined);
    setTyped(EMPTY_FORM);
  });
  return {
    command,
    errors,
    setErrors,
    allocation,
    choose(next) {
      setErrors([]);
      setTyped(EMPTY_FORM);
      setAllocation(next);
    },
    typed,
    type: (changes) => setTyped({ ...typed, ...changes }),
    send() {
      if (!allocation) return;
      const found = errorsIn(typed, allocation);
      setErrors(found);
      const amountPence = penceOf(typed.amount);
      const from = dayTyped(typed.from);
      if (found.length > 0 || amountPence === undefined || from === undefined) return;
      const body = { amountPence, from, reason: typed.reason.trim() };
      command.send({ params: { id: allocation.id }, body });
    },
    count,
  };
}
