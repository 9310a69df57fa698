// The allocation's journal: decides commands, applies events, and says what time has due.
import { readAllocationAccount } from '../../journal/accounts.ts';
import type { CommandMeta, Decided, Decision, Reducer } from '../../journal/journal.types.ts';
import { addDays, dayOf, londonInstant } from '../../kernel/clock.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { ALLOCATION_COMMANDS, type AllocationCode, type AllocationCommand, carryOut } from './allocation-commands.ts';
import { type AllocationChange, type AllocationState, EMPTY_ALLOCATION, totalPooledPence } from './allocation-state.ts';
import { instalmentDay, instalmentsOf, standingDue } from './instalments.ts';
import { upgradeAllocationChange, upgradeAllocationState } from './upgrade-v1.ts';

const MAX_STATE_BYTES = 32 * 1024;

function addTo(state: AllocationState, name: string, pence: number): AllocationState {
  const account = readAllocationAccount(name);
  switch (account.type) {
    case 'balance':
      return { ...state, balancePence: state.balancePence + pence };
    case 'returned':
      return { ...state, returnedPence: state.returnedPence + pence };
    case 'pool': {
      const { [account.poolId]: before = 0, ...others } = state.pooledPence;
      const after = before + pence;
      return { ...state, pooledPence: after === 0 ? others : { ...state.pooledPence, [account.poolId]: after } };
    }
    case 'funder':
      return state;
  }
}

function applyChange(state: AllocationState, change: AllocationChange): AllocationState {
  switch (change.type) {
    case 'granted': {
      const { type: _, ...granted } = change;
      return { ...state, ...granted };
    }
    case 'standing-set': {
      const { poolId, amountPence, instalmentsDone } = change;
      const { [poolId]: _, ...others } = state.standing;
      const standing = { ...state.standing, [poolId]: { amountPence, instalmentsDone } };
      return { ...state, standing: amountPence === 0 ? others : standing };
    }
    case 'reduction-announced':
      return { ...state, reductions: [...state.reductions, { from: change.from, pence: change.pence }] };
    case 'reduction-applied': {
      const { from, pence, owedPence } = change;
      const applied = state.reductions.findIndex((one) => one.from === from && one.pence === pence);
      return {
        ...state,
        reductions: state.reductions.filter((_, i) => i !== applied),
        reducedPence: state.reducedPence + pence,
        owedPence: state.owedPence + owedPence,
      };
    }
    case 'owed-money-returned':
      return { ...state, owedPence: state.owedPence - change.pence };
    case 'ended':
      return { ...state, ended: true, reductions: [], standing: {}, owedPence: 0 };
  }
}

function apply(state: AllocationState, { postings, changes }: Decision<AllocationChange>): AllocationState {
  let after = changes.reduce(applyChange, state);
  for (const { from, to, amount } of postings) after = addTo(addTo(after, from, -amount), to, amount);
  return after;
}

function decide(
  state: AllocationState,
  command: AllocationCommand,
  at: string,
  { actorId, onBehalfOf }: CommandMeta,
): Result<Decided<AllocationState, AllocationChange>, AllocationCode> {
  const isGranted = state.id !== '';
  if (isGranted && command.type === 'grant') return refuse('already-granted');
  if (!isGranted && command.type !== 'grant') return refuse('not-found');
  const decision = carryOut(state, command, { at, personId: onBehalfOf ?? actorId });
  return 'ok' in decision ? decision : ok({ decision, state: apply(state, decision) });
}

/** When something next falls due in this journal without anybody doing anything; undefined when nothing ever will. */
export function allocationNextDue(state: AllocationState): string | undefined {
  if (state.id === '') return undefined;
  const days = state.reductions.map(({ from }) => from);
  if (!state.ended) {
    days.push(addDays(state.endsOn, 1));
    for (const { instalmentsDone } of Object.values(state.standing))
      if (instalmentsDone < instalmentsOf(state)) days.push(instalmentDay(state, instalmentsDone + 1));
  }
  if (state.owedPence > 0 && totalPooledPence(state) > 0) days.push(state.startsOn);
  const first = days.sort()[0];
  return first && londonInstant(first);
}

/** When something falls due that comes with a day; standing contributions until then come before it. */
const dueOn = (state: AllocationState, day: string) => {
  const due = londonInstant(day);
  return { due, incomingFrom: standingDue(state, due).length > 0 ? [state.id] : [], judgesMoney: true };
};

export const allocationReducer: Reducer<AllocationState, AllocationCommand, AllocationChange, AllocationCode> = {
  kind: 'ALLOC',
  version: 2,
  upgradeState: upgradeAllocationState,
  upgradeChange: upgradeAllocationChange,
  empty: EMPTY_ALLOCATION,
  maxBytes: ({ type }) => (ALLOCATION_COMMANDS[type].mayGrow ? MAX_STATE_BYTES : Number.POSITIVE_INFINITY),
  decide,
  apply,
  dueStep: (state, at) => {
    if (state.id === '' || state.ended) return undefined;
    const today = dayOf(at);
    const from = state.reductions.map((one) => one.from).sort()[0];
    const endedOn = addDays(state.endsOn, 1);
    if (from !== undefined && from <= today) {
      const name = `reduction ${from} ${state.reductions.length}`;
      return { command: { type: 'apply-reduction', from }, name, ...dueOn(state, from) };
    }
    return today < endedOn
      ? undefined
      : { command: { type: 'end' }, name: `end ${state.endsOn}`, ...dueOn(state, endedOn) };
  },
};
