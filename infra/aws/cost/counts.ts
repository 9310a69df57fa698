// How often each operation is done in a month, by the habits.
import type { Habits } from './habits.ts';
import { type Measured, OPERATIONS, type OperationName } from './measured.ts';
import type { Stands } from './stands.ts';

export interface Place {
  readonly holders: number;
  readonly pools: number;
}

export type Counts = Readonly<Record<OperationName, number>>;

/** Of a month. */
export const MINUTES = 60 * 730;

/** Allocations and pools. */
export const journalsOf = ({ holders, pools }: Place, habits: Habits): number =>
  pools + holders * habits.allocationsAHolder;

/** How often each operation is done in a month. */
export function countsOf(place: Place, habits: Habits, measured: Measured, stands: Stands): Counts {
  const { holders, pools } = place;
  const visits = holders * habits.activeShare * habits.visits;
  const sessions = pools * habits.sessionsAPool;
  const proposals = pools * habits.proposalsAPool;
  const members = holders / pools;
  const officers = Math.ceil(holders / habits.holdersAnOfficer);
  const enterprises = holders * habits.enterprisesAHolder;
  /** How often a schedule starts it. */
  const runs = (lambda: string): number => MINUTES / (stands.everyMinutes[lambda] ?? Number.POSITIVE_INFINITY);
  const counts = {
    importRow: (holders * habits.allocationsAHolder) / 12,
    signIn: visits + enterprises * habits.visits + officers * habits.visits,
    startPool: pools / habits.poolMonths,
    contribute: holders * habits.contributionsAHolder,
    propose: proposals,
    vote: proposals * Math.max(0, members - 1),
    hold: proposals,
    accept: proposals,
    deliver: sessions,
    confirm: sessions * habits.confirmedShare,
    leave: pools * habits.leavingAPool,
    page: visits * habits.readsAVisit + sessions * habits.readsASession,
    search: holders * habits.activeShare * habits.searches,
    totals: officers * habits.totalsAnOfficer,
    // A standing contribution is an event in two journals.
    clockStep: sessions * (1 - habits.confirmedShare) + 2 * holders * habits.standingAHolder,
    remind: sessions,
    send: 0,
    keepHead: journalsOf(place, habits) * runs('keep-heads'),
    idleClock: runs('on-clock'),
    idleNotices: runs('send-notices'),
  };
  const notices = OPERATIONS.reduce((sum, name) => sum + counts[name] * measured.operations[name].notices, 0);
  return { ...counts, send: notices };
}
