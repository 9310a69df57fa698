// The answers of somebody who makes a proposal, as typed, and the plan that they make. Pure.

import { addDays } from '../../../../functions/kernel/clock.ts';
import { MAX_SESSIONS } from '../../../../functions/kernel/words.ts';
import { dayTyped, NO_DATE, type TypedDate } from '../../text/typed-date.ts';

export interface ProposalDraft {
  readonly sessions: string;
  readonly day: TypedDate;
  readonly time: string;
  /** Days from one session to the next, or `other`. */
  readonly every: string;
  readonly everyOther: string;
  /** `all` or `some`. */
  readonly ahead: string;
  readonly aheadSome: string;
  readonly note: string;
}

export const emptyDraft: ProposalDraft = {
  sessions: '',
  day: NO_DATE,
  time: '',
  every: '7',
  everyOther: '',
  ahead: 'all',
  aheadSome: '4',
  note: '',
};

export interface Plan {
  readonly sessions: number;
  readonly startsOn: string;
  readonly time: string;
  readonly everyDays: number;
  readonly heldAhead: number;
  readonly note: string;
}

export type Question = 'sessions' | 'start' | 'often' | 'ahead' | 'note';

export type WrongField = 'sessions' | 'day' | 'time' | 'everyOther' | 'aheadSome' | 'note';

const MAX_DAYS = 365;
const MAX_NOTE = 2000;

/** A whole number from 1 to `most`, as typed. */
const countOf = (typed: string, most: number): number | undefined => {
  const count = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= most ? count : undefined;
};

export const sessionsOf = ({ sessions }: ProposalDraft): number | undefined => countOf(sessions, MAX_SESSIONS);

/** A date in the near future, as an example of how to write one: “22 12 2026”. */
export const exampleDay = (today: string): string => addDays(today, 21).split('-').map(Number).reverse().join(' ');

/** The fields of one question whose answers are wrong. */
export function wrongFieldsIn(draft: ProposalDraft, question: Question): WrongField[] {
  const sessions = sessionsOf(draft);
  switch (question) {
    case 'sessions':
      return sessions === undefined ? ['sessions'] : [];
    case 'start': {
      const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time);
      return [...(dayTyped(draft.day) === undefined ? (['day'] as const) : []), ...(isTime ? [] : (['time'] as const))];
    }
    case 'often':
      return draft.every === 'other' && countOf(draft.everyOther, MAX_DAYS) === undefined ? ['everyOther'] : [];
    case 'ahead':
      return draft.ahead === 'some' && countOf(draft.aheadSome, sessions ?? MAX_SESSIONS) === undefined
        ? ['aheadSome']
        : [];
    case 'note':
      return draft.note.trim().length > MAX_NOTE ? ['note'] : [];
  }
}

/** How often and how much ahead are asked only for more than one session. */
export const questionsFor = (draft: ProposalDraft): readonly Question[] =>
  sessionsOf(draft) === 1 ? ['sessions', 'start', 'note'] : ['sessions', 'start', 'often', 'ahead', 'note'];

/** The plan that the answers make; undefined while one is missing or wrong. */
export function planOf(draft: ProposalDraft): Plan | undefined {
  const sessions = sessionsOf(draft);
  const startsOn = dayTyped(draft.day);
  if (sessions === undefined || startsOn === undefined) return undefined;
  if (questionsFor(draft).some((question) => wrongFieldsIn(draft, question).length > 0)) return undefined;
  const isOnce = sessions === 1;
  return {
    sessions,
    startsOn,
    time: draft.time,
    everyDays: isOnce ? 7 : Number(draft.every === 'other' ? draft.everyOther : draft.every),
    heldAhead: isOnce || draft.ahead === 'all' ? sessions : Number(draft.aheadSome),
    note: draft.note.trim(),
  };
}
