// Every command that an allocation takes: one row each. A new command is a row here and a function beside it.
import { BALANCE, FUNDER, inPence, poolAccount, RETURNED } from '../../journal/accounts.ts';
import type { Decision, Posting } from '../../journal/journal.types.ts';
import { addDays, dayOf } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import type { AllocationChange, AllocationState, Grant } from './allocation-state.ts';
import { availablePence, instalmentsBy, standingDue } from './instalments.ts';

/** A funder must say so this long before a reduction starts (Care Act practice: four weeks' notice with reasons). */
export const REDUCTION_NOTICE_DAYS = 28;

/** When and for whom a command is carried out. */
interface Context {
  readonly at: string;
  readonly personId: string;
}

const decision = (
  type: string,
  postings: readonly Posting[],
  changes: readonly AllocationChange[] = [],
): Decision<AllocationChange> => ({ type, postings: postings.filter(({ amount }) => amount > 0), changes });

const isOver = (state: AllocationState, today: string): boolean => state.ended || today > state.endsOn;

/** `type` comes with every command and is no part of what is granted. */
function grant(_: AllocationState, { type: __, ...granted }: Grant & { readonly type?: string }) {
  return decision('granted', [inPence(FUNDER, BALANCE, granted.grantedPence)], [{ type: 'granted', ...granted }]);
}

function contribute(
  state: AllocationState,
  {
    poolId,
    amountPence,
    standing,
  }: { readonly poolId: string; readonly amountPence: number; readonly standing: boolean },
  { at, personId }: Context,
) {
  const today = dayOf(at);
  if (personId !== state.personId) return refuse('not-found');
  if (!state.pooling) return refuse('no-pooling');
  if (isOver(state, today)) return refuse('allocation-ended');
  if (today < state.startsOn) return refuse('not-started');
  if (standing && state.instalment === 'once') return refuse('no-instalments');
  if (amountPence > availablePence(state, at)) return refuse('not-available');
  const instalmentsDone = instalmentsBy(state, today);
  return decision(
    'contributed',
    [inPence(BALANCE, poolAccount(poolId), amountPence)],
    standing ? [{ type: 'standing-set', poolId, amountPence, instalmentsDone }] : [],
  );
}

function changeStanding(
  state: AllocationState,
  { poolId, amountPence }: { readonly poolId: string; readonly amountPence: number },
  { personId }: Context,
) {
  if (personId !== state.personId) return refuse('not-found');
  const standing = state.standing[poolId];
  if (!standing) return refuse('nothing-standing');
  const type = amountPence === 0 ? 'standing-stopped' : 'standing-changed';
  return decision(type, [], [{ ...standing, type: 'standing-set', poolId, amountPence }]);
}

const dueFor = (state: AllocationState, at: string, poolId: string) =>
  standingDue(state, at).find((one) => one.poolId === poolId);

/** Pays what stands for an instalment that has come, as far as it is there. */
function payStanding(state: AllocationState, { poolId }: { readonly poolId: string }, { at }: Context) {
  const due = dueFor(state, at, poolId);
  if (!due) return refuse('not-due');
  const { amountPence, n: instalmentsDone } = due;
  const paidPence = standingPence(state, at, amountPence);
  if (paidPence === 0) return refuse('not-available');
  return decision(
    paidPence < amountPence ? 'standing-part-paid' : 'contributed',
    [inPence(BALANCE, poolAccount(poolId), paidPence)],
    [{ type: 'standing-set', poolId, amountPence, instalmentsDone }],
  );
}

/** What of a standing contribution is there. */
export const standingPence = (state: AllocationState, at: string, amountPence: number): number =>
  Math.min(amountPence, availablePence(state, at));

/** Records that an instalment could not be paid, and stops the rest where the pool takes no more. */
function missStanding(
  state: AllocationState,
  { poolId, stop }: { readonly poolId: string; readonly stop: boolean },
  { at }: Context,
) {
  const due = dueFor(state, at, poolId);
  if (!due) return refuse('not-due');
  const amountPence = stop ? 0 : due.amountPence;
  return decision(
    stop ? 'standing-stopped' : 'standing-missed',
    [],
    [{ type: 'standing-set', poolId, amountPence, instalmentsDone: due.n }],
  );
}

/**
 * Takes back what comes from a pool, and passes on to the funder what is owed or comes after the end. When its owner leaves the
 * pool, what stands for it ends too.
 */
