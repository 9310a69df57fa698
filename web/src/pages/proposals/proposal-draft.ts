// What somebody has answered so far about what they propose, as typed, and what it comes to. Pure.

import { isDay } from '../../../../functions/kernel/clock.ts';
import { MAX_SESSIONS } from '../../../../functions/kernel/words.ts';
import type { TypedDate } from '../../components/date-input.tsx';

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
  day: { day: '', month: '', year: '' },
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

export const STEPS = ['sessions', 'start', 'often', 'ahead', 'note', 'check'] as const;
export type Step = (typeof STEPS)[number];

export type Mistake = 'sessions' | 'day' | 'time' | 'everyOther' | 'aheadSome' | 'note';

const MOST_DAYS = 365;
const MOST_NOTE = 2000;

/** A whole number from 1 to `most`, as typed. */
const countOf = (typed: string, most: number): number | undefined => {
  const count = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= most ? count : undefined;
};

export const sessionsOf = ({ sessions }: ProposalDraft): number | undefined => countOf(sessions, MAX_SESSIONS);

function dayOf({ day: { day, month, year } }: ProposalDraft): string | undefined {
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** What is wrong with the answers of one step. */
export function mistakesIn(draft: ProposalDraft, step: Step): Mistake[] {
  const sessions = sessionsOf(draft);
  switch (step) {
    case 'sessions':
      return sessions === undefined ? ['sessions'] : [];
    case 'start': {
      const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time);
      return [...(dayOf(draft) === undefined ? (['day'] as const) : []), ...(isTime ? [] : (['time'] as const))];
    }
    case 'often':
      return draft.every === 'other' && countOf(draft.everyOther, MOST_DAYS) === undefined ? ['everyOther'] : [];
    case 'ahead':
      return draft.ahead === 'some' && countOf(draft.aheadSome, sessions ?? MAX_SESSIONS) === undefined
        ? ['aheadSome']
        : [];
    case 'note':
      return draft.note.trim().length > MOST_NOTE ? ['note'] : [];
    case 'check':
      return [];
  }
}

/** The steps that must be asked: how often and how much ahead only make sense for more than one session. */
export const stepsFor = (draft: ProposalDraft): readonly Step[] =>
  sessionsOf(draft) === 1 ? STEPS.filter((step) => step !== 'often' && step !== 'ahead') : STEPS;

/** The step that was asked for, or the first before it that has not been answered. */
export function stepToShow(draft: ProposalDraft, asked: string | undefined): Step {
  const steps = stepsFor(draft);
  const wanted = steps.find((step) => step === asked) ?? 'sessions';
  return steps.slice(0, steps.indexOf(wanted)).find((step) => mistakesIn(draft, step).length > 0) ?? wanted;
}

/** What the answers come to; undefined while one is missing or wrong. */
export function planOf(draft: ProposalDraft): Plan | undefined {
  const sessions = sessionsOf(draft);
  const startsOn = dayOf(draft);
  if (sessions === undefined || startsOn === undefined) return undefined;
  if (stepsFor(draft).some((step) => mistakesIn(draft, step).length > 0)) return undefined;
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
