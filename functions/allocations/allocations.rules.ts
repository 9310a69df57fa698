// The rules of one allocation: what is available when, what goes into pools and comes home, reducing and ending.

import type { Decision, Posting, Reducer, Request } from '../journal/journal.types.ts';
import { addDays, dayOf, daysBetween, londonInstant } from '../kernel/clock.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { CUSTODIES, INSTALMENTS, STREAMS } from '../kernel/words.ts';

/** A funder must say so this long before a reduction starts (Care Act practice: four weeks' notice with reasons). */
export const REDUCTION_NOTICE_DAYS = 28;

/** What a funder grants: fixed for the allocation's life. */
export interface Grant {
  readonly id: string;
  readonly person: string;
  readonly funder: string;
  readonly stream: (typeof STREAMS)[number];
  readonly custody: (typeof CUSTODIES)[number];
  readonly granted: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly instalment: (typeof INSTALMENTS)[number];
  readonly outcomes: readonly string[];
  /** The funder's consent to pool, recorded at import. */
  readonly pooling: boolean;
}

export interface AllocationState extends Grant {
  /** Granted, and neither in a pool nor returned: available or not yet. */
  readonly balance: number;
  /** For each pool, what was put in less what came home (what was spent there is still counted). */
  readonly pools: Readonly<Record<string, number>>;
  /** Gone back to the funder. */
  readonly returned: number;
  /** Reductions announced and not yet in force. */
  readonly cuts: readonly { readonly from: string; readonly pence: number }[];
  /** Reductions in force. */
  readonly reduced: number;
  /** The part of them that is still in pools; it returns as free money comes home. */
  readonly owed: number;
  /** Standing contributions: pence with every instalment, `paid` being the number of the last one dealt with. */
  readonly standing: Readonly<Record<string, { readonly pence: number; readonly paid: number }>>;
  readonly ended: boolean;
}

export type AllocationCommand =
  | ({ readonly do: 'grant' } & Grant)
  | { readonly do: 'contribute'; readonly pool: string; readonly pence: number; readonly standing: boolean }
  | { readonly do: 'standing'; readonly pool: string; readonly pence: number }
  | { readonly do: 'pay-standing'; readonly pool: string }
  | { readonly do: 'miss-standing'; readonly pool: string; readonly stop: boolean }
  | { readonly do: 'come-home'; readonly pool: string; readonly pence: number }
  | { readonly do: 'reduce'; readonly funder: string; readonly pence: number; readonly from: string }
  | { readonly do: 'make-cut'; readonly from: string }
  | { readonly do: 'end' };

type Change =
  | ({ readonly is: 'granted' } & Grant)
  | { readonly is: 'standing'; readonly pool: string; readonly pence: number; readonly paid: number }
  | { readonly is: 'cut'; readonly from: string; readonly pence: number }
  | { readonly is: 'cut-made'; readonly from: string; readonly pence: number; readonly owed: number }
  | { readonly is: 'recalled'; readonly pence: number }
  | { readonly is: 'ended' };
export type AllocationChange = Change;

export type AllocationCode =
  | 'not-found'
  | 'already-granted'
  | 'not-started'
  | 'allocation-ended'
  | 'no-pooling'
  | 'not-available'
  | 'no-instalments'
  | 'nothing-standing'
  | 'too-soon'
  | 'too-much'
  | 'not-due';

const sum = (amounts: Readonly<Record<string, number>>): number => Object.values(amounts).reduce((a, b) => a + b, 0);

export const pooledPence = (state: AllocationState): number => sum(state.pools);

const STEP_DAYS = { once: 0, weekly: 7, 'four-weekly': 28 } as const;

/** How many instalments there are, the first being on the first day. */
export const instalments = (grant: Pick<Grant, 'instalment' | 'startsOn' | 'endsOn'>): number =>
  grant.instalment === 'once'
    ? 1
    : Math.floor(daysBetween(grant.startsOn, grant.endsOn) / STEP_DAYS[grant.instalment]) + 1;

/** How many instalments have come by a day. */
export function instalmentsBy(grant: Pick<Grant, 'instalment' | 'startsOn' | 'endsOn'>, day: string): number {
  if (day < grant.startsOn) return 0;
  if (grant.instalment === 'once') return 1;
  const until = day < grant.endsOn ? day : grant.endsOn;
  return Math.floor(daysBetween(grant.startsOn, until) / STEP_DAYS[grant.instalment]) + 1;
}

/** The day of instalment `n`, from 1. */
const instalmentDay = (grant: Pick<Grant, 'instalment' | 'startsOn'>, n: number): string =>
  addDays(grant.startsOn, (n - 1) * STEP_DAYS[grant.instalment]);

