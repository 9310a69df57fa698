// How often each operation happens in a month, from the usage assumptions.

import type { Deployed } from './deployed.ts';
import { type Measured, OPERATIONS, type OperationName } from './measured.ts';
import type { Usage } from './usage.ts';

export interface Place {
  readonly holders: number;
  readonly pools: number;
}

export type Counts = Readonly<Record<OperationName, number>>;

/** Of a month. */
export const MINUTES = 60 * 730;

/** Allocations and pools. */
export const journalsOf = ({ holders, pools }: Place, usage: Usage): number =>
  pools + holders * usage.allocationsAHolder;

/** How often each operation is done in a month. */
export function countsOf(place: Place, usage: Usage, measured: Measured, deployed: Deployed): Counts {
  const { holders, pools } = place;
  const visits = holders * usage.activeShare * usage.visits;
  const sessions = pools * usage.sessionsAPool;
  const proposals = pools * usage.proposalsAPool;
  const members = holders / pools;
  const officers = Math.ceil(holders / usage.holdersAnOfficer);
  const enterprises = holders * usage.enterprisesAHolder;
  /** How often a schedule starts it. */
  const runs = (lambda: string): number => MINUTES / (deployed.everyMinutes[lambda] ?? Number.POSITIVE_INFINITY);
  const counts = {
    importRow: (holders * usage.allocationsAHolder) / 12,
    signIn: visits + enterprises * usage.visits + officers * usage.visits,
    startPool: pools / usage.poolMonths,
    contribute: holders * usage.contributionsAHolder,
    propose: proposals,
    vote: proposals * Math.max(0, members - 1),
    hold: proposals,
    accept: proposals,
    deliver: sessions,
    confirm: sessions * usage.confirmedShare,
    leave: pools * usage.leavingAPool,
    page: visits * usage.readsAVisit + sessions * usage.readsASession,
    search: holders * usage.activeShare * usage.searches,
    totals: officers * usage.totalsAnOfficer,
    // A standing contribution is an event in two journals.
    clockStep: sessions * (1 - usage.confirmedShare) + 2 * holders * usage.standingAHolder,
    remind: sessions,
    send: 0,
    keepHead: journalsOf(place, usage) * runs('keep-heads'),
    idleClock: runs('on-clock'),
    idleNotices: runs('send-notices'),
  };
  const notices = OPERATIONS.reduce((sum, name) => sum + counts[name] * measured.operations[name].notices, 0);
  return { ...counts, send: notices };
}