function takeBack(
  state: AllocationState,
  { poolId, amountPence, isLeft }: { readonly poolId: string; readonly amountPence: number; readonly isLeft?: boolean },
  { at }: Context,
) {
  if (amountPence > (state.pooledPence[poolId] ?? 0)) return refuse('not-available');
  const back = inPence(poolAccount(poolId), BALANCE, amountPence);
  const standing = isLeft ? state.standing[poolId] : undefined;
  const stops: AllocationChange[] = standing ? [{ ...standing, type: 'standing-set', poolId, amountPence: 0 }] : [];
  const type = amountPence > 0 ? 'came-home' : 'standing-stopped';
  if (isOver(state, dayOf(at))) return decision(type, [back, inPence(BALANCE, RETURNED, amountPence)], stops);
  const pence = Math.min(amountPence, state.owedPence);
  const changes: AllocationChange[] = pence > 0 ? [{ type: 'owed-money-returned', pence }] : [];
  return decision(type, [back, inPence(BALANCE, RETURNED, pence)], [...changes, ...stops]);
}

function announceReduction(
  state: AllocationState,
  {
    funder,
    amountPence: pence,
    from,
  }: { readonly funder: string; readonly amountPence: number; readonly from: string },
  { at }: Context,
) {
  if (funder !== state.funder) return refuse('not-found');
  if (state.ended) return refuse('allocation-ended');
  if (from < addDays(dayOf(at), REDUCTION_NOTICE_DAYS)) return refuse('too-soon');
  if (from > state.endsOn) return refuse('allocation-ended');
  const announced = state.reductions.reduce((sum, one) => sum + one.pence, 0);
  if (pence > state.grantedPence - state.reducedPence - announced) return refuse('too-much');
  return decision('reduction-announced', [], [{ type: 'reduction-announced', from, pence }]);
}

/** The day of a reduction has come. What is in pools stays there, and is owed. */
function applyReduction(state: AllocationState, { from }: { readonly from: string }) {
  const reduction = state.reductions.find((one) => one.from === from);
  if (!reduction) return refuse('not-due');
  const now = Math.min(reduction.pence, state.balancePence);
  return decision(
    'reduced',
    [inPence(BALANCE, RETURNED, now)],
    [{ type: 'reduction-applied', ...reduction, owedPence: reduction.pence - now }],
  );
}

const end = (state: AllocationState) =>
  decision('ended', [inPence(BALANCE, RETURNED, state.balancePence)], [{ type: 'ended' }]);

/** `mayGrow`: refused when the state is full; what ends something never is. */
interface Row<Payload, Decided> {
  readonly mayGrow: boolean;
  readonly handle: (state: AllocationState, command: Payload, context: Context) => Decided;
}

const row = <Payload, Decided>(handle: Row<Payload, Decided>['handle'], { mayGrow = false } = {}) => ({
  mayGrow,
  handle,
});

export const ALLOCATION_COMMANDS = {
  grant: row(grant),
  contribute: row(contribute, { mayGrow: true }),
  'change-standing': row(changeStanding),
  'pay-standing': row(payStanding),
  'miss-standing': row(missStanding),
  'take-back': row(takeBack),
  'announce-reduction': row(announceReduction),
  'apply-reduction': row(applyReduction),
  end: row(end),
} as const;

type Table = typeof ALLOCATION_COMMANDS;
type CommandType = keyof Table;
type Payloads = { readonly [Type in CommandType]: Parameters<Table[Type]['handle']>[1] };
type CommandOf<Type extends CommandType> = { readonly [One in Type]: { readonly type: One } & Payloads[One] }[Type];
export type AllocationCommand = CommandOf<CommandType>;

type Answer = ReturnType<Table[CommandType]['handle']>;
type Refused = Extract<Answer, { readonly ok: false }>;
export type AllocationCode =
  | (Refused extends { readonly refusal: Refusal<infer Code> } ? Code : never)
  | 'already-granted'
  | 'not-found';

const rows: { readonly [Type in CommandType]: Row<CommandOf<Type>, Answer> } = ALLOCATION_COMMANDS;

/** Decides a command; answers the decision, or why not. */
export const carryOut = <Type extends CommandType>(
  state: AllocationState,
  command: CommandOf<Type>,
  context: Context,
): Answer => rows[command.type].handle(state, command, context);