/**
 * What may be put into a pool at `at`, in pence: the instalments that have come, as far as reductions leave them, less
 * what is in pools. Instalments are equal to the penny: after k of n, ⌊granted × k / n⌋ has come.
 */
export function availablePence(state: AllocationState, at: string): number {
  const today = dayOf(at);
  if (state.ended || today > state.endsOn) return 0;
  const come = Math.floor((state.granted * instalmentsBy(state, today)) / instalments(state));
  const inForce = state.cuts.filter((cut) => cut.from <= today).reduce((total, cut) => total + cut.pence, 0);
  return Math.max(0, Math.min(come, state.granted - state.reduced - inForce) - pooledPence(state));
}

/** Standing contributions whose instalment has come: the clock pays each, or records that it could not. */
export function standingDue(state: AllocationState, at: string): { pool: string; pence: number; n: number }[] {
  if (state.ended) return [];
  const come = instalmentsBy(state, dayOf(at));
  return Object.entries(state.standing)
    .filter(([, { paid }]) => paid < come)
    .map(([pool, { pence, paid }]) => ({ pool, pence, n: paid + 1 }));
}

/** When something next falls due in this journal without anybody doing anything; undefined when nothing ever will. */
export function allocationNextDue(state: AllocationState): string | undefined {
  if (state.id === '') return undefined;
  const days = state.cuts.map((cut) => cut.from);
  if (!state.ended) days.push(addDays(state.endsOn, 1));
  if (!state.ended)
    for (const { paid } of Object.values(state.standing))
      if (paid < instalments(state)) days.push(instalmentDay(state, paid + 1));
  if (state.owed > 0 && pooledPence(state) > 0) days.push(state.startsOn);
  const first = days.sort()[0];
  return first && londonInstant(first);
}

const BALANCE = 'balance';
const RETURNED = 'returned';
const poolAccount = (pool: string): string => `pool:${pool}`;

const decision = (kind: string, postings: Posting[], changes: Change[] = []): { ok: true; value: Decision<Change> } =>
  ok({ kind, postings: postings.filter(([, , pence]) => pence > 0), changes });

function next(
  state: AllocationState,
  command: AllocationCommand,
  at: string,
  who: Request,
): Result<Decision<Change>, AllocationCode> {
  const today = dayOf(at);
  if (command.do === 'grant') {
    if (state.id !== '') return refuse('already-granted');
    const { do: _, ...grant } = command;
    return decision('granted', [['funder', BALANCE, grant.granted]], [{ is: 'granted', ...grant }]);
  }
  if (state.id === '') return refuse('not-found');
  switch (command.do) {
    case 'contribute': {
      if ((who.whom ?? who.by) !== state.person) return refuse('not-found');
      if (!state.pooling) return refuse('no-pooling');
      if (state.ended || today > state.endsOn) return refuse('allocation-ended');
      if (today < state.startsOn) return refuse('not-started');
      if (command.standing && state.instalment === 'once') return refuse('no-instalments');
      if (command.pence > availablePence(state, at)) return refuse('not-available');
      const paid = instalmentsBy(state, today);
      return decision(
        'contributed',
        [[BALANCE, poolAccount(command.pool), command.pence]],
        command.standing ? [{ is: 'standing', pool: command.pool, pence: command.pence, paid }] : [],
      );
    }
    case 'standing': {
      if ((who.whom ?? who.by) !== state.person) return refuse('not-found');
      const now = state.standing[command.pool];
      if (!now) return refuse('nothing-standing');
      const kind = command.pence === 0 ? 'standing-stopped' : 'standing-changed';
      return decision(kind, [], [{ is: 'standing', pool: command.pool, pence: command.pence, paid: now.paid }]);
    }
    case 'pay-standing': {
      const due = standingDue(state, at).find((one) => one.pool === command.pool);
      if (!due) return refuse('not-due');
      if (due.pence > availablePence(state, at)) return refuse('not-available');
      const { pool, pence, n } = due;
      return decision('contributed', [[BALANCE, poolAccount(pool), pence]], [{ is: 'standing', pool, pence, paid: n }]);
    }
    case 'miss-standing': {
      const due = standingDue(state, at).find((one) => one.pool === command.pool);
      if (!due) return refuse('not-due');
      const { pool, n } = due;
      const kind = command.stop ? 'standing-stopped' : 'standing-missed';
      return decision(kind, [], [{ is: 'standing', pool, pence: command.stop ? 0 : due.pence, paid: n }]);
    }
    case 'come-home': {
      const { pool, pence } = command;
      if (pence > (state.pools[pool] ?? 0)) return refuse('not-available');
      const back: Posting = [poolAccount(pool), BALANCE, pence];
      if (state.ended || today > state.endsOn) return decision('came-home', [back, [BALANCE, RETURNED, pence]]);
      const recalled = Math.min(pence, state.owed);
      const changes: Change[] = recalled > 0 ? [{ is: 'recalled', pence: recalled }] : [];
      return decision('came-home', [back, [BALANCE, RETURNED, recalled]], changes);
    }
    case 'reduce': {
      if (command.funder !== state.funder) return refuse('not-found');
      if (state.ended) return refuse('allocation-ended');
      if (command.from < addDays(today, REDUCTION_NOTICE_DAYS)) return refuse('too-soon');
      if (command.from > state.endsOn) return refuse('allocation-ended');
      const planned = state.cuts.reduce((total, cut) => total + cut.pence, 0);
      if (command.pence > state.granted - state.reduced - planned) return refuse('too-much');
      return decision('reduction-announced', [], [{ is: 'cut', from: command.from, pence: command.pence }]);
    }
    case 'make-cut': {
      const cut = state.cuts.find((one) => one.from === command.from);
      if (!cut) return refuse('not-due');
      const now = Math.min(cut.pence, state.balance);
      return decision('reduced', [[BALANCE, RETURNED, now]], [{ is: 'cut-made', ...cut, owed: cut.pence - now }]);
    }
    case 'end':
      return decision('ended', [[BALANCE, RETURNED, state.balance]], [{ is: 'ended' }]);
  }
}

