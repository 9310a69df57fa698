// When an allocation's money comes, and what of it may be put into a pool.
import { addDays, dayOf, daysBetween } from '../../kernel/clock.ts';
import { type AllocationState, type Grant, totalPooledPence } from './allocation-state.ts';

type Schedule = Pick<Grant, 'instalment' | 'startsOn' | 'endsOn'>;

const PERIOD_DAYS = { once: 0, weekly: 7, 'four-weekly': 28 } as const;

/** How many instalments there are: as many as whole periods fit between the first and the last day, and at least one. */
export const instalmentsOf = ({ instalment, startsOn, endsOn }: Schedule): number =>
  instalment === 'once' ? 1 : Math.max(1, Math.floor((daysBetween(startsOn, endsOn) + 1) / PERIOD_DAYS[instalment]));

/** How many instalments have come by a day: the first on the first day. */
export function instalmentsBy(schedule: Schedule, day: string): number {
  const { instalment, startsOn } = schedule;
  if (day < startsOn) return 0;
  if (instalment === 'once') return 1;
  const begun = Math.floor(daysBetween(startsOn, day) / PERIOD_DAYS[instalment]) + 1;
  return Math.min(begun, instalmentsOf(schedule));
}

/** The day of instalment `n`, from 1. */
export const instalmentDay = ({ instalment, startsOn }: Pick<Grant, 'instalment' | 'startsOn'>, n: number): string =>
  addDays(startsOn, (n - 1) * PERIOD_DAYS[instalment]);

/**
 * What may be put into a pool at `at`, in pence: the instalments that have come, as far as reductions leave them, less
 * what is in pools. Instalments are equal to the penny: after k of n, ⌊granted × k / n⌋ has come.
 */
export function availablePence(state: AllocationState, at: string): number {
  const today = dayOf(at);
  if (state.ended || today > state.endsOn) return 0;
  const come = Math.floor((state.grantedPence * instalmentsBy(state, today)) / instalmentsOf(state));
  const inForce = state.reductions.filter(({ from }) => from <= today).reduce((sum, { pence }) => sum + pence, 0);
  return Math.max(0, Math.min(come, state.grantedPence - state.reducedPence - inForce) - totalPooledPence(state));
}

/** A standing contribution whose instalment `n` has come. */
interface StandingDue {
  readonly poolId: string;
  readonly amountPence: number;
  readonly n: number;
}

/** Standing contributions that are due: the clock pays each, or records that it could not. */
export function standingDue(state: AllocationState, at: string): StandingDue[] {
  if (state.ended) return [];
  const come = instalmentsBy(state, dayOf(at));
  return Object.entries(state.standing)
    .filter(([, { instalmentsDone }]) => instalmentsDone < come)
    .map(([poolId, { amountPence, instalmentsDone }]) => ({ poolId, amountPence, n: instalmentsDone + 1 }));
}