const add = (amounts: Readonly<Record<string, number>>, name: string, pence: number): Record<string, number> => {
  const total = (amounts[name] ?? 0) + pence;
  if (total !== 0) return { ...amounts, [name]: total };
  const { [name]: _, ...others } = amounts;
  return others;
};

function post(state: AllocationState, account: string, pence: number): AllocationState {
  if (account === BALANCE) return { ...state, balance: state.balance + pence };
  if (account === RETURNED) return { ...state, returned: state.returned + pence };
  if (account.startsWith('pool:')) return { ...state, pools: add(state.pools, account.slice(5), pence) };
  return state;
}

function applyChange(state: AllocationState, change: Change): AllocationState {
  switch (change.is) {
    case 'granted': {
      const { is: _, ...grant } = change;
      return { ...state, ...grant };
    }
    case 'standing': {
      const { [change.pool]: _, ...others } = state.standing;
      const { pence, paid } = change;
      return { ...state, standing: pence === 0 ? others : { ...state.standing, [change.pool]: { pence, paid } } };
    }
    case 'cut':
      return { ...state, cuts: [...state.cuts, { from: change.from, pence: change.pence }] };
    case 'cut-made': {
      const made = state.cuts.findIndex((cut) => cut.from === change.from && cut.pence === change.pence);
      const cuts = state.cuts.filter((_, i) => i !== made);
      return { ...state, cuts, reduced: state.reduced + change.pence, owed: state.owed + change.owed };
    }
    case 'recalled':
      return { ...state, owed: state.owed - change.pence };
    case 'ended':
      return { ...state, ended: true, cuts: [], standing: {}, owed: 0 };
  }
}

const EMPTY: AllocationState = {
  id: '',
  person: '',
  funder: '',
  stream: 'social-care',
  custody: 'funder',
  granted: 0,
  startsOn: '',
  endsOn: '',
  instalment: 'once',
  outcomes: [],
  pooling: false,
  balance: 0,
  pools: {},
  returned: 0,
  cuts: [],
  reduced: 0,
  owed: 0,
  standing: {},
  ended: false,
};

export const allocationReducer: Reducer<AllocationState, AllocationCommand, Change, AllocationCode> = {
  kind: 'ALLOC',
  v: 1,
  upgrade: (state) => state,
  empty: EMPTY,
  mostBytes: (command) => (command.do === 'contribute' ? 32 * 1024 : Number.POSITIVE_INFINITY),
  next,
  apply: (state, { postings, changes }) => {
    let after = changes.reduce(applyChange, state);
    for (const [from, to, pence] of postings) after = post(post(after, from, -pence), to, pence);
    return after;
  },
  due: (state, at) => {
    if (state.id === '' || state.ended) return undefined;
    const today = dayOf(at);
    const cut = state.cuts.map((one) => one.from).sort()[0];
    if (cut !== undefined && cut <= today)
      return { command: { do: 'make-cut', from: cut }, name: `cut ${cut} ${state.cuts.length}` };
    return today > state.endsOn ? { command: { do: 'end' }, name: `end ${state.endsOn}` } : undefined;
  },
};
